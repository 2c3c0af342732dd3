package org.openadmin.fees.api.billing;

import java.util.List;
import org.openadmin.fees.api.Money;

/**
 * What one charge of a fee comes to. Each tax is subtotal × rate, half a cent up: 100.00 at 5 % and 9.975 % is 114.98.
 *
 * @param amount the amount before discount
 * @param subtotal the amount after discount
 * @param taxes the taxes in the configured order; empty when there are none
 * @param total subtotal and taxes
 */
public record Price(Money amount, Money subtotal, List<Tax> taxes, Money total) {

    public Price {
        taxes = List.copyOf(taxes);
    }

    /** What the discount takes off, zero or more. */
    public Money discount() {
        return amount.minus(subtotal);
    }
}
