package org.openadmin.fees.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.Currency;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.openadmin.fees.api.RepeatedAmount.Kind;

class RepeatedAmountTest {

    private static final Instant NOW = Instant.parse("2026-03-15T23:58:00Z");
    private static final Money FIFTY = Money.parse("50.00", Currency.getInstance("CAD"));

    @ParameterizedTest
    @CsvSource({"PT0S, 0", "PT59S, 0", "PT1M, 1", "PT2M59.999S, 2", "PT10M, 10", "PT-5S, 0"})
    void moneyOfTheLastTenMinutesIsAskedAbout(Duration ago, int minutes) {
        assertThat(of(ago)).contains(new RepeatedAmount(Kind.RECEIPT, 12, FIFTY, minutes));
    }

    @ParameterizedTest
    @CsvSource({"PT10M0.001S", "PT24H", "PT-10M-1S"})
    void olderMoneyIsNotAskedAbout(Duration ago) {
        assertThat(of(ago)).isEmpty();
    }

    @Test
    void onlyItsOwnConfirmationIsEnough() {
        RepeatedAmount repeated = of(Duration.ofMinutes(2)).orElseThrow();

        assertThatThrownBy(() -> repeated.requireConfirmed(Set.of(Confirmation.UNUSUAL_DATE)))
                .isInstanceOfSatisfying(RepeatedAmountException.class, e -> assertThat(e.repeated())
                        .isEqualTo(repeated));
        assertThatCode(() -> repeated.requireConfirmed(Set.of(Confirmation.REPEATED_AMOUNT)))
                .doesNotThrowAnyException();
    }

    private static Optional<RepeatedAmount> of(Duration ago) {
        return RepeatedAmount.of(Kind.RECEIPT, 12, FIFTY, NOW.minus(ago), NOW);
    }
}
