package org.openadmin.portal.internal;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Slows down the guessing of passwords: after some failures a user name at an address has to wait, each time twice as
 * long, and so has an address that tries many names. A user at another address can still log in, so nobody can be locked
 * out by somebody else. Behind a proxy, let the server take the address from the proxy's header.
 */
final class LoginBrake {

    private static final int FREE_PER_NAME = 5;
    private static final int FREE_PER_ADDRESS = 30;
    private static final Duration FIRST_WAIT = Duration.ofSeconds(15);
    private static final Duration LONGEST_WAIT = Duration.ofMinutes(15);
    private static final Duration FORGOTTEN = Duration.ofHours(1);
    private static final int MAX_ENTRIES = 10_000;

    private final Clock clock;
    private final Map<String, Failures> failures = new LinkedHashMap<>(16, 0.75f, true) {

        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Failures> eldest) {
            return size() > MAX_ENTRIES;
        }
    };

    private record Failures(int count, Instant last, Instant until) {}

    LoginBrake(Clock clock) {
        this.clock = clock;
    }

    /** Returns how long this log-in must wait; empty if it may be tried now. */
    synchronized Optional<Duration> wait(String name, String address) {
        Instant now = clock.instant();
        Duration byName = remaining(key(name, address), now);
        Duration byAddress = remaining(address, now);
        Duration longer = byName.compareTo(byAddress) > 0 ? byName : byAddress;
        return longer.isZero() ? Optional.empty() : Optional.of(longer);
    }

    synchronized void failed(String name, String address) {
        count(key(name, address), FREE_PER_NAME);
        count(address, FREE_PER_ADDRESS);
    }

    /** The failures of the address stay: its other guesses are not forgiven. */
    synchronized void succeeded(String name, String address) {
        failures.remove(key(name, address));
    }

    private Duration remaining(String key, Instant now) {
        Failures known = failures.get(key);
        return known == null || !known.until().isAfter(now) ? Duration.ZERO : Duration.between(now, known.until());
    }

    private void count(String key, int free) {
        Instant now = clock.instant();
        Failures before = failures.get(key);
        boolean counts = before != null && before.last().plus(FORGOTTEN).isAfter(now);
        int count = counts ? before.count() + 1 : 1;
        failures.put(key, new Failures(count, now, now.plus(pause(count - free))));
    }

    private static Duration pause(int over) {
        if (over < 0) {
            return Duration.ZERO;
        }
        Duration pause = FIRST_WAIT.multipliedBy(1L << Math.min(over, 10));
        return pause.compareTo(LONGEST_WAIT) > 0 ? LONGEST_WAIT : pause;
    }

    private static String key(String name, String address) {
        return address + " " + name.toLowerCase(java.util.Locale.ROOT);
    }
}
