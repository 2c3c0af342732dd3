package org.openadmin.fees.internal.persistence;

import java.time.LocalDate;
import java.util.Optional;

/** Dates in native queries, as text: an old row may lack one or hold {@code 0000-00-00}, which is no date. */
public final class SqlDates {

    private SqlDates() {}

    /** What to select in order to get the day of a column. */
    public static String of(String column) {
        return "CASE WHEN " + column + " >= '1000-01-01' THEN CAST(" + column + " AS CHAR) END";
    }

    public static Optional<LocalDate> day(Object selected) {
        return Optional.ofNullable(selected).map(Object::toString).map(LocalDate::parse);
    }
}
