package org.openadmin.fees.api.billing;

import java.io.Serial;
import java.util.List;
import org.openadmin.fees.api.FeesException;

/** These charges do not exist. */
public final class UnknownChargeException extends FeesException {

    @Serial
    private static final long serialVersionUID = 1L;

    private final transient List<ChargeId> charges;

    public UnknownChargeException(List<ChargeId> charges) {
        super("There is no charge number " + ChargeId.joined(charges) + ".");
        this.charges = List.copyOf(charges);
    }

    public List<ChargeId> charges() {
        return charges;
    }
}
