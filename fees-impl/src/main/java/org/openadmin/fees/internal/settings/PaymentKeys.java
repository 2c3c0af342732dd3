package org.openadmin.fees.internal.settings;

import java.math.BigDecimal;
import java.util.Currency;
import org.openadmin.fees.api.InvalidInputException;
import org.openadmin.fees.api.Money;
import org.openadmin.fees.spi.CashRounding;
import org.openadmin.fees.spi.InvalidSettingException;
import org.openadmin.fees.spi.InvalidSettingException.Problem;
import org.openadmin.fees.spi.PaymentSettings;

/** Reads the settings of the counter: {@code receipt.first}, {@code receipt.print-at-once}, {@code payment.confirm-above},
 * {@code cash.rounding} and {@code counter.sells}. */
final class PaymentKeys {

    private static final String CONFIRM_ABOVE = "payment.confirm-above";
    private static final String CASH_ROUNDING = "cash.rounding";
    private static final BigDecimal LARGEST_STEP = BigDecimal.ONE;

    private PaymentKeys() {}

    /** @throws InvalidSettingException for the first value that is not valid */
    static PaymentSettings read(ConfigValues values, Currency currency) {
        return new PaymentSettings(
                values.whole("receipt.first", 1, Integer.MAX_VALUE),
                confirmAbove(values, currency),
                values.flag("receipt.print-at-once"),
                cash(values, currency),
                values.flag("counter.sells"));
    }

    private static CashRounding cash(ConfigValues values, Currency currency) {
        String text = values.value(CASH_ROUNDING);
        if (text.isEmpty()) {
            return CashRounding.none();
        }
        try {
            Money step = Money.parse(text, currency).requireReceivable();
            if (step.amount().compareTo(LARGEST_STEP) <= 0) {
                return CashRounding.to(step);
            }
        } catch (InvalidInputException e) {
            // refused below, as is a step that is too large
        }
        throw new InvalidSettingException(CASH_ROUNDING, text, Problem.CASH_STEP);
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
