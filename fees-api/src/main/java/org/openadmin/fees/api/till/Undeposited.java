package org.openadmin.fees.api.till;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Objects;
import java.util.Optional;
import org.openadmin.fees.api.Money;

/**
 * The cash and cheques that are not in a deposit.
 *
 * @param receipts the number of receipts
 * @param sum the money: receipts less what was paid out in cash; without differences of drawers
 * @param oldest the day of the oldest receipt; empty if there is none
 * @param toTakeBack the number of cheques that were voided after they had been deposited, and of which no counter-deposit takes
 *     them back yet
 */
public record Undeposited(int receipts, Money sum, Optional<LocalDate> oldest, int toTakeBack) {

    public Undeposited {
        Objects.requireNonNull(sum, "sum");
        Objects.requireNonNull(oldest, "oldest");
    }

    public boolean isNothing() {
        return receipts == 0 && sum.isZero() && toTakeBack == 0;
    }

    /** For how many days the oldest receipt has not been deposited; 0 if there is none. */
    public long days(LocalDate today) {
        return oldest.map(day -> Math.max(0, ChronoUnit.DAYS.between(day, today)))
                .orElse(0L);
    }
}
