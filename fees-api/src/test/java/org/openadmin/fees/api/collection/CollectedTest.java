package org.openadmin.fees.api.collection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.openadmin.fees.testkit.Kit.cad;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.openadmin.fees.api.InvalidInputException;
import org.openadmin.fees.api.Money;
import org.openadmin.fees.api.collection.CollectionQuery.GroupDay;
import org.openadmin.fees.api.students.GroupKind;

class CollectedTest {

    private static final Collected NOTHING = Collected.nothing(cad("0.00"));

    @Property
    void theStatesOfAnyChargesAddUpToWhatWasCharged(
            @ForAll @Size(max = 30) List<@IntRange(min = -100_000, max = 10_000_000) Integer> cents,
            @ForAll @Size(30) List<ChargeState> states) {
        Collected all = NOTHING;
        Money charged = cad("0.00");
        for (int i = 0; i < cents.size(); i++) {
            Money total = cad(BigDecimal.valueOf(cents.get(i), 2).toPlainString());
            all = all.plus(Collected.of(states.get(i), total));
            charged = charged.plus(total);
        }

        assertThat(all.charged()).isEqualTo(new Tally(cents.size(), charged));
        assertThat(all.states().values().stream().reduce(new Tally(0, cad("0.00")), Tally::plus))
                .isEqualTo(all.charged());
    }

    @Test
    void figuresThatDoNotAddUpAreRefused() {
        Tally one = new Tally(1, cad("5.00"));

        assertThatIllegalArgumentException().isThrownBy(() -> new Collected(one, Map.of()));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Collected(one, Map.of(ChargeState.PAID, new Tally(1, cad("4.99")))));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Collected(one, Map.of(ChargeState.PAID, new Tally(2, cad("5.00")))));
    }

    @Test
    void theRateIsWhatWasPaidOfWhatWasNotReversed() {
        Collected collected = paid("30.00")
                .plus(Collected.of(ChargeState.WAIVED, cad("10.00")))
                .plus(Collected.of(ChargeState.OUTSTANDING, cad("20.00")))
                .plus(Collected.of(ChargeState.REVERSED, cad("40.00")));

        assertThat(collected.rate()).contains(new BigDecimal("50.0"));
        assertThat(collected.due()).isEqualTo(new Tally(3, cad("60.00")));
    }

    @Test
    void theRateIsRoundedDownSoThatOnlyAllIsAHundred() {
        assertThat(paid("99999.99")
                        .plus(Collected.of(ChargeState.OUTSTANDING, cad("0.01")))
                        .rate())
                .contains(new BigDecimal("99.9"));
        assertThat(paid("5.00").rate()).contains(new BigDecimal("100.0"));
        assertThat(Collected.of(ChargeState.OUTSTANDING, cad("5.00")).rate()).contains(new BigDecimal("0.0"));
    }

    @Test
    void nothingToCollectHasNoRate() {
        assertThat(NOTHING.rate()).isEmpty();
        assertThat(Collected.of(ChargeState.REVERSED, cad("5.00")).rate()).isEmpty();
        assertThat(paid("0.00").rate()).isEmpty();
    }

    @Test
    void aStudentIsChargedUntilEverythingIsReversedAndSettledWhenNothingIsOpen() {
        assertThat(Collected.of(ChargeState.REVERSED, cad("5.00")).isCharged()).isFalse();
        assertThat(paid("5.00").isCharged()).isTrue();
        assertThat(paid("5.00").isSettled()).isTrue();
        assertThat(Collected.of(ChargeState.WAIVED, cad("5.00")).isSettled()).isTrue();
        assertThat(paid("5.00")
                        .plus(Collected.of(ChargeState.OUTSTANDING, cad("5.00")))
                        .isSettled())
                .isFalse();
    }

    @Test
    void theLinesOfAReportAddUpToItsTotal() {
        CollectionLine line = new CollectionLine("9A", paid("5.00"));

        assertThat(CollectionReport.of(Optional.empty(), List.of(line, line), cad("0.00"))
                        .total()
                        .charged())
                .isEqualTo(new Tally(2, cad("10.00")));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new CollectionReport(Optional.empty(), List.of(line), NOTHING));
    }

    @Test
    void theSchoolYearBeginsInSeptember() {
        CollectionPeriod year = CollectionPeriod.schoolYear(LocalDate.of(2026, 8, 31));

        assertThat(year.from()).contains(LocalDate.of(2025, 9, 1));
        assertThat(year.to()).contains(LocalDate.of(2026, 8, 31));
        assertThat(CollectionPeriod.schoolYear(LocalDate.of(2026, 9, 1)).from()).contains(LocalDate.of(2026, 9, 1));
    }

    @Test
    void aPeriodEndsAfterItBegins() {
        Optional<LocalDate> day = Optional.of(LocalDate.of(2026, 9, 8));

        assertThatThrownBy(() -> new CollectionPeriod(day, day.map(first -> first.minusDays(1))))
                .isInstanceOf(InvalidInputException.class);
        assertThat(new CollectionPeriod(day, day).includes(day)).isTrue();
        assertThat(new CollectionPeriod(day, Optional.empty()).includes(Optional.empty()))
                .isFalse();
        assertThat(CollectionPeriod.always().includes(Optional.empty())).isTrue();
    }

    @Test
    void chargesAreGroupedByHomeroomOrGradeOnly() {
        assertThatThrownBy(
                        () -> new CollectionQuery("Lab", GroupKind.STUDENT, GroupDay.TODAY, CollectionPeriod.always()))
                .isInstanceOf(InvalidInputException.class);
    }

    private static Collected paid(String amount) {
        return Collected.of(ChargeState.PAID, cad(amount));
    }
}
