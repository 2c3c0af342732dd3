package org.openadmin.fees.api.billing;

import org.openadmin.fees.api.Money;

/**
 * A tax on a charge.
 *
 * @param name the short name at that time, such as {@code GST}
 * @param amount the tax, zero or more
 */
public record Tax(String name, Money amount) {

    /** The most taxes that a charge can carry: the journal has four columns for them. */
    public static final int MOST_PER_CHARGE = 4;
}
