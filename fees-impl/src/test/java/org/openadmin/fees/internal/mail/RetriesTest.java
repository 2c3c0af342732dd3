package org.openadmin.fees.internal.mail;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RetriesTest {

    @Test
    void aServerThatDoesNotWorkIsTriedAsOftenAsConfigured() {
        assertThat(pauses(Retries.of(1), false)).isEmpty();
        assertThat(pauses(Retries.of(5), false))
                .containsExactly(
                        Duration.ofSeconds(5), Duration.ofSeconds(20), Duration.ofMinutes(1), Duration.ofMinutes(1));
    }

    @Test
    void aServerThatAsksToWaitIsWaitedForUpToAboutAnHour() {
        List<Duration> pauses = pauses(Retries.of(1), true);

        assertThat(pauses).startsWith(Duration.ofSeconds(5), Duration.ofSeconds(20), Duration.ofMinutes(1));
        assertThat(pauses.stream().reduce(Duration.ZERO, Duration::plus))
                .isBetween(Duration.ofMinutes(60), Retries.LONGEST_WAIT);
    }

    @Test
    void aSingleAttemptIsNeverRepeated() {
        assertThat(Retries.none().afterFailure(true)).isEmpty();
        assertThat(Retries.none().afterFailure(false)).isEmpty();
    }

    @Test
    void aServerThatStopsAnsweringAfterItAskedToWaitIsGivenUp() {
        Retries retries = Retries.of(3);
        retries.afterFailure(true);
        retries.afterFailure(true);

        assertThat(retries.afterFailure(false)).isEmpty();
    }

    private static List<Duration> pauses(Retries retries, boolean asksToWait) {
        List<Duration> pauses = new ArrayList<>();
        for (Optional<Duration> pause = retries.afterFailure(asksToWait);
                pause.isPresent();
                pause = retries.afterFailure(asksToWait)) {
            pauses.add(pause.get());
        }
        return pauses;
    }
}
