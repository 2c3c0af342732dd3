package org.openadmin.fees.internal.settings;

import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.openadmin.fees.api.InvalidInputException;
import org.openadmin.fees.api.InvalidInputException.Field;
import org.openadmin.fees.api.Money;
import org.openadmin.fees.api.TextRules;
import org.openadmin.fees.spi.InvalidSettingException;
import org.openadmin.fees.spi.InvalidSettingException.Problem;
import org.openadmin.fees.spi.ReturnSettings;
import org.openadmin.fees.spi.TaxRate;

/** Reads the settings of returned payments: {@code bounce.fee}, {@code bounce.fee-name}, {@code bounce.fee-taxes} and
 * {@code bounce.cash-only-days}. */
final class ReturnKeys {

    private static final String FEE = "bounce.fee";
    private static final String FEE_NAME = "bounce.fee-name";
    private static final String FEE_TAXES = "bounce.fee-taxes";
    private static final int MAX_NAME_LENGTH = 255;
    private static final int MAX_CASH_ONLY_DAYS = 3650;

    private ReturnKeys() {}

    /**
     * @param locale the school's, for the usual name of the fee
     * @throws InvalidSettingException for the first value that is not valid
     */
    static ReturnSettings read(ConfigValues values, Currency currency, Locale locale, List<TaxRate> taxes) {
        return new ReturnSettings(
                fee(values.value(FEE), currency),
                name(values.value(FEE_NAME), locale),
                taxes(values.value(FEE_TAXES), taxes),
                values.whole("bounce.cash-only-days", 0, MAX_CASH_ONLY_DAYS));
    }

    private static Optional<Money> fee(String text, Currency currency) {
        if (text.isEmpty()) {
            return Optional.empty();
        }
        try {
            return Optional.of(Money.parse(text, currency).requireReceivable());
        } catch (InvalidInputException e) {
            throw new InvalidSettingException(FEE, text, Problem.AMOUNT);
        }
    }

    private static String name(String text, Locale locale) {
        if (text.isEmpty()) {
            boolean french = locale.getLanguage().equals(Locale.FRENCH.getLanguage());
            return french ? "Frais de paiement retourné" : "Returned payment fee";
        }
        try {
            return TextRules.required(Field.NAME, text, MAX_NAME_LENGTH);
        } catch (InvalidInputException e) {
            throw new InvalidSettingException(FEE_NAME, text, Problem.FEE_NAME);
        }
    }

    private static List<String> taxes(String text, List<TaxRate> taxes) {
        return Stream.of(text.split("[\\s,]+"))
                .filter(word -> !word.isEmpty())
                .map(word -> taxes.stream()
                        .map(TaxRate::name)
                        .filter(word::equalsIgnoreCase)
                        .findFirst()
                        .orElseThrow(() -> new InvalidSettingException(FEE_TAXES, text, Problem.UNKNOWN_TAX)))
                .distinct()
                .toList();
    }
}
