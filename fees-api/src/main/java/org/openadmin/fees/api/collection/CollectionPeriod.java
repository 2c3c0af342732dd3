package org.openadmin.fees.api.collection;

import java.time.LocalDate;
import java.time.Month;
import java.util.Optional;
import org.openadmin.fees.api.Dates;
import org.openadmin.fees.api.InvalidInputException;
import org.openadmin.fees.api.InvalidInputException.Field;
import org.openadmin.fees.api.InvalidInputException.Problem;

/**
 * The dates of the charges to include, and the day as of which to tell what has become of them. A charge without a date, or with one that does not exist, is old; it is only in the period
 * without limits.
 *
 * @param from the first date
 * @param to the last date
 * @param asOf the day at whose end the charges are shown; those of a later date are left out. Empty for now
 */
public record CollectionPeriod(Optional<LocalDate> from, Optional<LocalDate> to, Optional<LocalDate> asOf) {

    /** @throws InvalidInputException if the last date is before the first, or a date is out of range */
    public CollectionPeriod {
        from.ifPresent(Dates::require);
        to.ifPresent(Dates::require);
        asOf.ifPresent(Dates::require);
        if (from.isPresent() && to.isPresent() && to.get().isBefore(from.get())) {
            throw new InvalidInputException(
                    Field.DATE, Problem.OUT_OF_RANGE, to.get().toString());
        }
    }

    /** The charges of these dates, as they are now. */
    public CollectionPeriod(Optional<LocalDate> from, Optional<LocalDate> to) {
        this(from, to, Optional.empty());
    }

    /** Returns the same charges as of a day, or as they are now. */
    public CollectionPeriod asOf(Optional<LocalDate> day) {
        return new CollectionPeriod(from, to, day);
    }

    /** Returns the period of all charges, also of old ones without a date. */
    public static CollectionPeriod always() {
        return new CollectionPeriod(Optional.empty(), Optional.empty());
    }

    /** Returns the school year that this day is in, from 1 September to 31 August. */
    public static CollectionPeriod schoolYear(LocalDate day) {
        LocalDate september = LocalDate.of(day.getYear(), Month.SEPTEMBER, 1);
        LocalDate first = day.isBefore(september) ? september.minusYears(1) : september;
        return new CollectionPeriod(
                Optional.of(first), Optional.of(first.plusYears(1).minusDays(1)));
    }

    /** Whether the charges of all dates are included, also old ones without a date. */
    public boolean isAlways() {
        return from.isEmpty() && to.isEmpty();
    }

    /** Whether a charge with this date is included. */
    public boolean includes(Optional<LocalDate> date) {
        return asOf.stream()
                        .noneMatch(day -> date.filter(each -> each.isAfter(day)).isPresent())
                && isIn(date);
    }

    private boolean isIn(Optional<LocalDate> date) {
        return isAlways()
                || date.filter(day -> from.stream().noneMatch(day::isBefore)
                                && to.stream().noneMatch(day::isAfter))
                        .isPresent();
    }
}
