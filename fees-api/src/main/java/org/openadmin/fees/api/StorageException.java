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
                        ? "The database did not do this. Nothing was stored; the log says why."
                        : "The database did not answer, and it may have stored this. Send it again with the same key.",
                cause);
        this.outcome = outcome;
    }

    public Outcome outcome() {
        return outcome;
    }
}
