package org.openadmin.fees.api.billing;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** How far apart the due dates of the parts of a charge are. */
public enum Every {
    /** On the same day of each month, or on its last day where it has no such day. */
    MONTH("month"),
    TWO_WEEKS("2weeks"),
    WEEK("week");

    private final String code;

    Every(String code) {
        this.code = code;
    }

    /** The code in the table and in commands, such as {@code 2weeks}. */
    public String code() {
        return code;
    }

    /** Returns the interval with this code, ignoring case, or empty if there is none. */
    public static Optional<Every> find(String code) {
        return Arrays.stream(values())
                .filter(each -> each.code.equalsIgnoreCase(code.strip()))
                .findFirst();
    }

    /**
     * The due dates of so many parts, from the first one on. Each is counted from the first, so that January 31 is followed by
     * February 28 and March 31.
     */
    public List<LocalDate> days(LocalDate first, int count) {
        return IntStream.range(0, count).mapToObj(i -> day(first, i)).toList();
    }

    private LocalDate day(LocalDate first, int times) {
        return switch (this) {
            case MONTH -> first.plusMonths(times);
            case TWO_WEEKS -> first.plusWeeks(2L * times);
            case WEEK -> first.plusWeeks(times);
        };
    }
}
