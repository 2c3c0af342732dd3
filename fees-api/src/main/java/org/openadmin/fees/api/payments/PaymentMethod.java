package org.openadmin.fees.api.payments;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import org.openadmin.fees.api.InvalidInputException;
import org.openadmin.fees.api.InvalidInputException.Field;
import org.openadmin.fees.api.InvalidInputException.Problem;

/** How money was paid or paid back. */
public enum PaymentMethod {
    CASH,
    CHEQUE,
    CARD,
    TRANSFER,
    OTHER;

    /** The name in the journal and in the shell, such as {@code cash}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * Returns the method with this name, ignoring case.
     *
     * @throws InvalidInputException if there is no such method
     */
    public static PaymentMethod named(String word) {
        return Arrays.stream(values())
                .filter(method -> method.word().equalsIgnoreCase(word.strip()))
                .findFirst()
                .orElseThrow(() ->
                        new InvalidInputException(Field.METHOD, Problem.UNKNOWN, word + " (known: " + words() + ")"));
    }

    private static String words() {
        return Arrays.stream(values()).map(PaymentMethod::word).collect(Collectors.joining(", "));
    }
}
