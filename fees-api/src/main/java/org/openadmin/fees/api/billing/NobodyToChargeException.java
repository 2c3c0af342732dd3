package org.openadmin.fees.api.billing;

import java.io.Serial;
import org.openadmin.fees.api.FeesException;

/** The assessment would charge no student: all of them are left out, already have the fee, or would exceed its limit. */
public final class NobodyToChargeException extends FeesException {

    @Serial
    private static final long serialVersionUID = 1L;

    private final int alreadyCharged;
    private final int overLimit;

    public NobodyToChargeException(int alreadyCharged) {
        this(alreadyCharged, 0);
    }

    public NobodyToChargeException(int alreadyCharged, int overLimit) {
        super("There is nobody left to charge"
                + (alreadyCharged == 0 ? "" : ": " + alreadyCharged + " already have this fee")
                + (overLimit == 0 ? "." : "; " + overLimit + " would exceed its limit."));
        this.alreadyCharged = alreadyCharged;
        this.overLimit = overLimit;
    }

    /** How many students already had the fee. */
    public int alreadyCharged() {
        return alreadyCharged;
    }

    /** How many students would exceed the limit of the fee. */
    public int overLimit() {
        return overLimit;
    }
}
