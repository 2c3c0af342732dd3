package org.openadmin.fees.internal.corrections;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.openadmin.fees.api.Money;
import org.openadmin.fees.internal.corrections.CreditHistory.Change;

class CreditHistoryTest {

    private static final Currency CAD = Currency.getInstance("CAD");
    private static final LocalDate DAY = LocalDate.of(2026, 9, 8);

    @Test
    void creditIsThereFromTheDayOfThePaymentOn() {
        CreditHistory history = history(change(0, 3000));

        assertThat(history.since(cents(3000))).contains(DAY);
        assertThat(history.since(cents(1))).contains(DAY);
    }

    @Test
    void theDayIsThatOnWhichThereWasEnough() {
        CreditHistory history = history(change(5, 1000), change(0, 2000));

        assertThat(history.since(cents(2000))).contains(DAY);
        assertThat(history.since(cents(2001))).contains(DAY.plusDays(5));
    }

    @Test
    void creditThatWasUsedIsNotThereAnyMore() {
        CreditHistory history = history(change(0, 3000), change(2, -3000), change(4, 3000));

        assertThat(history.since(cents(1000))).contains(DAY.plusDays(4));
    }

    @Test
    void changesOfOneDayCountTogether() {
        assertThat(history(change(0, 3000), change(2, -3000), change(2, 3000)).since(cents(1000)))
                .contains(DAY);
    }

    @Test
    void creditWithoutADateWasThereAlways() {
        assertThat(new CreditHistory(List.of(new Change(Optional.empty(), cents(3000)))).since(cents(3000)))
                .isEmpty();
    }

    @Test
    void lessCreditThanTheAmountHasNoDay() {
        assertThat(history(change(0, 3000)).since(cents(3001))).isEmpty();
        assertThat(history().since(cents(1))).isEmpty();
    }

    @Property
    void onEachDayFromThenOnThereWasEnoughAndNotOnTheDayBefore(
            @ForAll @Size(max = 12) List<@IntRange(min = -500, max = 1000) Integer> amounts,
            @ForAll @IntRange(min = 1, max = 1500) int wanted) {
        List<Change> changes = new ArrayList<>();
        for (int i = 0; i < amounts.size(); i++) {
            changes.add(change(i * 7 % 12, amounts.get(i)));
        }
        Optional<LocalDate> since = new CreditHistory(changes).since(cents(wanted));

        if (since.isEmpty()) {
            assertThat(creditOn(DAY.plusDays(12), changes)).isLessThan(wanted);
        } else {
            for (LocalDate day = since.get(); day.isBefore(DAY.plusDays(13)); day = day.plusDays(1)) {
                assertThat(creditOn(day, changes)).isGreaterThanOrEqualTo(wanted);
            }
            assertThat(creditOn(since.get().minusDays(1), changes)).isLessThan(wanted);
        }
    }

    private static int creditOn(LocalDate day, List<Change> changes) {
        return changes.stream()
                .filter(change -> !change.date().orElseThrow().isAfter(day))
                .mapToInt(change -> change.amount().amount().movePointRight(2).intValueExact())
                .sum();
    }

    private static CreditHistory history(Change... changes) {
        return new CreditHistory(List.of(changes));
    }

    private static Change change(int days, int cents) {
        return new Change(Optional.of(DAY.plusDays(days)), cents(cents));
    }

    private static Money cents(int cents) {
        return Money.of(BigDecimal.valueOf(cents, 2), CAD);
    }
}
