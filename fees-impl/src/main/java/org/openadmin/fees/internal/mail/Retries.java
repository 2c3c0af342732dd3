package org.openadmin.fees.internal.mail;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * When to try again, and when to give up. A server that does not work is tried a few times. One that asks to wait, such as a
 * provider with a limit of messages per hour, is waited for, up to {@link #LONGEST_WAIT}.
 */
final class Retries {

    /** In all, without a message that was accepted. */
    static final Duration LONGEST_WAIT = Duration.ofMinutes(65);

    private static final List<Duration> PAUSES =
            List.of(Duration.ofSeconds(5), Duration.ofSeconds(20), Duration.ofMinutes(1));
    private static final List<Duration> LONG_PAUSES = List.of(
            Duration.ofSeconds(5),
            Duration.ofSeconds(20),
            Duration.ofMinutes(1),
            Duration.ofMinutes(2),
            Duration.ofMinutes(5),
            Duration.ofMinutes(10),
            Duration.ofMinutes(15));

    private final int attempts;
    private final Duration longest;
    private int failures;
    private Duration waited = Duration.ZERO;

    private Retries(int attempts, Duration longest) {
        this.attempts = attempts;
        this.longest = longest;
    }

    /** @param attempts how many times to try a server that does not ask to wait */
    static Retries of(int attempts) {
        return new Retries(attempts, LONGEST_WAIT);
    }

    /** A single attempt, whatever the server answers. */
    static Retries none() {
        return new Retries(1, Duration.ZERO);
    }

    /**
     * Counts a failed attempt.
     *
     * @return the pause before the next attempt; empty to give up
     */
    Optional<Duration> afterFailure(boolean asksToWait) {
        failures++;
        Duration pause = at(asksToWait ? LONG_PAUSES : PAUSES, failures - 1);
        boolean goesOn = asksToWait ? waited.plus(pause).compareTo(longest) <= 0 : failures < attempts;
        if (!goesOn) {
            return Optional.empty();
        }
        waited = waited.plus(pause);
        return Optional.of(pause);
    }

    private static Duration at(List<Duration> pauses, int index) {
        return pauses.get(Math.min(index, pauses.size() - 1));
    }
}
