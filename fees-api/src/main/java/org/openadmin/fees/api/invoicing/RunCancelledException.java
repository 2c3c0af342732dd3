package org.openadmin.fees.api.invoicing;

import java.io.Serial;
import org.openadmin.fees.api.FeesException;

/** The user stopped an invoice run. No document was created. */
public final class RunCancelledException extends FeesException {

    @Serial
    private static final long serialVersionUID = 1L;

    private final transient RunNumber number;

    public RunCancelledException(RunNumber number) {
        super("Run " + number + " was stopped. No document was made.");
        this.number = number;
    }

    public RunNumber number() {
        return number;
    }
}
