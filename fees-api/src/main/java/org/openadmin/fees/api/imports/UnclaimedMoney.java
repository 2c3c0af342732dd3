package org.openadmin.fees.api.imports;

import java.time.LocalDate;
import java.util.Objects;
import org.openadmin.fees.api.Money;

/**
 * Money in the bank of which nobody knows yet whose it is. It is on no account, and in no figure of the journal.
 *
 * @param day the bank's day
 * @param amount positive
 * @param age the days since then
 */
public record UnclaimedMoney(
        BankLineNumber line, ImportNumber number, LocalDate day, Money amount, String text, int age) {

    public UnclaimedMoney {
        Objects.requireNonNull(line, "line");
        Objects.requireNonNull(number, "number");
        Objects.requireNonNull(day, "day");
        Objects.requireNonNull(amount, "amount");
        Objects.requireNonNull(text, "text");
    }
}
