package org.openadmin.fees.ui.internal.components;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.openadmin.fees.api.Dates;
import org.openadmin.fees.api.InvalidInputException;
import org.openadmin.fees.api.InvalidInputException.Field;
import org.openadmin.fees.api.InvalidInputException.Problem;

/**
 * Reads a date that is not in the form that the field shows: {@code today}, a day of this month such as {@code 8}, {@code 20261103},
 * {@code 2026/11/3}, {@code 31/12/2026}. Day and month have the order of the field, or in French the day comes first. Where that
 * leaves two dates, neither is guessed. A year of two digits is of this century.
 */
final class DateInput {

    private static final Set<String> TODAY = Set.of("today", "aujourd'hui");
    private static final Pattern DAY = Pattern.compile("\\d{1,2}");
    private static final Pattern COMPACT = Pattern.compile("(\\d{4})(\\d{2})(\\d{2})");
    private static final Pattern YEAR_FIRST = Pattern.compile("(\\d{4})[-/. ](\\d{1,2})[-/. ](\\d{1,2})");
    private static final Pattern YEAR_LAST = Pattern.compile("(\\d{1,2})[-/. ](\\d{1,2})[-/. ](\\d{4}|\\d{2})");
    private static final int CENTURY = 2000;

    private enum Order {
        YEAR_FIRST,
        MONTH_FIRST,
        DAY_FIRST
    }

    private final Locale locale;
    private final Order order;

    /** @param pattern the form that the field shows, such as {@code d/MM/yyyy} */
    DateInput(Locale locale, String pattern) {
        this.locale = locale;
        if (pattern.startsWith("y")) {
            order = Order.YEAR_FIRST;
        } else {
            order = pattern.indexOf('M') < pattern.indexOf('d') ? Order.MONTH_FIRST : Order.DAY_FIRST;
        }
    }

    /** @throws InvalidInputException if the text is not a date, or can be read as two */
    LocalDate read(String typed, LocalDate today) {
        String text = typed.strip().replace('’', '\'').toLowerCase(locale);
        if (TODAY.contains(text)) {
            return today;
        }
        if (DAY.matcher(text).matches()) {
            YearMonth month = YearMonth.from(today);
            return date(month.getYear(), month.getMonthValue(), Integer.parseInt(text))
                    .orElseThrow(() -> notADate(typed));
        }
        return Stream.of(COMPACT, YEAR_FIRST)
                .map(form -> form.matcher(text))
                .filter(Matcher::matches)
                .findFirst()
                .map(found -> date(number(found, 1), number(found, 2), number(found, 3)))
                .orElseGet(() -> yearLast(typed, text, today))
                .map(Dates::require)
                .orElseThrow(() -> notADate(typed));
    }

    private Optional<LocalDate> yearLast(String typed, String text, LocalDate today) {
        Matcher found = YEAR_LAST.matcher(text);
        if (!found.matches()) {
            return Optional.empty();
        }
        boolean twoDigits = found.group(3).length() == 2;
        if (twoDigits && order == Order.YEAR_FIRST) {
            // which of the three would be the year?
            return Optional.empty();
        }
        int year = number(found, 3) + (twoDigits ? CENTURY : 0);
        Optional<LocalDate> dayFirst = date(year, number(found, 2), number(found, 1));
        Optional<LocalDate> monthFirst = date(year, number(found, 1), number(found, 2));
        if (order == Order.DAY_FIRST
                || order == Order.YEAR_FIRST && locale.getLanguage().equals("fr")) {
            return dayFirst.or(() -> monthFirst);
        }
        if (order == Order.YEAR_FIRST
                && dayFirst.isPresent()
                && monthFirst.isPresent()
                && !dayFirst.equals(monthFirst)) {
            LocalDate nearer = Stream.of(dayFirst.get(), monthFirst.get())
                    .min(Comparator.comparing(date -> Math.abs(ChronoUnit.DAYS.between(date, today))))
                    .orElseThrow();
            throw new InvalidInputException(Field.DATE, Problem.AMBIGUOUS, typed, nearer.toString());
        }
        return monthFirst.or(() -> dayFirst);
    }

    private static int number(Matcher found, int group) {
        return Integer.parseInt(found.group(group));
    }

    private static Optional<LocalDate> date(int year, int month, int day) {
        try {
            return Optional.of(LocalDate.of(year, month, day));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static InvalidInputException notADate(String typed) {
        return new InvalidInputException(Field.DATE, Problem.NOT_A_DATE, typed);
    }
}
