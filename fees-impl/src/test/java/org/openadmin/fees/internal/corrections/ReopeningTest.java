package org.openadmin.fees.internal.corrections;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Currency;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.openadmin.fees.api.Money;
import org.openadmin.fees.api.billing.ChargeId;
import org.openadmin.fees.api.corrections.NotEnoughCreditException;
import org.openadmin.fees.internal.corrections.Reopening.Settled;

class ReopeningTest {

    private static final Currency CAD = Currency.getInstance("CAD");
    private static final long PAYMENT = 10;

    @Test
    void opensWhatThePaymentSettled() {
        Reopening reopening = Reopening.of(
                PAYMENT, cents(3000), cents(0), List.of(settled(1, PAYMENT, 1000), settled(2, PAYMENT, 2000)));

        assertThat(numbers(reopening)).containsExactly(1L, 2L);
        assertThat(reopening.total(CAD)).isEqualTo(cents(3000));
    }

    @Test
    void opensTheChargesSettledLastWhenTheMoneyHasHelpedToPayThem() {
        List<Settled> settled =
                List.of(settled(1, PAYMENT, 500), settled(2, 11, 2000), settled(3, 12, 700), settled(4, 12, 800));

        assertThat(numbers(Reopening.of(PAYMENT, cents(1000), cents(100), settled)))
                .containsExactly(1L, 4L);
        assertThat(numbers(Reopening.of(PAYMENT, cents(2000), cents(0), settled)))
                .containsExactly(1L, 4L, 3L);
        assertThat(numbers(Reopening.of(PAYMENT, cents(2001), cents(0), settled)))
                .containsExactly(1L, 4L, 3L, 2L);
    }

    @Test
    void refusesWhenTheCreditWasRefunded() {
        assertThatThrownBy(() -> Reopening.of(PAYMENT, cents(3000), cents(400), List.of(settled(1, PAYMENT, 1000))))
                .isInstanceOfSatisfying(NotEnoughCreditException.class, e -> {
                    assertThat(e.wanted()).isEqualTo(cents(2000));
                    assertThat(e.credit()).isEqualTo(cents(400));
                });
    }

    @Test
    void leavesAnInheritedCreditBelowZeroAsItIs() {
        List<Settled> settled = List.of(settled(1, PAYMENT, 1000), settled(2, 11, 500));

        assertThat(numbers(Reopening.of(PAYMENT, cents(1000), cents(-300), settled)))
                .containsExactly(1L);
        assertThatThrownBy(() -> Reopening.of(PAYMENT, cents(1600), cents(-300), settled))
                .isInstanceOf(NotEnoughCreditException.class);
    }

    /**
     * After any sequence of payments, credit does not fall below zero, or further below, and no charge is reopened needlessly.
     */
    @Property
    void opensAsLittleAsItMust(
            @ForAll @IntRange(max = 50_000) int receivedCents,
            @ForAll @IntRange(min = -2_000, max = 60_000) int creditCents,
            @ForAll @Size(max = 8) List<@IntRange(min = 1, max = 20_000) Integer> cents,
            @ForAll @Size(min = 8, max = 8) List<@IntRange(min = 8, max = 12) Integer> payments) {
        List<Settled> settled = new ArrayList<>();
        for (int i = 0; i < cents.size(); i++) {
            settled.add(settled(i + 1, payments.get(i), cents.get(i)));
        }
        int floor = Math.min(0, creditCents);
        int own = settled.stream()
                .filter(charge -> charge.by() == PAYMENT)
                .mapToInt(ReopeningTest::cents)
                .sum();
        int all = settled.stream().mapToInt(ReopeningTest::cents).sum();
        Reopening reopening;
        try {
            reopening = Reopening.of(PAYMENT, cents(receivedCents), cents(creditCents), settled);
        } catch (NotEnoughCreditException e) {
            assertThat(creditCents - receivedCents + all).isLessThan(floor);
            assertThat(e.credit().isNegative()).isFalse();
            assertThat(e.wanted()).isGreaterThan(e.credit());
            return;
        }

        List<Settled> opened = reopening.charges();
        List<Settled> others =
                opened.stream().filter(charge -> charge.by() != PAYMENT).toList();
        int total = opened.stream().mapToInt(ReopeningTest::cents).sum();
        int after = creditCents - receivedCents + total;
        assertThat(after).isGreaterThanOrEqualTo(floor);
        assertThat(opened).doesNotHaveDuplicates();
        assertThat(total - others.stream().mapToInt(ReopeningTest::cents).sum()).isEqualTo(own);
        if (!others.isEmpty()) {
            assertThat(after - cents(others.get(others.size() - 1))).isLessThan(floor);
        }
        List<Settled> lastFirst = settled.stream()
                .filter(charge -> charge.by() != PAYMENT)
                .sorted(Comparator.comparingLong((Settled charge) -> -charge.by())
                        .thenComparingLong(charge -> -charge.id().value()))
                .toList();
        assertThat(others).isEqualTo(lastFirst.subList(0, others.size()));
    }

    private static List<Long> numbers(Reopening reopening) {
        return reopening.ids().stream().map(ChargeId::value).toList();
    }

    private static Settled settled(long charge, long by, int cents) {
        return new Settled(new ChargeId(charge), by, cents(cents));
    }

    private static int cents(Settled charge) {
        return charge.total().amount().movePointRight(2).intValueExact();
    }

    private static Money cents(int cents) {
        return Money.of(BigDecimal.valueOf(cents, 2), CAD);
    }
}
