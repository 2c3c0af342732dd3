package org.openadmin.fees.api.billing;

import java.io.Serial;
import org.openadmin.fees.api.FeesException;

/** The assessment would charge no student: all of them are left out or already have the fee. */
public final class NobodyToChargeException extends FeesException {

    @Serial
    private static final long serialVersionUID = 1L;

    private final int alreadyCharged;

    public NobodyToChargeException(int alreadyCharged) {
        super("There is nobody left to charge"
                + (alreadyCharged == 0 ? "." : ": " + alreadyCharged + " already have this fee."));
        this.alreadyCharged = alreadyCharged;
    }

    /** How many students already had the fee. */
    public int alreadyCharged() {
        return alreadyCharged;
    }
}
