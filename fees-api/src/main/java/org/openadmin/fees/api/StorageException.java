package org.openadmin.fees.api;

import java.io.Serial;

/** The database could not be reached, did not answer or refused. {@link #outcome()} says whether anything was stored. */
public final class StorageException extends FeesException {

    @Serial
    private static final long serialVersionUID = 1L;

    /** What is known about the command that failed. */
    public enum Outcome {
        /** Nothing was stored: do it again. */
        NOTHING_STORED,
        /** It may have been stored: send the same request with the same key again, which has one effect at most. */
        UNKNOWN
    }

    private final Outcome outcome;

    public StorageException(Outcome outcome, Throwable cause) {
        super(
                outcome == Outcome.NOTHING_STORED
                        ? "The database did not respond, and nothing was saved. See the log for the reason."
                        : "The database did not respond, so this may or may not have been saved. Send it again with the"
                                + " same key.",
                cause);
        this.outcome = outcome;
    }

    public Outcome outcome() {
        return outcome;
    }
}
