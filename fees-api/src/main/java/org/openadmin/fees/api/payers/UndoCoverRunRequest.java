package org.openadmin.fees.api.payers;

import java.util.Objects;
import org.openadmin.fees.api.Actor;
import org.openadmin.fees.api.InvalidInputException.Field;
import org.openadmin.fees.api.RequestKey;
import org.openadmin.fees.api.TextRules;

/**
 * A request to undo a cover run, dated today.
 *
 * @param reason up to {@value EndCoverRequest#MAX_REASON_LENGTH} characters; may be empty
 */
public record UndoCoverRunRequest(RequestKey key, Actor actor, CoverRunNumber run, String reason) {

    public UndoCoverRunRequest {
        Objects.requireNonNull(key, "key");
        Objects.requireNonNull(actor, "actor");
        Objects.requireNonNull(run, "run");
        reason = TextRules.optional(Field.REASON, reason, EndCoverRequest.MAX_REASON_LENGTH);
    }
}
