package org.openadmin.fees.api.payments;

import java.io.Serial;
import java.util.List;
import org.openadmin.fees.api.FeesException;
import org.openadmin.fees.api.billing.ChargeId;

/** These charges have already been settled and cannot be paid again. */
public final class ChargeSettledException extends FeesException {

    @Serial
    private static final long serialVersionUID = 1L;

    private final transient List<ChargeId> charges;

    public ChargeSettledException(List<ChargeId> charges) {
        super("Already paid: charge " + ChargeId.joined(charges) + ". No payment was taken.");
        this.charges = List.copyOf(charges);
    }

    public List<ChargeId> charges() {
        return charges;
    }
}
