package org.openadmin.fees.api.binder;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import org.openadmin.fees.api.till.DepositSummary;

/**
 * A deposit of the period.
 *
 * @param deposit its verification is there only if it was verified by the end of the period
 * @param oldest the date of the oldest receipt in it; empty if it has none, and for a counter-deposit
 */
public record BinderDeposit(DepositSummary deposit, Optional<LocalDate> oldest) {

    public BinderDeposit {
        Objects.requireNonNull(deposit, "deposit");
        Objects.requireNonNull(oldest, "oldest");
    }

    /** For how many days the oldest money in it had waited. */
    public OptionalLong days() {
        return oldest.isEmpty()
                ? OptionalLong.empty()
                : OptionalLong.of(ChronoUnit.DAYS.between(oldest.get(), deposit.date()));
    }
}
