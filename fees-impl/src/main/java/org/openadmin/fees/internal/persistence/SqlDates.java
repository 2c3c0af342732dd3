package org.openadmin.fees.internal.persistence;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Optional;

/**
 * Dates in native queries, read as text: an old row may have no date, {@code 0000-00-00}, which stands for none, or one that does
 * not exist, such as {@code 2024-10-00}.
 */
public final class SqlDates {

    private SqlDates() {}

    /** The expression to select for the date in a column. */
    public static String of(String column) {
        return "CASE WHEN " + column + " >= '1000-01-01' THEN CAST(" + column + " AS CHAR) END";
    }

    /** The date; empty when there is none, or no such day. */
    public static Optional<LocalDate> day(Object selected) {
        return Optional.ofNullable(selected).map(Object::toString).flatMap(SqlDates::existing);
    }

    private static Optional<LocalDate> existing(String text) {
        try {
            return Optional.of(LocalDate.parse(text));
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }
}
