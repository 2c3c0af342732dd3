package org.openadmin.fees.api.imports;

import java.util.Objects;
import org.openadmin.fees.api.Actor;
import org.openadmin.fees.api.InvalidInputException.Field;
import org.openadmin.fees.api.RequestKey;
import org.openadmin.fees.api.TextRules;

/**
 * A request to record that unclaimed money was sent back, or is no payment of a fee at all.
 *
 * @param reason up to 255 characters, not empty
 */
public record SendBackRequest(RequestKey key, Actor actor, BankLineNumber line, String reason) {

    private static final int MAX_REASON_LENGTH = 255;

    /** @throws org.openadmin.fees.api.InvalidInputException if there is no reason, or it is too long */
    public SendBackRequest {
        Objects.requireNonNull(key, "key");
        Objects.requireNonNull(actor, "actor");
        Objects.requireNonNull(line, "line");
        reason = TextRules.required(Field.REASON, reason, MAX_REASON_LENGTH);
    }
}
