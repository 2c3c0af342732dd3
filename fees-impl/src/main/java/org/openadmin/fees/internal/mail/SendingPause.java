package org.openadmin.fees.internal.mail;

import java.time.Duration;

/** Pauses a run between messages and attempts. */
@FunctionalInterface
public interface SendingPause {

    /** @return whether to continue; false, possibly before the time is over, when the run is to stop */
    boolean of(Duration length);

    /**
     * Pauses because of a server that does not work or asks to wait.
     *
     * @param reason its answer, for the log of the run
     */
    default boolean of(Duration length, String reason) {
        return of(length);
    }
}
