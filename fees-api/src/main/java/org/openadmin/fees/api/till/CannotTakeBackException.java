package org.openadmin.fees.api.till;

import java.io.Serial;
import org.openadmin.fees.api.FeesException;

/** A counter-deposit cannot be made. */
public final class CannotTakeBackException extends FeesException {

    @Serial
    private static final long serialVersionUID = 1L;

    /** Why not. */
    public enum Problem {
        /** It is a counter-deposit itself. */
        COUNTER_DEPOSIT,
        /** No receipt in it was voided since. */
        NOTHING_VOIDED,
        /** Everything in it has been taken back. */
        TAKEN_BACK
    }

    private final transient DepositNumber number;
    private final Problem problem;

    public CannotTakeBackException(DepositNumber number, Problem problem) {
        super("Deposit " + number + " cannot be taken back: " + problem + ".");
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
