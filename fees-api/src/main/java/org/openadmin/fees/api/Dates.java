package org.openadmin.fees.api;

import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.format.ResolverStyle;
import org.openadmin.fees.api.InvalidInputException.Field;
import org.openadmin.fees.api.InvalidInputException.Problem;

/**
 * Parses dates such as {@code 2026-09-08} and months such as {@code 2026-09}, and checks that they are between 1900 and
 * 2999.
 */
public final class Dates {

    /** The date of a charge or receipt of an old system for which none is stored, or one that does not exist. It is never shown. */
    public static final LocalDate UNKNOWN = LocalDate.of(1900, 1, 1);

    private static final DateTimeFormatter STRICT =
            DateTimeFormatter.ofPattern("uuuu-MM-dd").withResolverStyle(ResolverStyle.STRICT);
    private static final DateTimeFormatter MONTH =
            DateTimeFormatter.ofPattern("uuuu-MM").withResolverStyle(ResolverStyle.STRICT);
    private static final LocalDate FIRST = UNKNOWN;
    private static final LocalDate LAST = LocalDate.of(2999, 12, 31);

    private Dates() {}

    /**
     * Parses a date such as {@code 2026-09-08}. A date that does not exist, such as {@code 2026-02-30}, is rejected.
     *
     * @throws InvalidInputException if the text is not a valid date, or the date is not between 1900 and 2999
     */
    public static LocalDate parse(String text) {
        return parse(text, Field.DATE);
    }

    /**
     * Parses a date of this field, such as {@code 2026-09-08}. A date that does not exist is rejected.
     *
     * @throws InvalidInputException if the text is not a valid date, or the date is not between 1900 and 2999
     */
    public static LocalDate parse(String text, Field field) {
        try {
            return require(LocalDate.parse(text.strip(), STRICT), field);
        } catch (DateTimeParseException e) {
            throw new InvalidInputException(field, Problem.NOT_A_DATE, text);
        }
    }

    /**
     * Parses a month such as {@code 2026-09}.
     *
     * @throws InvalidInputException if the text is not a valid month, or the month is not between 1900 and 2999
     */
    public static YearMonth parseMonth(String text) {
        try {
            return requireMonth(YearMonth.parse(text.strip(), MONTH));
        } catch (DateTimeParseException e) {
            throw new InvalidInputException(Field.MONTH, Problem.NOT_A_DATE, text);
        }
    }

    /**
     * Returns this month if it is between 1900 and 2999.
     *
     * @throws InvalidInputException if it is not
     */
    public static YearMonth requireMonth(YearMonth month) {
        if (month.getYear() < FIRST.getYear() || month.getYear() > LAST.getYear()) {
            throw new InvalidInputException(Field.MONTH, Problem.OUT_OF_RANGE, month.toString());
        }
        return month;
    }

    /**
     * Returns this date if it is between 1900 and 2999.
     *
     * @throws InvalidInputException if it is not, or if {@code date} is null
     */
    public static LocalDate require(LocalDate date) {
        return require(date, Field.DATE);
    }

    /**
     * Returns this date of this field if it is between 1900 and 2999.
     *
     * @throws InvalidInputException if it is not, or if {@code date} is null
     */
    public static LocalDate require(LocalDate date, Field field) {
        if (date == null) {
            throw new InvalidInputException(field, Problem.MISSING, "");
        }
        if (date.isBefore(FIRST) || date.isAfter(LAST)) {
            throw new InvalidInputException(field, Problem.OUT_OF_RANGE, date.toString());
        }
        return date;
    }
}
