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
    public String keyword() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Whether a bank can return such a payment, or take it back: every one but cash. */
    public boolean isReturnable() {
        return this != CASH;
    }

    /**
     * Returns the method with this name, ignoring case.
     *
     * @throws InvalidInputException if there is no such method
     */
    public static PaymentMethod parse(String keyword) {
        return Arrays.stream(values())
                .filter(method -> method.keyword().equalsIgnoreCase(keyword.strip()))
                .findFirst()
                .orElseThrow(() -> new InvalidInputException(
                        Field.METHOD, Problem.UNKNOWN, keyword + " (known: " + keywords() + ")"));
    }

    private static String keywords() {
        return Arrays.stream(values()).map(PaymentMethod::keyword).collect(Collectors.joining(", "));
    }
}
