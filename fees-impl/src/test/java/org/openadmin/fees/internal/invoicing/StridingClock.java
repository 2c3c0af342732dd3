package org.openadmin.fees.internal.invoicing;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** A clock that moves on with each reading, by more than any pause of an e-mail run, so that no test waits. */
final class StridingClock extends Clock {

    private static final Duration STRIDE = Duration.ofMinutes(2);

    private Instant now;

    StridingClock(Instant start) {
        this.now = start;
    }

    @Override
    public Instant instant() {
        now = now.plus(STRIDE);
        return now;
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        throw new UnsupportedOperationException("no run changes the zone");
    }
}
