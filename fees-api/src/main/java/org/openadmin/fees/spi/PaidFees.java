package org.openadmin.fees.spi;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The charges that a payment settled. The journal lists their numbers in the payment's description, as the old system did;
 * readers get their names.
 */
public final class PaidFees {

    private static final Pattern NUMBERS = Pattern.compile("[\\d\\s,;]*\\d[\\d\\s,;]*");
    private static final Pattern NOT_A_NUMBER = Pattern.compile("\\D+");
    private static final int MAX_NUMBER_LENGTH = 9;

    private PaidFees() {}

    /** Returns the numbers of the charges in a payment's description, in its order. */
    public static List<Integer> listed(String description) {
        return Arrays.stream(NOT_A_NUMBER.split(description))
                .filter(number -> !number.isEmpty() && number.length() <= MAX_NUMBER_LENGTH)
                .map(Integer::valueOf)
                .filter(number -> number > 0)
                .distinct()
                .toList();
    }

    /**
     * Returns the names of the fees, such as {@code Lab fee, Bus pass}. A description that is not a list of numbers, or
     * lists only unknown ones, is returned as it is: it is an old system's own text.
     *
     * @param names the names of the charges by their number; others are left out
     */
    public static String named(String description, Map<Integer, String> names) {
        if (!NUMBERS.matcher(description).matches()) {
            return description;
        }
        String fees = listed(description).stream()
                .map(names::get)
                .filter(Objects::nonNull)
                .map(String::strip)
                .collect(Collectors.joining(", "));
        return fees.isEmpty() ? description : fees;
    }
}
