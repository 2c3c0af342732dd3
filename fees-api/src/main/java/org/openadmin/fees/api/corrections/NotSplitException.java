package org.openadmin.fees.api.corrections;

import java.io.Serial;
import org.openadmin.fees.api.FeesException;
import org.openadmin.fees.api.billing.ChargeId;

/** The charge is not a part that a charge was split into, so there is nothing to put together. */
public final class NotSplitException extends FeesException {

    @Serial
    private static final long serialVersionUID = 1L;

    private final transient ChargeId charge;

    public NotSplitException(ChargeId charge) {
        super("Charge " + charge + " is not a part of a split charge.");
        this.charge = charge;
    }

    public ChargeId charge() {
        return charge;
    }
}
