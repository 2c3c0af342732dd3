package org.openadmin.fees.api.payers;

import java.util.Objects;
import org.openadmin.fees.api.Actor;
import org.openadmin.fees.api.RequestKey;

/** A request to add a payer. The kind is never changed. */
public record AddPayerRequest(RequestKey key, Actor actor, PayerKind kind, PayerDetails details) {

    public AddPayerRequest {
        Objects.requireNonNull(key, "key");
        Objects.requireNonNull(actor, "actor");
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(details, "details");
    }
}
