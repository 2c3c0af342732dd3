package org.openadmin.fees.internal.payments;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.openadmin.fees.api.Money;
import org.openadmin.fees.api.StudentNumber;
import org.openadmin.fees.api.StudentSnapshot;
import org.openadmin.fees.api.accounts.AccountBalance;
import org.openadmin.fees.api.billing.Charge;
import org.openadmin.fees.api.billing.ChargeId;
import org.openadmin.fees.api.payments.NotEnoughMoneyException;
import org.openadmin.fees.spi.CashRounding;

class SettlementTest {

    private static final Currency CAD = Currency.getInstance("CAD");
    private static final StudentNumber STUDENT = new StudentNumber(100);
    private static final CashRounding EXACT = CashRounding.none();
    private static final CashRounding NICKELS = CashRounding.to(cents(5));

    @Test
    void settlesWholeChargesInNumberOrder() {
        List<Charge> outstanding = List.of(charge(3, 1000), charge(1, 2000), charge(2, 500));

        Settlement settlement = Settlement.of(
                Set.of(new ChargeId(3), new ChargeId(1)), outstanding, cents(3000), account(3500, 3500), EXACT);

        assertThat(settlement.charges())
                .extracting(charge -> charge.id().value())
                .containsExactly(1L, 3L);
    }

    @Test
    void namesWhatIsMissingWhenTheMoneyDoesNotCover() {
        assertThatThrownBy(() -> Settlement.of(
                        Set.of(new ChargeId(1)), List.of(charge(1, 2000)), cents(1500), account(1800, 2000), EXACT))
                .isInstanceOfSatisfying(NotEnoughMoneyException.class, e -> {
                    assertThat(e.credit()).isEqualTo(cents(200));
                    assertThat(e.missing()).isEqualTo(cents(300));
                });
    }

    @Test
    void receivesOnAccountWhenNoChargeIsChosenEvenIfCreditIsBelowZeroInOldData() {
        assertThat(Settlement.of(Set.of(), List.of(), cents(1), account(100, 0), EXACT)
                        .charges())
                .isEmpty();
    }

    @Test
    void namesTheChargesThatAreNotOutstanding() {
        assertThat(Settlement.missing(Set.of(new ChargeId(1), new ChargeId(9)), List.of(charge(1, 100))))
                .containsExactly(new ChargeId(9));
    }

    @Property
    void creditNeverFallsBelowZero(
            @ForAll @Size(min = 1, max = 8) List<@IntRange(min = 1, max = 100_000) Integer> cents,
            @ForAll @IntRange(max = 100_000) int creditCents,
            @ForAll @IntRange(min = 1, max = 1_000_000) int receivedCents) {
        List<Charge> outstanding = java.util.stream.IntStream.range(0, cents.size())
                .mapToObj(i -> charge(i + 1, cents.get(i)))
                .toList();
        int total = cents.stream().mapToInt(Integer::intValue).sum();
        AccountBalance before = account(total - creditCents, total);
        Set<ChargeId> all = outstanding.stream().map(Charge::id).collect(java.util.stream.Collectors.toSet());

        boolean settled = true;
        try {
            Settlement.of(all, outstanding, cents(receivedCents), before, EXACT);
        } catch (NotEnoughMoneyException e) {
            settled = false;
        }

        int creditAfter = creditCents + receivedCents - total;
        assertThat(settled).isEqualTo(creditAfter >= 0);
    }

    @ParameterizedTest
    @CsvSource({
        // charged, credit, cash, rounded by, missing (-1: settled)
        "2622, 0, 2620, 2, -1",
        "2623, 0, 2625, -2, -1",
        "2620, 0, 2620, 0, -1",
        "2622, 0, 3000, 2, -1",
        "2622, 0, 2615, 2, 5",
        "2623, 0, 2620, -2, 5",
        "3000, 378, 2620, 2, -1",
        "3000, 3000, 100, 0, -1",
        "3000, 2998, 5, 0, -1",
        "2, 0, 5, 0, -1"
    })
    void cashSettlesTheRoundedSum(int charged, int credit, int cash, int rounding, int missing) {
        List<Charge> outstanding = List.of(charge(1, charged));
        Set<ChargeId> all = Set.of(new ChargeId(1));
        AccountBalance before = account(charged - credit, charged);
        if (missing < 0) {
            assertThat(Settlement.of(all, outstanding, cents(cash), before, NICKELS)
                            .rounding())
                    .isEqualTo(cents(rounding));
        } else {
            assertThatThrownBy(() -> Settlement.of(all, outstanding, cents(cash), before, NICKELS))
                    .isInstanceOfSatisfying(NotEnoughMoneyException.class, e -> assertThat(e.missing())
                            .isEqualTo(cents(missing)));
        }
    }

    @Test
    void creditAloneIsNeverRounded() {
        assertThatThrownBy(() ->
                        Settlement.of(Set.of(new ChargeId(1)), List.of(charge(1, 2)), cents(0), account(2, 2), NICKELS))
                .isInstanceOf(NotEnoughMoneyException.class);
    }

    @Property
    void theRoundedSumSettlesAndNothingOfTheRoundingStays(
            @ForAll @IntRange(min = 3, max = 1_000_000) int charged, @ForAll @IntRange(min = 1, max = 100) int step) {
        CashRounding cash = CashRounding.to(cents(step));
        Money sum = cash.sum(cents(charged));

        Settlement settlement = Settlement.of(
                Set.of(new ChargeId(1)), List.of(charge(1, charged)), sum, account(charged, charged), cash);

        assertThat(cash.requirePayable(sum)).isEqualTo(sum);
        Money left = sum.plus(settlement.rounding()).minus(cents(charged));
        if (2 * charged >= step) {
            assertThat(left).isEqualTo(cents(0));
        }
        assertThat(left.isNegative()).isFalse();
        assertThat(settlement.rounding().amount().abs().movePointRight(2).intValueExact() * 2)
                .isLessThanOrEqualTo(step);
    }

    private static Charge charge(long id, int cents) {
        Money total = cents(cents);
        StudentSnapshot student = new StudentSnapshot(STUDENT, "Tremblay, Inès", "9", "9A");
        return new Charge(
                new ChargeId(id),
                student,
                LocalDate.of(2026, 9, 8),
                LocalDate.of(2026, 10, 8),
                "Lab fee",
                "",
                total,
                List.of(),
                total,
                Optional.empty());
    }

    private static AccountBalance account(int balanceCents, int outstandingCents) {
        return new AccountBalance(STUDENT, cents(balanceCents), cents(outstandingCents));
    }

    private static Money cents(int cents) {
        return Money.of(java.math.BigDecimal.valueOf(cents, 2), CAD);
    }
}
