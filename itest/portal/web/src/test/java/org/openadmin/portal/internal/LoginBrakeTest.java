package org.openadmin.portal.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

class LoginBrakeTest {

    private static final String HERE = "192.0.2.1";
    private static final String ELSEWHERE = "192.0.2.2";

    private Instant now = Instant.parse("2026-09-08T12:00:00Z");
    private final LoginBrake brake = new LoginBrake(new Clock() {
        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return now;
        }
    });

    @Test
    void aFewMistakesCostNothing() {
        fail(4, "clerk", HERE);

        assertThat(brake.wait("clerk", HERE)).isEmpty();
    }

    @Test
    void eachGuessAfterThatWaitsTwiceAsLong() {
        fail(5, "clerk", HERE);
        assertThat(brake.wait("clerk", HERE)).contains(Duration.ofSeconds(15));
        assertThat(brake.wait("CLERK", HERE)).contains(Duration.ofSeconds(15));

        now = now.plusSeconds(15);
        assertThat(brake.wait("clerk", HERE)).isEmpty();
        fail(1, "clerk", HERE);
        assertThat(brake.wait("clerk", HERE)).contains(Duration.ofSeconds(30));
        fail(20, "clerk", HERE);
        assertThat(brake.wait("clerk", HERE)).contains(Duration.ofMinutes(15));
    }

    @Test
    void nobodyIsLockedOutBySomebodyElse() {
        fail(20, "clerk", HERE);

        assertThat(brake.wait("clerk", ELSEWHERE)).isEmpty();
        assertThat(brake.wait("cashier", HERE)).isEmpty();
    }

    @Test
    void manyNamesFromOneAddressWaitToo() {
        for (int i = 0; i < 30; i++) {
            fail(1, "user" + i, HERE);
        }

        assertThat(brake.wait("clerk", HERE)).isPresent();
        assertThat(brake.wait("clerk", ELSEWHERE)).isEmpty();
    }

    @Test
    void aLogInForgivesTheMistakesBeforeItAndAnHourForgivesAll() {
        fail(4, "clerk", HERE);
        brake.succeeded("clerk", HERE);
        fail(4, "clerk", HERE);
        assertThat(brake.wait("clerk", HERE)).isEmpty();

        now = now.plus(Duration.ofMinutes(61));
        fail(4, "clerk", HERE);
        assertThat(brake.wait("clerk", HERE)).isEmpty();
    }

    private void fail(int times, String name, String address) {
        for (int i = 0; i < times; i++) {
            brake.failed(name, address);
        }
    }
}
