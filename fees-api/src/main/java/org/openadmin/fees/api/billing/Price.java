package org.openadmin.fees.api.billing;

import java.util.List;
import org.openadmin.fees.api.Money;

/**
 * The price of one charge of a fee on one date. Each tax is subtotal × rate, rounded half up to the cent: 100.00 with taxes of 5 %
 * and 9.975 % comes to 114.98.
 *
 * @param amount the amount before discount
 * @param subtotal the amount after discount, before tax
 * @param taxes the taxes in the configured order; empty if there are none
 * @param total subtotal plus taxes
 */
public record Price(Money amount, Money subtotal, List<Tax> taxes, Money total) {

    public Price {
        taxes = List.copyOf(taxes);
    }

    /** The amount of the discount; zero or more. */
    public Money discount() {
        return amount.minus(subtotal);
    }
}
