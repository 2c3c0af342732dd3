package org.openadmin.fees.api;

import java.util.Objects;
import java.util.UUID;
import org.openadmin.fees.api.InvalidInputException.Field;
import org.openadmin.fees.api.InvalidInputException.Problem;

/**
 * Names one wish of one user. A command that comes twice with the same key, from a double click, a retry or a second browser,
 * has one effect and gives the same answer.
 */
public record RequestKey(UUID value) {

    public RequestKey {
        Objects.requireNonNull(value, "value");
    }

    public static RequestKey fresh() {
        return new RequestKey(UUID.randomUUID());
    }

    /** @throws InvalidInputException when the text is not a UUID */
    public static RequestKey parse(String text) {
        try {
            UUID uuid = UUID.fromString(text.strip());
            if (uuid.toString().equalsIgnoreCase(text.strip())) {
                return new RequestKey(uuid);
            }
        } catch (IllegalArgumentException e) {
            // said below, for both
        }
        throw new InvalidInputException(Field.KEY, Problem.UNKNOWN, text);
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
