package org.openadmin.fees.internal.ledger;

import java.time.LocalDate;
import org.openadmin.fees.api.collection.CollectionPeriod;

/** The days from the first to the last, both included. */
public record DatePeriod(LocalDate first, LocalDate last) {

    /** All days that a charge can have. */
    public static final DatePeriod ALWAYS = new DatePeriod(LocalDate.of(1000, 1, 1), LocalDate.of(9999, 12, 31));

    /** The days that are at most so many before or after this one. */
    public static DatePeriod around(LocalDate date, int days) {
        return new DatePeriod(date.minusDays(days), date.plusDays(days));
    }

    /** The school year that this day is in. */
    public static DatePeriod schoolYear(LocalDate day) {
        CollectionPeriod year = CollectionPeriod.schoolYear(day);
        return new DatePeriod(year.from().orElseThrow(), year.to().orElseThrow());
    }

    public boolean contains(LocalDate date) {
        return !date.isBefore(first) && !date.isAfter(last);
    }
}
