package org.openadmin.fees.internal.settings;

import java.util.Currency;
import org.openadmin.fees.api.InvalidInputException;
import org.openadmin.fees.api.Money;
import org.openadmin.fees.spi.InvalidSettingException;
import org.openadmin.fees.spi.InvalidSettingException.Problem;
import org.openadmin.fees.spi.PaymentSettings;

/** Reads the settings of the counter: {@code receipt.first}, {@code receipt.print-at-once} and {@code payment.confirm-above}. */
final class PaymentKeys {

    private static final String CONFIRM_ABOVE = "payment.confirm-above";

    private PaymentKeys() {}

    /** @throws InvalidSettingException for the first value that is not valid */
    static PaymentSettings read(ConfigValues values, Currency currency) {
        return new PaymentSettings(
                values.whole("receipt.first", 1, Integer.MAX_VALUE),
                confirmAbove(values, currency),
                values.flag("receipt.print-at-once"));
    }

    private static Money confirmAbove(ConfigValues values, Currency currency) {
        String text = values.value(CONFIRM_ABOVE);
        try {
            return Money.parse(text, currency).requireReceivable();
        } catch (InvalidInputException e) {
            throw new InvalidSettingException(CONFIRM_ABOVE, text, Problem.AMOUNT);
        }
    }
}
