package org.openadmin.fees.api.till;

import java.io.Serial;
import java.time.LocalDate;
import org.openadmin.fees.api.FeesException;

/** There is no cash or cheque to deposit. */
public final class NothingToDepositException extends FeesException {

    @Serial
    private static final long serialVersionUID = 1L;

    private final LocalDate until;

    public NothingToDepositException(LocalDate until) {
        super("There is nothing to deposit up to " + until + ".");
        this.until = until;
    }

    /** The last day whose money was to be deposited. */
    public LocalDate until() {
        return until;
    }
}
