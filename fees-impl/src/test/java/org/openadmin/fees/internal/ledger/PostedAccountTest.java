package org.openadmin.fees.internal.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.openadmin.fees.api.Money;
import org.openadmin.fees.internal.ledger.AccountOnDay.Entry;
import org.openadmin.fees.internal.ledger.AccountOnDay.Mark;
import org.openadmin.fees.internal.ledger.AccountOnDay.Settlement;
import org.openadmin.fees.internal.ledger.PostedAccount.Change;

class PostedAccountTest {

    private static final Currency CAD = Currency.getInstance("CAD");
    private static final Money ZERO = Money.zero(CAD);
    private static final Mark LATER = new Mark("", PostedAccount.UNPOSTED);

    private static Money cents(long cents) {
        return Money.of(BigDecimal.valueOf(cents, 2), CAD);
    }

    private static LocalDate day(int day) {
        return LocalDate.of(2026, 9, day);
    }

    private static Mark on(int day) {
        return new Mark(day(day).toString(), "");
    }

    private static Entry charge(long id, Mark mark, long cents, Settlement... settlements) {
        return new Entry(id, true, mark, cents(cents), List.of(settlements));
    }

    private static Entry money(long id, Mark mark, long cents) {
        return new Entry(id, false, mark, cents(-cents), List.of());
    }

    private static Settlement paid(long by, Mark mark) {
        return new Settlement(by, true, mark, Optional.empty());
    }

    /** @param posting the day and the cents of each day of this posting */
    private static List<Change> changes(
            List<Entry> account, Map<Integer, Integer> posting, Map<Integer, Integer> before) {
        TreeMap<LocalDate, Money> now = new TreeMap<>();
        posting.forEach((day, cents) -> now.put(day(day), cents(cents)));
        TreeMap<LocalDate, Money> earlier = new TreeMap<>();
        before.forEach((day, cents) -> earlier.put(day(day), cents(cents)));
        return PostedAccount.changes(account, now, earlier, ZERO);
    }

    private static Change change(int day, long outstanding, long balance) {
        return new Change(day(day), cents(outstanding), cents(balance));
    }

    @Test
    void aChargeIsOutstandingFromItsDayOnAndItsPaymentSettlesIt() {
        List<Entry> account = List.of(charge(1, on(3), 1000, paid(2, on(5))), money(2, on(5), 1000));

        assertThat(changes(account, Map.of(3, 1000, 5, -1000), Map.of()))
                .containsExactly(change(3, 1000, 1000), change(5, -1000, -1000));
    }

    @Test
    void aPaymentThatIsNotPostedSettlesNothingYet() {
        List<Entry> before = List.of(charge(1, on(3), 1000, paid(2, LATER)), money(2, LATER, 1000));
        assertThat(changes(before, Map.of(3, 1000), Map.of())).containsExactly(change(3, 1000, 1000));

        List<Entry> after = List.of(charge(1, on(3), 1000, paid(2, on(5))), money(2, on(5), 1000));
        assertThat(changes(after, Map.of(5, -1000), Map.of(3, 1000))).containsExactly(change(5, -1000, -1000));
    }

    @Test
    void aLatePaymentOfAPostedChargeOfALaterDayChangesThatDay() {
        List<Entry> account = List.of(charge(1, on(7), 1000, paid(2, on(5))), money(2, on(5), 1000));

        assertThat(changes(account, Map.of(5, -1000), Map.of(7, 1000)))
                .containsExactly(change(5, 0, -1000), change(7, -1000, 0));
    }

    @Test
    void whatASettlementReliedOnKeepsItsChargeOutstandingUntilItIsThere() {
        List<Entry> account =
                List.of(charge(1, on(3), 3000, paid(3, on(4))), money(2, on(8), 2000), money(3, on(4), 1000));

        assertThat(changes(account, Map.of(3, 3000, 4, -1000, 8, -2000), Map.of()))
                .containsExactly(change(3, 3000, 3000), change(4, 0, -1000), change(8, -3000, -2000));
    }

    @Test
    void postingsInAnyPartsComeToTheSame() {
        Entry charge = charge(1, on(3), 3000, paid(3, on(4)));
        List<Entry> first = List.of(charge, money(2, LATER, 2000), money(3, on(4), 1000));
        assertThat(changes(first, Map.of(3, 3000, 4, -1000), Map.of()))
                .containsExactly(change(3, 3000, 3000), change(4, 0, -1000));

        List<Entry> second = List.of(charge, money(2, on(8), 2000), money(3, on(4), 1000));
        assertThat(changes(second, Map.of(8, -2000), Map.of(3, 3000))).containsExactly(change(8, -3000, -2000));
    }

    @Test
    void whatCanNeverBePostedSettlesAllTheSame() {
        List<Entry> account = List.of(charge(1, on(3), 1000, paid(2, Mark.UNKNOWN)));

        assertThat(changes(account, Map.of(3, 1000), Map.of())).containsExactly(change(3, 0, 1000));
    }
}
