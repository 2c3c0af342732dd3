package org.openadmin.fees.api.till;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;
import org.openadmin.fees.api.Money;

/**
 * A deposit as one line. Apart from {@code verification}, it never changes.
 *
 * @param date the school's day on which it was made
 * @param until the last day whose money is in it
 * @param cashRows the sum of its rows of cash: receipts less what was paid out; negative in a counter-deposit
 * @param difference what the drawers were over, or short if negative
 * @param cheques the sum of its cheques; negative in a counter-deposit
 * @param chequeCount the number of its cheques
 * @param takesBack for a counter-deposit, the deposit that it corrects
 * @param reason the reason of a counter-deposit; empty otherwise
 * @param madeBy the log-in name of the user
 * @param toVerify whether another person was to verify it when it was made
 */
public record DepositSummary(
        DepositNumber number,
        LocalDate date,
        LocalDate until,
        Money cashRows,
        Money difference,
        Money cheques,
        int chequeCount,
        Optional<DepositNumber> takesBack,
        String reason,
        String madeBy,
        Instant madeAt,
        boolean toVerify,
        Optional<Verification> verification) {

    /** Who verified a deposit, and when. */
    public record Verification(String by, Instant at) {}

    public DepositSummary {
        Objects.requireNonNull(number, "number");
        Objects.requireNonNull(takesBack, "takesBack");
        Objects.requireNonNull(verification, "verification");
    }

    /** The cash that goes to the bank: its rows and the difference. */
    public Money cash() {
        return cashRows.plus(difference);
    }

    public Money total() {
        return cash().plus(cheques);
    }

    public boolean isCounterDeposit() {
        return takesBack.isPresent();
    }

    /** Whether another person still has to verify it. */
    public boolean awaitsVerification() {
        return toVerify && verification.isEmpty();
    }
}
