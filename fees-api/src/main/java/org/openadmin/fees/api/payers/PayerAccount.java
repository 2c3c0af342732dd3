package org.openadmin.fees.api.payers;

import java.util.Objects;
import org.openadmin.fees.api.accounts.AccountBalance;

/** A payer and its balance at one moment. */
public record PayerAccount(Payer payer, AccountBalance balance) {

    public PayerAccount {
        Objects.requireNonNull(payer, "payer");
        Objects.requireNonNull(balance, "balance");
    }
}
