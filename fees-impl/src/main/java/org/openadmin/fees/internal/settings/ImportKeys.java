package org.openadmin.fees.internal.settings;

import java.nio.charset.Charset;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.openadmin.fees.api.InvalidInputException;
import org.openadmin.fees.api.payments.PaymentMethod;
import org.openadmin.fees.spi.ImportSettings;
import org.openadmin.fees.spi.InvalidSettingException;
import org.openadmin.fees.spi.InvalidSettingException.Problem;

/** Reads the settings of the bank's files: {@code import.bank.day} and the like. */
final class ImportKeys {

    private static final String TEXTS = "import.bank.texts";
    private static final String FORMAT = "import.bank.day-format";
    private static final String DECIMAL = "import.bank.decimal";
    private static final String CHARSET = "import.bank.charset";
    private static final String METHOD = "import.bank.method";

    /** Cash and cheques would be expected in a drawer. */
    private static final Set<PaymentMethod> NOT_IN_DRAWER =
            EnumSet.of(PaymentMethod.TRANSFER, PaymentMethod.CARD, PaymentMethod.OTHER);

    private ImportKeys() {}

    /** @throws InvalidSettingException for the first value that is not valid */
    static ImportSettings read(ConfigValues values, Locale locale) {
        return new ImportSettings(
                values.line("import.bank.day"),
                values.line("import.bank.amount"),
                texts(values),
                format(values.line(FORMAT)),
                decimal(values.value(DECIMAL, String.valueOf(ImportSettings.usualDecimal(locale)))),
                charset(values.value(CHARSET)),
                method(values.value(METHOD)));
    }

    private static List<String> texts(ConfigValues values) {
        String line = values.line(TEXTS);
        List<String> names = Stream.of(line.split(";"))
                .map(String::strip)
                .filter(name -> !name.isEmpty())
                .toList();
        if (names.isEmpty()) {
            throw new InvalidSettingException(TEXTS, line, Problem.EMPTY);
        }
        return names;
    }

    private static String format(String text) {
        if (!ImportSettings.isDayFormat(text)) {
            throw new InvalidSettingException(FORMAT, text, Problem.DAY_FORMAT);
        }
        return text;
    }

    private static char decimal(String text) {
        if (!text.equals(".") && !text.equals(",")) {
            throw new InvalidSettingException(DECIMAL, text, Problem.DECIMAL_SIGN);
        }
        return text.charAt(0);
    }

    private static Charset charset(String text) {
        try {
            return Charset.forName(text);
        } catch (IllegalArgumentException e) {
            throw new InvalidSettingException(CHARSET, text, Problem.CHARSET);
        }
    }

    private static PaymentMethod method(String text) {
        try {
            PaymentMethod method = PaymentMethod.parse(text);
            if (NOT_IN_DRAWER.contains(method)) {
                return method;
            }
        } catch (InvalidInputException e) {
            // thrown below in both cases
        }
        throw new InvalidSettingException(METHOD, text, Problem.PAYMENT_METHOD);
    }
}
