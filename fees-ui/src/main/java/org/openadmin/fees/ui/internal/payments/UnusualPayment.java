package org.openadmin.fees.ui.internal.payments;

import java.util.Optional;
import org.openadmin.fees.api.Money;

/** A payment of more money than is due, which may be a slip of the finger, so that the cashier confirms it once. */
enum UnusualPayment {
    /** Cash of more than the amount due: usually the family expects change. */
    CHANGE_EXPECTED,
    /** More than twice the amount due. */
    MORE_THAN_TWICE,
    /** More than the amount above which the school wants every payment confirmed. */
    LARGE;

    /**
     * Checks an amount.
     *
     * @param due the amount due for the selected charges; zero if the money is received on account
     * @param largest the largest amount that needs no confirmation
     */
    static Optional<UnusualPayment> of(Money received, Money due, boolean cash, Money largest) {
        boolean over = due.isPositive() && received.compareTo(due) > 0;
        if (over && cash) {
            return Optional.of(CHANGE_EXPECTED);
        }
        if (over && received.compareTo(due.times(2)) > 0) {
            return Optional.of(MORE_THAN_TWICE);
        }
        return received.compareTo(largest) > 0 && received.compareTo(due) > 0 ? Optional.of(LARGE) : Optional.empty();
    }
}
