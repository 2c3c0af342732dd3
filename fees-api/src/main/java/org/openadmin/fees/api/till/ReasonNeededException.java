package org.openadmin.fees.api.till;

import java.io.Serial;
import org.openadmin.fees.api.FeesException;
import org.openadmin.fees.api.Money;

/** The drawer is over or short, and no reason was given. */
public final class ReasonNeededException extends FeesException {

    @Serial
    private static final long serialVersionUID = 1L;

    private final transient Money expected;
    private final transient Money counted;

    public ReasonNeededException(Money expected, Money counted) {
        super(counted + " was counted and " + expected + " expected, and no reason was given.");
        this.expected = expected;
        this.counted = counted;
    }

    public Money expected() {
        return expected;
    }

    public Money counted() {
        return counted;
    }

    /** Above zero if the drawer is over, below zero if it is short. */
    public Money difference() {
        return counted.minus(expected);
    }
}
