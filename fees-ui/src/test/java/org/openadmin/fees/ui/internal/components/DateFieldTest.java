package org.openadmin.fees.ui.internal.components;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.data.binder.Result;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.openadmin.fees.ui.internal.Screens;
import org.openadmin.fees.ui.internal.UserContext;

class DateFieldTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 9, 8);

    private final Evening clock = new Evening();

    /** Half past eleven at night in Saskatchewan, until a test turns it on. */
    private static final class Evening extends Clock {

        private Instant now = Instant.parse("2026-09-09T05:30:00Z");

        @Override
        public ZoneId getZone() {
            return ZoneId.of("America/Regina");
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return Clock.fixed(now, zone);
        }

        @Override
        public Instant instant() {
            return now;
        }
    }

    @AfterEach
    void close() {
        Screens.close();
    }

    private DateField field(Locale locale) {
        Screens.open(locale);
        return Screens.show(new DateField(UserContext.now(clock), "Date"));
    }

    private void nextMorning() {
        clock.now = clock.now.plus(Duration.ofHours(9));
    }

    @Test
    void theProposedDateIsThatOfTheSchoolAndFollowsTheDay() {
        DateField field = field(Locale.CANADA);
        assertThat(field.getValue()).isEqualTo(TODAY);
        nextMorning();

        field.followDay();

        assertThat(field.getValue()).isEqualTo(TODAY.plusDays(1));
        clock.now = clock.now.plus(Duration.ofDays(1));
        field.followDay();
        assertThat(field.getValue()).isEqualTo(TODAY.plusDays(2));
    }

    @Test
    void whatIsReadIsTodayThoughTheBrowserHasNotReportedTheNewDay() {
        DateField field = field(Locale.CANADA);
        nextMorning();

        assertThat(field.read()).contains(TODAY.plusDays(1));
        assertThat(field.getValue()).isEqualTo(TODAY.plusDays(1));
    }

    @Test
    void aDateOfTheUserStays() {
        DateField field = field(Locale.CANADA);
        field.setValue(TODAY.minusDays(3));
        nextMorning();

        field.followDay();

        assertThat(field.read()).contains(TODAY.minusDays(3));
    }

    @Test
    void aFieldThatTheUserEmptiedStaysEmpty() {
        DateField field = field(Locale.CANADA);
        field.clear();
        nextMorning();

        field.followDay();

        assertThat(field.read()).isEmpty();
        assertThat(field.isInvalid()).isTrue();
    }

    @Test
    void theBrowserWaitsForMidnightAtTheSchool() {
        Screens.open(Locale.CANADA);

        assertThat(UserContext.now(clock).untilTomorrow()).isEqualTo(Duration.ofMinutes(30));
    }

    @Test
    void otherFormsAreReadOrRefusedWithTheFormToWrite() {
        DateField english = field(Locale.CANADA);
        assertThat(parse(english, "20260903")).isEqualTo("2026-09-03");
        assertThat(parse(english, "today")).isEqualTo("2026-09-08");
        assertThat(parse(english, "8")).isEqualTo("2026-09-08");
        assertThat(parse(english, "31/12/2026")).isEqualTo("2026-12-31");
        assertThat(parse(english, "2026-02-30")).isEqualTo("That date does not exist. Enter it as 2026-09-08.");
        assertThat(parse(english, "03/11/2026"))
                .isEqualTo("“03/11/2026” can be read in two ways. Enter 2026-11-03 if that is what you mean.");
        Screens.close();

        assertThat(parse(field(Locale.CANADA_FRENCH), "03/11/2026")).isEqualTo("2026-11-03");
    }

    @Test
    void theFieldShowsOneFormAndTwoDigitsMeanThisCentury() {
        DateField canada = field(Locale.CANADA);
        assertThat(canada.getI18n().getDateFormats()).containsExactly("yyyy-MM-dd");
        assertThat(canada.getI18n().getReferenceDate()).isEqualTo("2050-01-01");
        Screens.close();

        assertThat(field(Locale.US).getI18n().getDateFormats()).containsExactly("M/d/yyyy");
    }

    private static String parse(DateField field, String typed) {
        Result<LocalDate> result = field.getFallbackParser().apply(typed);
        return result.isError()
                ? result.getMessage().orElseThrow()
                : result.getOrThrow(IllegalStateException::new).toString();
    }
}
