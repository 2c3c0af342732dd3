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
        /** Nothing has been stored under the request's key, neither by this attempt nor by an earlier one. */
        NOTHING_STORED,
        /**
         * This attempt stored nothing. The key could not be looked up, so an earlier attempt with the same key may have
         * been stored. Also the outcome of a query.
         */
        ATTEMPT_NOT_STORED,
        /**
         * The request may have been stored, by this attempt or by an earlier one. It is safe to send it again with the
         * same key, because it takes effect at most once.
         */
        UNKNOWN
    }

    private final Outcome outcome;

    public StorageException(Outcome outcome, Throwable cause) {
        super(
                outcome == Outcome.UNKNOWN
                        ? "The database did not respond, so this may or may not have been saved. Send it again with the"
                                + " same key."
                        : "The database did not respond, and nothing was saved. See the log for the reason.",
                cause);
        this.outcome = outcome;
    }

    /**
     * Returns this failure as it applies to a request whose key was sent before: unless the key was looked up, an
     * earlier attempt may have been stored.
     */
    public StorageException ofRepeatedRequest() {
        return outcome == Outcome.ATTEMPT_NOT_STORED ? new StorageException(Outcome.UNKNOWN, this) : this;
    }

    /** Whether the request may have been stored. */
    public Outcome outcome() {
        return outcome;
    }
}
