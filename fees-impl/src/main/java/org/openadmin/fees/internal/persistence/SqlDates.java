package org.openadmin.fees.internal.persistence;

import java.time.LocalDate;
import java.util.Optional;

/** Dates in native queries, read as text: an old row may have no date, or {@code 0000-00-00}, which is invalid. */
public final class SqlDates {

    private SqlDates() {}

    /** The expression to select for the date in a column. */
    public static String of(String column) {
        return "CASE WHEN " + column + " >= '1000-01-01' THEN CAST(" + column + " AS CHAR) END";
    }

    public static Optional<LocalDate> day(Object selected) {
        return Optional.ofNullable(selected).map(Object::toString).map(LocalDate::parse);
    }
}
