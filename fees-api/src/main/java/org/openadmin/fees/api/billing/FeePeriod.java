package org.openadmin.fees.api.billing;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.openadmin.fees.api.Dates;
import org.openadmin.fees.api.InvalidInputException;
import org.openadmin.fees.api.InvalidInputException.Field;
import org.openadmin.fees.api.InvalidInputException.Problem;

/**
 * The days that a fee is for, such as those of a school year.
 *
 * @param first the first day, 1900-01-01 to 2999-12-31
 * @param last the last day, not before the first
 */
public record FeePeriod(LocalDate first, LocalDate last) {

    /** @throws InvalidInputException if a day is missing or out of range, or the last is before the first */
    public FeePeriod {
        Dates.require(first, Field.PERIOD);
        Dates.require(last, Field.PERIOD);
        if (last.isBefore(first)) {
            throw new InvalidInputException(Field.PERIOD, Problem.OUT_OF_SEQUENCE, last.toString());
        }
    }

    /**
     * The period with these limits; empty if neither is given.
     *
     * @throws InvalidInputException if only one is given, or they are not a period
     */
    public static Optional<FeePeriod> of(Optional<LocalDate> first, Optional<LocalDate> last) {
        return first.isEmpty() && last.isEmpty()
                ? Optional.empty()
                : Optional.of(new FeePeriod(first.orElse(null), last.orElse(null)));
    }

    /** Whether it has this day. */
    public boolean contains(LocalDate day) {
        return !day.isBefore(first) && !day.isAfter(last);
    }

    /** How many days it has. */
    public int days() {
        return Math.toIntExact(ChronoUnit.DAYS.between(first, last) + 1);
    }

    /** The days from this one on; empty if none is left. All of them if the day is before the first. */
    public Optional<FeePeriod> from(LocalDate day) {
        return day.isAfter(last) ? Optional.empty() : Optional.of(day.isAfter(first) ? new FeePeriod(day, last) : this);
    }

    /** How much of this period another one is that is a part of it. */
    public DayShare share(FeePeriod part) {
        return new DayShare(part.days(), days());
    }
}
