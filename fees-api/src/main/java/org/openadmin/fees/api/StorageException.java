package org.openadmin.fees.api;

import java.io.Serial;

/**
 * The database could not be reached, did not respond, or rejected a statement. {@link #outcome()} tells whether
 * anything may have been stored.
 */
public final class StorageException extends FeesException {

    @Serial
    private static final long serialVersionUID = 1L;

    /** Whether the failed request may have been stored. */
    public enum Outcome {
        /** Nothing was stored. The request can be sent again. */
        NOTHING_STORED,
        /**
         * The request may have been stored. It is safe to send it again with the same key, because it takes effect at
         * most once.
         */
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

    /** Whether the request may have been stored. */
    public Outcome outcome() {
        return outcome;
    }
}
