package org.openadmin.fees.api.till;

import java.util.Objects;
import org.openadmin.fees.api.Actor;
import org.openadmin.fees.api.RequestKey;

/** A request to record that the user has verified a deposit. */
public record VerifyDepositRequest(RequestKey key, Actor actor, DepositNumber deposit) {

    public VerifyDepositRequest {
        Objects.requireNonNull(key, "key");
        Objects.requireNonNull(actor, "actor");
        Objects.requireNonNull(deposit, "deposit");
    }
}
