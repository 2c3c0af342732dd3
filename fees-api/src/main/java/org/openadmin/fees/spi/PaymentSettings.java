package org.openadmin.fees.spi;

import java.math.BigDecimal;
import java.util.Currency;
import org.openadmin.fees.api.Money;
import org.openadmin.fees.api.payments.PaymentMethod;

/**
 * The settings of the counter.
 *
 * @param firstReceipt the number of the first receipt, unless the journal already has a higher one
 * @param confirmAbove the largest amount on account that the cashier need not confirm; above zero
 * @param printAtOnce whether a receipt is printed as soon as the payment is recorded
 * @param cash how sums are rounded that change hands in cash
 */
public record PaymentSettings(long firstReceipt, Money confirmAbove, boolean printAtOnce, CashRounding cash) {

    /** The default amount above which money on account is confirmed, in the school's currency. */
    public static final BigDecimal USUAL_CONFIRM_ABOVE = new BigDecimal("1000");

    /** Returns the default settings with this first receipt number. */
    public static PaymentSettings from(long firstReceipt, Currency currency) {
        return new PaymentSettings(firstReceipt, new Money(USUAL_CONFIRM_ABOVE, currency), false, CashRounding.none());
    }

    /** How sums are rounded that change hands by this method; only cash ever is. */
    public CashRounding rounding(PaymentMethod method) {
        return method == PaymentMethod.CASH ? cash : CashRounding.none();
    }
}
