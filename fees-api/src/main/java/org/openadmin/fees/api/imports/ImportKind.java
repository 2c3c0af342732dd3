package org.openadmin.fees.api.imports;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import org.openadmin.fees.api.InvalidInputException;
import org.openadmin.fees.api.InvalidInputException.Field;
import org.openadmin.fees.api.InvalidInputException.Problem;

/** What a file has. */
public enum ImportKind {
    /** The transactions of a bank account, as CSV or OFX. Money received becomes payments. */
    BANK,
    /** Payments as CSV, each with its account, date, amount, method and reference. */
    PAYMENTS;

    /** The code in the table and in commands, such as {@code bank}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** @throws InvalidInputException if there is no such kind */
    public static ImportKind parse(String text) {
        return Arrays.stream(values())
                .filter(kind -> kind.code().equalsIgnoreCase(text.strip()))
                .findFirst()
                .orElseThrow(() -> new InvalidInputException(
                        Field.IMPORT_KIND, Problem.UNKNOWN, text + " (known: " + codes() + ")"));
    }

    private static String codes() {
        return Arrays.stream(values()).map(ImportKind::code).collect(Collectors.joining(", "));
    }
}
