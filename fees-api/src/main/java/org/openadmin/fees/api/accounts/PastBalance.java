package org.openadmin.fees.api.accounts;

import org.openadmin.fees.api.AccountNumber;
import org.openadmin.fees.api.Money;

/**
 * The state of an account at the end of a day. Without rows that were recorded later, both states are the same.
 *
 * @param account as the journal has it now: the rows dated up to that day, and what they settled
 * @param known as it was known on that day: without the rows that were recorded after it
 * @param laterRows the number of rows that were recorded after that day for a date up to it
 */
public record PastBalance(AccountBalance account, AccountBalance known, int laterRows) {

    /** @throws IllegalArgumentException if the two states are of different students */
    public PastBalance {
        if (!account.student().equals(known.student())) {
            throw new IllegalArgumentException(account.student() + " and " + known.student());
        }
    }

    /** Returns an account for which nothing was recorded later. */
    public static PastBalance of(AccountBalance account) {
        return new PastBalance(account, account, 0);
    }

    public AccountNumber student() {
        return account.student();
    }

    /** The sum of the rows that were recorded later; negative if they are more payments than charges. */
    public Money laterTotal() {
        return account.balance().minus(known.balance());
    }
}
