package org.openadmin.fees.api.parents;

import java.util.Objects;
import org.openadmin.fees.api.Money;
import org.openadmin.fees.api.billing.Charge;

/**
 * A fee that is not settled.
 *
 * @param toPay the part that the money paid ahead does not cover, zero to the total of the charge
 */
public record OpenFee(Charge charge, State state, Money toPay) {

    /** Whether a fee is to be paid by now. */
    public enum State {
        /** The due date has passed. */
        OVERDUE,
        /** Due on this day. */
        DUE,
        /** The due date is still to come, or the fee is of a later date. */
        LATER
    }

    public OpenFee {
        Objects.requireNonNull(charge, "charge");
        Objects.requireNonNull(state, "state");
        Objects.requireNonNull(toPay, "toPay");
    }

    /** The part that is paid ahead: it needs no more money. */
    public Money paidAhead() {
        return charge.total().minus(toPay);
    }
}
