package org.openadmin.fees.api.till;

import java.io.Serial;
import org.openadmin.fees.api.FeesException;
import org.openadmin.fees.api.Money;

/** The cash of a deposit is not possible. */
public final class DepositCashException extends FeesException {

    @Serial
    private static final long serialVersionUID = 1L;

    /** What is wrong. */
    public enum Problem {
        /** More cash was paid out than received. */
        NEGATIVE,
        /** The notes and coins are another amount. */
        OTHER_AMOUNT
    }

    private final Problem problem;
    private final transient Money cash;
    private final transient Money counted;

    /**
     * @param cash the cash of the deposit
     * @param counted the amount of the notes and coins
     */
    public DepositCashException(Problem problem, Money cash, Money counted) {
        super("The cash of the deposit is " + cash + ", and " + counted + " was counted (" + problem + ").");
        this.problem = problem;
        this.cash = cash;
        this.counted = counted;
    }

    public Problem problem() {
        return problem;
    }

    public Money cash() {
        return cash;
    }

    public Money counted() {
        return counted;
    }
}
