package org.openadmin.fees.api.billing;

import java.io.Serial;
import org.openadmin.fees.api.FeesException;

/** An assessment that would charge nobody: all are left out or have the fee already. */
public final class NobodyToChargeException extends FeesException {

    @Serial
    private static final long serialVersionUID = 1L;

    private final int alreadyCharged;

    public NobodyToChargeException(int alreadyCharged) {
        super("There is nobody left to charge"
                + (alreadyCharged == 0 ? "." : ": " + alreadyCharged + " already have this fee."));
        this.alreadyCharged = alreadyCharged;
    }

    public int alreadyCharged() {
        return alreadyCharged;
    }
}
