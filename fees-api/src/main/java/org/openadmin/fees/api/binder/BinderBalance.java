package org.openadmin.fees.api.binder;

import org.openadmin.fees.api.Money;

/**
 * What all accounts come to at the end of a day.
 *
 * @param outstanding the sum of the open charges; zero or more
 * @param credit the sum of the credit on account; zero or more, unless old data has faults
 */
public record BinderBalance(Money outstanding, Money credit) {

    /** The sum of the balances: what all students owe, less the credit. */
    public Money balance() {
        return outstanding.minus(credit);
    }
}
