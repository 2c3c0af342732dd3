package org.openadmin.fees.api.till;

import java.io.Serial;
import org.openadmin.fees.api.FeesException;

/** The user cannot verify this deposit. */
public final class CannotVerifyException extends FeesException {

    @Serial
    private static final long serialVersionUID = 1L;

    /** Why not. */
    public enum Problem {
        /** The user made it. */
        MAKER,
        /** It has been verified. */
        VERIFIED
    }

    private final transient DepositNumber number;
    private final Problem problem;

    public CannotVerifyException(DepositNumber number, Problem problem) {
        super("Deposit " + number + " cannot be verified by this user: " + problem + ".");
        this.number = number;
        this.problem = problem;
    }

    public DepositNumber number() {
        return number;
    }

    public Problem problem() {
        return problem;
    }
}
