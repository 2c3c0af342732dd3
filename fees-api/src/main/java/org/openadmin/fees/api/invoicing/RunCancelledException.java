package org.openadmin.fees.api.invoicing;

import java.io.Serial;
import org.openadmin.fees.api.FeesException;

/** An invoice run was stopped by a user, or because nobody waited for its document any more. No document was created. */
public final class RunCancelledException extends FeesException {

    @Serial
    private static final long serialVersionUID = 1L;

    private final transient RunNumber number;

    public RunCancelledException(RunNumber number) {
        this(number, null);
    }

    /** @param cause where the work was when it was stopped */
    public RunCancelledException(RunNumber number, Throwable cause) {
        super("Run " + number + " was stopped. No document was made.", cause);
        this.number = number;
    }

    public RunNumber number() {
        return number;
    }
}
