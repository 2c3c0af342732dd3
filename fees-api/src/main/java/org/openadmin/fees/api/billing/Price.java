package org.openadmin.fees.api.billing;

import java.util.List;
import org.openadmin.fees.api.Money;

/**
 * The price of one charge of a fee on one date.
 *
 * <p>Taxes that are added: each is subtotal × rate, rounded half up to the cent: 100.00 with taxes of 5 % and 9.975 % comes to 114.98.
 * Taxes that the amount includes: each is total × rate / (100 + the sum of the rates), rounded half up, and the rest is the subtotal:
 * 40.00 with a tax of 5 % is 38.10 and 1.90.
 *
 * @param amount the amount before discount; it includes the taxes if these are included
 * @param subtotal the amount after discount, before tax; zero or more
 * @param taxes the taxes in the configured order; empty if there are none
 * @param total subtotal plus taxes; above zero
 * @param taxesIncluded whether the amount includes the taxes
 */
public record Price(Money amount, Money subtotal, List<Tax> taxes, Money total, boolean taxesIncluded) {

    public Price {
        taxes = List.copyOf(taxes);
    }

    /** A price whose taxes are added. */
    public Price(Money amount, Money subtotal, List<Tax> taxes, Money total) {
        this(amount, subtotal, taxes, total, false);
    }

    /** The amount of the discount; zero or more. */
    public Money discount() {
        return amount.minus(taxesIncluded ? total : subtotal);
    }
}
