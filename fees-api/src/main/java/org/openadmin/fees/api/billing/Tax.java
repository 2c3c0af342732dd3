package org.openadmin.fees.api.billing;

import org.openadmin.fees.api.Money;

/**
 * A tax on a charge.
 *
 * @param name the short name of the tax when the charge was recorded, such as {@code GST}
 * @param amount the amount of tax; zero or more
 */
public record Tax(String name, Money amount) {

    /** The maximum number of taxes on a charge. The journal has four columns for them. */
    public static final int MAX_PER_CHARGE = 4;
}
