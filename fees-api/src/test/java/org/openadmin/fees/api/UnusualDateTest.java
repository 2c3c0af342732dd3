package org.openadmin.fees.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.openadmin.fees.api.UnusualDate.Reason;

class UnusualDateTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 3, 15);

    @ParameterizedTest
    @CsvSource({"2026-03-15", "2026-03-14", "2026-02-12", "2026-03-16"})
    void aDateOfTheLast31DaysIsUsual(LocalDate date) {
        assertThat(UnusualDate.of(date, TODAY)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"2026-02-11, 32", "2025-03-15, 365", "1926-03-15, 36525"})
    void anOlderDateIsUnusual(LocalDate date, int days) {
        UnusualDate unusual = UnusualDate.of(date, TODAY).orElseThrow();

        assertThat(unusual).isEqualTo(new UnusualDate(Reason.LONG_AGO, date, TODAY));
        assertThat(unusual.days()).isEqualTo(days);
    }

    @Test
    void aDateBeforeTheLatestOfTheChargesIsUnusual() {
        List<LocalDate> charges = List.of(TODAY.minusDays(9), TODAY.minusDays(3), TODAY.minusDays(5));

        assertThat(UnusualDate.of(TODAY.minusDays(3), TODAY, charges)).isEmpty();
        assertThat(UnusualDate.of(TODAY.minusDays(4), TODAY, charges))
                .contains(new UnusualDate(Reason.BEFORE_CHARGE, TODAY.minusDays(4), TODAY.minusDays(3)));
        assertThat(UnusualDate.of(TODAY.minusDays(32), TODAY, charges))
                .map(UnusualDate::reason)
                .contains(Reason.LONG_AGO);
    }

    @Test
    void onlyTheConfirmationOfTheDateCounts() {
        UnusualDate unusual = UnusualDate.of(TODAY.minusDays(32), TODAY).orElseThrow();

        assertThatCode(() -> unusual.requireConfirmed(Set.of(Confirmation.UNUSUAL_DATE)))
                .doesNotThrowAnyException();
        assertThatThrownBy(() -> unusual.requireConfirmed(Set.of()))
                .isInstanceOfSatisfying(UnusualDateException.class, e -> assertThat(Optional.of(e.unusual()))
                        .contains(unusual));
    }
}
