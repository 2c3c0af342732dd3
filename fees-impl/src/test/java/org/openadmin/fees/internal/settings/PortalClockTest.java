package org.openadmin.fees.internal.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PortalClockTest {

    /** After supper in Saskatchewan, and already tomorrow in UTC. */
    private static final Clock EVENING = Clock.fixed(Instant.parse("2026-09-09T01:30:00Z"), ZoneOffset.UTC);

    @Test
    void theDayIsThatOfTheSchoolAndNotOfTheServer() {
        PortalClock clock = new PortalClock(new ConfiguredSettings(Map.of("time.zone", "America/Regina")), EVENING);

        assertThat(LocalDate.now(clock)).isEqualTo("2026-09-08");
        assertThat(clock.getZone()).isEqualTo(ZoneId.of("America/Regina"));
        assertThat(clock.instant()).isEqualTo(EVENING.instant());
        assertThat(clock.millis()).isEqualTo(EVENING.millis());
    }

    @Test
    void withoutAZoneOfTheSchoolTheDayIsThatOfTheServer() {
        assertThat(LocalDate.now(new PortalClock(new ConfiguredSettings(Map.of()), EVENING)))
                .isEqualTo("2026-09-09");
    }

    @Test
    void aChangeOfTheConfigurationCountsAtOnceAndAWrongOneDoesNot() {
        ConfiguredSettings settings = new ConfiguredSettings(Map.of());
        PortalClock clock = new PortalClock(settings, EVENING);

        settings.read(Map.of("time.zone", "Pacific/Kiritimati"));
        assertThat(LocalDate.now(clock)).isEqualTo("2026-09-09");
        settings.read(Map.of("time.zone", "America/St_Johns"));
        assertThat(LocalDate.now(clock)).isEqualTo("2026-09-08");
        settings.read(Map.of("time.zone", "Mars/Olympus"));
        assertThat(LocalDate.now(clock)).isEqualTo("2026-09-08");
        settings.read(Map.of());
        assertThat(LocalDate.now(clock)).isEqualTo("2026-09-09");
    }

    @Test
    void withoutAGoodConfigurationItStillTellsTheTime() {
        assertThat(LocalDate.now(new PortalClock(new ConfiguredSettings(Map.of("paper", "a5")), EVENING)))
                .isEqualTo("2026-09-09");
    }
}
