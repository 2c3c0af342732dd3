package org.openadmin.fees.api.catchup;

import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;
import org.openadmin.fees.api.Dates;
import org.openadmin.fees.api.InvalidInputException;
import org.openadmin.fees.api.InvalidInputException.Field;
import org.openadmin.fees.api.InvalidInputException.Problem;
import org.openadmin.fees.api.billing.FeePeriod;

/**
 * How students who have joined are charged. If the fee is for a period, they are charged for the days from the one on which they joined to its
 * end, unless the full price is chosen.
 *
 * @param date the date of the charges and corrections
 * @param joinedOn the first day that is charged; empty for the date
 * @param full whether the full price is charged nevertheless
 */
public record CatchUpTerms(LocalDate date, Optional<LocalDate> joinedOn, boolean full) {

    /** @throws InvalidInputException if the day of joining is out of range */
    public CatchUpTerms {
        Objects.requireNonNull(date, "date");
        joinedOn.ifPresent(day -> Dates.require(day, Field.JOINED));
    }

    /** By days, from the date of the charges on. */
    public static CatchUpTerms on(LocalDate date) {
        return new CatchUpTerms(date, Optional.empty(), false);
    }

    /**
     * The days that are charged: all of them if the full price is, or if the date of the charges is after the last day and no day of joining is
     * given.
     *
     * @throws InvalidInputException if the day of joining that is given is after the last day
     */
    public FeePeriod charged(FeePeriod period) {
        if (full) {
            return period;
        }
        joinedOn.filter(period.last()::isBefore).ifPresent(day -> {
            throw new InvalidInputException(Field.JOINED, Problem.OUT_OF_SEQUENCE, day.toString());
        });
        return period.from(joinedOn.orElse(date)).orElse(period);
    }
}
