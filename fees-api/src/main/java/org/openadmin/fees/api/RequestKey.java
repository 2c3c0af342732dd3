package org.openadmin.fees.api;

import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.UUID;
import org.openadmin.fees.api.InvalidInputException.Field;
import org.openadmin.fees.api.InvalidInputException.Problem;

/**
 * Identifies one request of one user. If a request is sent again with the same key, because of a double click, a retry
 * or a second browser window, it has no further effect and returns the same result.
 */
public record RequestKey(UUID value) {

    public RequestKey {
        Objects.requireNonNull(value, "value");
    }

    /** Returns a new random key, for a new request. */
    public static RequestKey fresh() {
        return new RequestKey(UUID.randomUUID());
    }

    /** @throws InvalidInputException if the text is not a UUID */
    public static RequestKey parse(String text) {
        try {
            UUID uuid = UUID.fromString(text.strip());
            if (uuid.toString().equalsIgnoreCase(text.strip())) {
                return new RequestKey(uuid);
            }
        } catch (IllegalArgumentException e) {
            // thrown below in both cases
        }
        throw new InvalidInputException(Field.KEY, Problem.UNKNOWN, text);
    }

    /** Returns the key of a second effect of the same request, which is always the same for this key and this purpose. */
    public RequestKey derived(String purpose) {
        return new RequestKey(UUID.nameUUIDFromBytes((purpose + " " + value).getBytes(StandardCharsets.UTF_8)));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
