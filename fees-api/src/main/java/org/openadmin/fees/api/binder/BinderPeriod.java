package org.openadmin.fees.api.binder;

import java.time.LocalDate;
import org.openadmin.fees.api.Dates;

/**
 * The days that a binder is about.
 *
 * @param from the first day
 * @param to the last day, included
 */
public record BinderPeriod(LocalDate from, LocalDate to) {

    /**
     * @throws PeriodReversedException if the last day is before the first
     * @throws org.openadmin.fees.api.InvalidInputException if a date is out of range
     */
    public BinderPeriod {
        Dates.require(from);
        Dates.require(to);
        if (to.isBefore(from)) {
            throw new PeriodReversedException(from, to);
        }
    }

    /** Whether a day is in the period. */
    public boolean includes(LocalDate day) {
        return !day.isBefore(from) && !day.isAfter(to);
    }

    /** Such as {@code 2025-09-01 – 2026-08-31}. */
    @Override
    public String toString() {
        return from + " – " + to;
    }
}
