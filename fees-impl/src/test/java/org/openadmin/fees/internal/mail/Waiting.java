package org.openadmin.fees.internal.mail;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;

/** A clock that is advanced only by pauses. */
final class Waiting extends Clock implements SendingPause {

    final List<Duration> pauses = new ArrayList<>();
    /** Why it paused for the server. */
    final List<String> reasons = new ArrayList<>();

    Instant now = Instant.parse("2026-09-08T14:05:00Z");
    /** The number of pauses after which the run is stopped. */
    int patience = Integer.MAX_VALUE;

    @Override
    public boolean of(Duration length) {
        pauses.add(length);
        now = now.plus(length);
        return pauses.size() <= patience;
    }

    @Override
    public boolean of(Duration length, String reason) {
        reasons.add(reason);
        return of(length);
    }

    @Override
    public Instant instant() {
        return now;
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        throw new UnsupportedOperationException("one zone is enough");
    }
}
