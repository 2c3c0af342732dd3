package org.openadmin.fees.api;

import java.io.Serial;

/**
 * The same amount was taken or paid out a moment ago, and this was not confirmed. Nothing was recorded; the same request with the
 * confirmation is accepted.
 */
public final class RepeatedAmountException extends FeesException {

    @Serial
    private static final long serialVersionUID = 1L;

    private final transient RepeatedAmount repeated;

    public RepeatedAmountException(RepeatedAmount repeated) {
        super("The " + repeated.kind() + " " + repeated.number() + " has the same amount, " + repeated.amount()
                + ", and is " + repeated.minutes() + " minutes old.");
        this.repeated = repeated;
    }

    public RepeatedAmount repeated() {
        return repeated;
    }
}
