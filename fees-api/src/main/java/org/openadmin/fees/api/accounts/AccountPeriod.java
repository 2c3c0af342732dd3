package org.openadmin.fees.api.accounts;

import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;
import org.openadmin.fees.api.AccountNumber;

/**
 * The transactions of an account to read: all of them, or those of a period.
 *
 * @param from the first date; empty if all transactions are wanted, also old rows without a date
 * @param to the last date; empty if and only if there is no first date
 */
public record AccountPeriod(AccountNumber student, Optional<LocalDate> from, Optional<LocalDate> to) {

    /** @throws IllegalArgumentException if only one of the dates is there, or the last is before the first */
    public AccountPeriod {
        Objects.requireNonNull(student, "student");
        if (from.isPresent() != to.isPresent() || from.isPresent() && to.get().isBefore(from.get())) {
            throw new IllegalArgumentException("Not a period: " + from + " to " + to);
        }
    }

    /** Returns the period that contains all transactions of the account. */
    public static AccountPeriod all(AccountNumber student) {
        return new AccountPeriod(student, Optional.empty(), Optional.empty());
    }
}
