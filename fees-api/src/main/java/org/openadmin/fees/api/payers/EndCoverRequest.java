package org.openadmin.fees.api.payers;

import java.time.LocalDate;
import java.util.Objects;
import org.openadmin.fees.api.Actor;
import org.openadmin.fees.api.Dates;
import org.openadmin.fees.api.InvalidInputException.Field;
import org.openadmin.fees.api.RequestKey;
import org.openadmin.fees.api.TextRules;

/**
 * A request to end a cover. What was transferred under it stays as it is.
 *
 * @param lastDay the last date of the charges that it reaches
 * @param reason up to {@value #MAX_REASON_LENGTH} characters; may be empty
 */
public record EndCoverRequest(RequestKey key, Actor actor, CoverNumber cover, LocalDate lastDay, String reason) {

    public static final int MAX_REASON_LENGTH = 255;

    public EndCoverRequest {
        Objects.requireNonNull(key, "key");
        Objects.requireNonNull(actor, "actor");
        Objects.requireNonNull(cover, "cover");
        Dates.require(lastDay);
        reason = TextRules.optional(Field.REASON, reason, MAX_REASON_LENGTH);
    }
}
