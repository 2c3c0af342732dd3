package org.openadmin.fees.testkit;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** A clock that a test moves. Each time that is read is a little later than the one before. */
public final class TestClock extends Clock {

    private static final long STEP_MILLIS = 7;

    private Instant now = Kit.TODAY.atTime(LocalTime.NOON).toInstant(ZoneOffset.UTC);

    /** Noon of this day. */
    public synchronized void moveTo(LocalDate day) {
        now = day.atTime(LocalTime.NOON).toInstant(ZoneOffset.UTC);
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        throw new UnsupportedOperationException();
    }

    @Override
    public synchronized Instant instant() {
        now = now.plusMillis(STEP_MILLIS);
        return now;
    }
}
