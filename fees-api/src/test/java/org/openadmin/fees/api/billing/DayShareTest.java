package org.openadmin.fees.api.billing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.openadmin.fees.testkit.Kit.cad;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.openadmin.fees.api.Money;
import org.openadmin.fees.testkit.Kit;

class DayShareTest {

    @ParameterizedTest
    @CsvSource({
        "150.00, 152, 303, 75.25",
        "0.01, 1, 2, 0.01",
        "0.01, 1, 3, 0.00",
        "1.00, 1, 200, 0.01",
        "99999999.99, 303, 303, 99999999.99",
        "100.00, 0, 303, 0.00"
    })
    void halfACentRoundsUp(String whole, int days, int of, String share) {
        assertThat(new DayShare(days, of).of(cad(whole))).isEqualTo(cad(share));
    }

    @Property
    void whatIsUsedAndWhatIsLeftAddUpToTheWhole(
            @ForAll @IntRange(max = 9_999_999) int cents,
            @ForAll @IntRange(min = 1, max = 400) int of,
            @ForAll @IntRange(max = 400) int some) {
        Money whole = Money.of(BigDecimal.valueOf(cents, 2), Kit.CAD);
        int days = some % (of + 1);
        DayShare share = new DayShare(days, of);

        assertThat(share.of(whole).plus(share.restOf(whole))).isEqualTo(whole);
        assertThat(List.of(share.of(whole), share.restOf(whole))).noneMatch(Money::isNegative);
        if (days < of) {
            assertThat(new DayShare(days + 1, of).of(whole)).isGreaterThanOrEqualTo(share.of(whole));
        }
        assertThat(new DayShare(of, of).of(whole)).isEqualTo(whole);
        assertThat(new DayShare(0, of).of(whole).isZero()).isTrue();
    }

    @Property
    void theDaysFromADayOnArePartOfThePeriod(
            @ForAll @IntRange(min = 1, max = 800) int days, @ForAll @IntRange(min = -50, max = 900) int joined) {
        LocalDate first = LocalDate.of(2026, 9, 1);
        FeePeriod period = new FeePeriod(first, first.plusDays(days - 1L));
        assertThat(period.days()).isEqualTo(days);

        int expected = days - Math.max(0, joined);
        assertThat(period.from(first.plusDays(joined)).map(FeePeriod::days).orElse(0))
                .isEqualTo(Math.max(0, expected));
        period.from(first.plusDays(joined)).ifPresent(rest -> {
            assertThat(rest.last()).isEqualTo(period.last());
            assertThat(period.share(rest)).isEqualTo(new DayShare(expected, days));
        });
    }

    @Test
    void aShareIsAPartOfTheWhole() {
        for (int[] wrong : List.of(new int[] {2, 1}, new int[] {-1, 3}, new int[] {0, 0})) {
            assertThatThrownBy(() -> new DayShare(wrong[0], wrong[1])).isInstanceOf(IllegalArgumentException.class);
        }
    }

    @Test
    void theSmallestShareIsACent() {
        Fee fee = Kit.fee("Bus", "0.02");
        Price price = new Price(cad("0.02"), cad("0.02"), List.of(), cad("0.02"));

        assertThat(new DayShare(1, 303).of(fee, price).amount()).isEqualTo(cad("0.01"));
        assertThat(new DayShare(303, 303).of(fee, price)).isEqualTo(fee);
    }
}
