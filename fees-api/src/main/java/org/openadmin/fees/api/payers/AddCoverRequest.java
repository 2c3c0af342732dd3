package org.openadmin.fees.api.payers;

import java.util.Objects;
import org.openadmin.fees.api.Actor;
import org.openadmin.fees.api.RequestKey;

/** A request to add a cover. */
public record AddCoverRequest(RequestKey key, Actor actor, CoverTerms terms) {

    public AddCoverRequest {
        Objects.requireNonNull(key, "key");
        Objects.requireNonNull(actor, "actor");
        Objects.requireNonNull(terms, "terms");
    }
}
