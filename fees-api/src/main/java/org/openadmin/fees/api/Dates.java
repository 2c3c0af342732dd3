package org.openadmin.fees.api;

import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.format.ResolverStyle;
import org.openadmin.fees.api.InvalidInputException.Field;
import org.openadmin.fees.api.InvalidInputException.Problem;

/** Dates and months as the module reads and writes them outside of screens: {@code 2026-09-08} and {@code 2026-09}. */
public final class Dates {

    private static final DateTimeFormatter STRICT =
            DateTimeFormatter.ofPattern("uuuu-MM-dd").withResolverStyle(ResolverStyle.STRICT);
    private static final DateTimeFormatter MONTH =
            DateTimeFormatter.ofPattern("uuuu-MM").withResolverStyle(ResolverStyle.STRICT);
    private static final LocalDate FIRST = LocalDate.of(1900, 1, 1);
    private static final LocalDate LAST = LocalDate.of(2999, 12, 31);

    private Dates() {}

    /**
     * Reads a date such as {@code 2026-09-08}; {@code 2026-02-30} is refused, not moved.
     *
     * @throws InvalidInputException when there is no such date, or it is not between 1900 and 2999
     */
    public static LocalDate parse(String text) {
        try {
            return require(LocalDate.parse(text.strip(), STRICT));
        } catch (DateTimeParseException e) {
            throw new InvalidInputException(Field.DATE, Problem.NOT_A_DATE, text);
        }
    }

    /**
     * Reads a month such as {@code 2026-09}.
     *
     * @throws InvalidInputException when there is no such month, or it is not between 1900 and 2999
     */
    public static YearMonth parseMonth(String text) {
        try {
            return requireMonth(YearMonth.parse(text.strip(), MONTH));
        } catch (DateTimeParseException e) {
            throw new InvalidInputException(Field.MONTH, Problem.NOT_A_DATE, text);
        }
    }

    /**
     * This month, when it is between 1900 and 2999.
     *
     * @throws InvalidInputException otherwise
     */
    public static YearMonth requireMonth(YearMonth month) {
        if (month.getYear() < FIRST.getYear() || month.getYear() > LAST.getYear()) {
            throw new InvalidInputException(Field.MONTH, Problem.OUT_OF_RANGE, month.toString());
        }
        return month;
    }

    public static LocalDate require(LocalDate date) {
        if (date == null) {
            throw new InvalidInputException(Field.DATE, Problem.MISSING, "");
        }
        if (date.isBefore(FIRST) || date.isAfter(LAST)) {
            throw new InvalidInputException(Field.DATE, Problem.OUT_OF_RANGE, date.toString());
        }
        return date;
    }
}
