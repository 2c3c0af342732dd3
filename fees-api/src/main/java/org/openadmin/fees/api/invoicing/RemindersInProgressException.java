package org.openadmin.fees.api.invoicing;

import java.io.Serial;
import org.openadmin.fees.api.FeesException;

/** Other reminders are being printed or e-mailed: two runs at once could remind the same family twice. */
public final class RemindersInProgressException extends FeesException {

    @Serial
    private static final long serialVersionUID = 1L;

    private final transient RunNumber number;

    /** @param number the run that is in progress */
    public RemindersInProgressException(RunNumber number) {
        super("Reminders are already being printed or e-mailed (run " + number + "). Wait until it is finished.");
        this.number = number;
    }

    /** The run that is in progress. */
    public RunNumber number() {
        return number;
    }
}
