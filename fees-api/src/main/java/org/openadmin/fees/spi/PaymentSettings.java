package org.openadmin.fees.spi;

import java.math.BigDecimal;
import java.util.Currency;
import org.openadmin.fees.api.Actor;
import org.openadmin.fees.api.Money;
import org.openadmin.fees.api.Role;
import org.openadmin.fees.api.payments.PaymentMethod;

/**
 * The settings of the counter.
 *
 * @param firstReceipt the number of the first receipt, unless the journal already has a higher one
 * @param confirmAbove the largest amount on account that the cashier need not confirm; above zero
 * @param printAtOnce whether a receipt is printed as soon as the payment is recorded
 * @param cash how sums are rounded that change hands in cash
 * @param cashiersSell whether cashiers may sell predefined fees at the counter without the role to charge them
 */
public record PaymentSettings(
        long firstReceipt, Money confirmAbove, boolean printAtOnce, CashRounding cash, boolean cashiersSell) {

    /** The default amount above which money on account is confirmed, in the school's currency. */
    public static final BigDecimal USUAL_CONFIRM_ABOVE = new BigDecimal("1000");

    private static final String SELL = "Cashier.receive with a sale";

    /** Returns the default settings with this first receipt number. */
    public static PaymentSettings from(long firstReceipt, Currency currency) {
        return new PaymentSettings(
                firstReceipt, new Money(USUAL_CONFIRM_ABOVE, currency), false, CashRounding.none(), false);
    }

    /** Checks that the user may sell predefined fees: a cashier who may also charge them, or any cashier if the school allows it. */
    public void requireSeller(Actor actor) {
        actor.require(Role.CASHIER, SELL);
        if (!cashiersSell) {
            actor.require(Role.BILL, SELL);
        }
    }

    /** Whether the user may sell predefined fees. */
    public boolean maySell(Actor actor) {
        return actor.may(Role.CASHIER) && (cashiersSell || actor.may(Role.BILL));
    }

    /** How sums are rounded that change hands by this method; only cash ever is. */
    public CashRounding rounding(PaymentMethod method) {
        return method == PaymentMethod.CASH ? cash : CashRounding.none();
    }
}
