package org.openadmin.fees.api.postings;

import java.time.LocalDate;
import java.util.Objects;
import org.openadmin.fees.api.Actor;
import org.openadmin.fees.api.Dates;
import org.openadmin.fees.api.RequestKey;

/**
 * A request to post everything up to a day that has not been posted.
 *
 * @param until the last day
 */
public record PostingRequest(RequestKey key, Actor actor, LocalDate until) {

    public PostingRequest {
        Objects.requireNonNull(key, "key");
        Objects.requireNonNull(actor, "actor");
        Dates.require(until);
    }
}
