package org.openadmin.fees.api.imports;

import java.util.Objects;
import org.openadmin.fees.api.AccountNumber;
import org.openadmin.fees.api.Actor;
import org.openadmin.fees.api.RequestKey;

/** A request to assign unclaimed money to an account. */
public record ClaimRequest(RequestKey key, Actor actor, BankLineNumber line, AccountNumber account) {

    public ClaimRequest {
        Objects.requireNonNull(key, "key");
        Objects.requireNonNull(actor, "actor");
        Objects.requireNonNull(line, "line");
        Objects.requireNonNull(account, "account");
    }
}
