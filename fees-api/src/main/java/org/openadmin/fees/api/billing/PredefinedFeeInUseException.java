package org.openadmin.fees.api.billing;

import java.io.Serial;
import org.openadmin.fees.api.FeesException;

/** The predefined fee cannot be removed, because charges were made from it. */
public final class PredefinedFeeInUseException extends FeesException {

    @Serial
    private static final long serialVersionUID = 1L;

    private final transient PredefinedFeeId id;
    private final int charges;

    public PredefinedFeeInUseException(PredefinedFeeId id, int charges) {
        super("The predefined fee " + id + " has been charged " + charges
                + " times, so it cannot be removed. Add a new one instead.");
        this.id = id;
        this.charges = charges;
    }

    public PredefinedFeeId id() {
        return id;
    }

    /** How many charges were made from the fee. */
    public int charges() {
        return charges;
    }
}
