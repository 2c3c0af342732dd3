package org.openadmin.fees.internal.mail;

import java.time.Duration;

/** How a run waits. */
@FunctionalInterface
public interface SendingPause {

    /** @return whether to go on; false, and before the time is over, when the run is to stop */
    boolean of(Duration length);
}
