package org.openadmin.fees.internal.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
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
import org.openadmin.fees.internal.ledger.AccountOnDay.Entry;
import org.openadmin.fees.internal.ledger.AccountOnDay.Mark;
import org.openadmin.fees.internal.ledger.AccountOnDay.Settlement;

class AccountOnDayTest {

    private static final Currency CAD = Currency.getInstance("CAD");
    private static final Money ZERO = Money.zero(CAD);

    @Test
    void aRowCountsFromItsDateOn() {
        List<Entry> account = List.of(charge(1, 5, 1000));

        assertThat(on(4, account)).isEqualTo(new AccountOnDay(ZERO, ZERO, List.of()));
        assertThat(on(5, account)).isEqualTo(new AccountOnDay(cents(1000), cents(1000), List.of(1L)));
    }

    @Test
    void aRowWithoutADateCountsAlways() {
        assertThat(on(1, List.of(new Entry(1, true, Mark.UNKNOWN, cents(1000), List.of())))
                        .outstanding())
                .isEqualTo(cents(1000));
    }

    @Test
    void aChargeIsSettledFromTheDateOfItsPaymentOn() {
        List<Entry> account = List.of(charge(1, 1, 1000, paid(2, 5)), money(2, 5, 1000));

        assertThat(on(4, account).open()).containsExactly(1L);
        assertThat(on(5, account).open()).isEmpty();
    }

    @Test
    void aSettlementLastsUntilTheDateOfItsEnd() {
        List<Entry> account = List.of(
                charge(1, 1, 1000, ended(paid(2, 3), 6), paid(4, 8)),
                money(2, 3, 1000),
                money(3, 6, -1000),
                money(4, 8, 1000));

        assertThat(on(2, account).open()).containsExactly(1L);
        assertThat(on(5, account).open()).isEmpty();
        assertThat(on(6, account).open()).containsExactly(1L);
        assertThat(on(8, account).open()).isEmpty();
    }

    @Test
    void whatARowThatIsMissingSettledWasSettledAlways() {
        Settlement missing = new Settlement(99, false, Mark.UNKNOWN, Optional.empty());
        List<Entry> account = List.of(charge(1, 1, 1000, missing));

        assertThat(on(3, account)).isEqualTo(new AccountOnDay(cents(1000), ZERO, List.of()));
    }

    @Test
    void withoutMoneyTheChargesThatWereSettledLastAreOpen() {
        List<Entry> account = List.of(
                charge(1, 1, 1000, paid(10, 2)),
                charge(2, 1, 1000, paid(11, 2)),
                charge(3, 1, 1000, paid(11, 2)),
                money(10, 2, 1000),
                money(11, 2, 500),
                money(12, 7, 1500));

        assertThat(on(5, account)).isEqualTo(new AccountOnDay(cents(1500), cents(2000), List.of(2L, 3L)));
        assertThat(on(7, account)).isEqualTo(new AccountOnDay(ZERO, ZERO, List.of()));
    }

    @Test
    void aReversedOrWaivedChargeIsNeverOpenedForLackOfMoney() {
        Settlement waived = new Settlement(2, false, mark(2), Optional.empty());
        List<Entry> account = List.of(
                charge(1, 1, 1000, waived),
                new Entry(2, false, mark(2), cents(-1000), List.of()),
                money(3, 2, -500),
                money(4, 7, 500));

        assertThat(on(5, account).open()).isEmpty();
    }

    @Test
    void knownIsWhatWasRecordedByTheEndOfTheDay() {
        Mark late = new Mark("2026-09-03", "2026-09-09T10:00:00.000Z");
        List<Entry> account = List.of(
                charge(1, 1, 1000, new Settlement(2, true, late, Optional.empty())),
                new Entry(2, false, late, cents(-1000), List.of()));

        assertThat(on(4, account).outstanding()).isEqualTo(ZERO);
        assertThat(AccountOnDay.of(account, AccountOnDay.knownOn(day(4).text(), day(4).end()), ZERO))
                .isEqualTo(new AccountOnDay(cents(1000), cents(1000), List.of(1L)));
        assertThat(isLater(late, day(4))).isTrue();
        assertThat(isLater(late, day(2))).isFalse();
        assertThat(isLater(late, day(9))).isFalse();
    }

    @Test
    void aDayEndsAtMidnightOfTheSchoolsTimeZone() {
        Clock regina = Clock.fixed(Instant.parse("2026-09-20T12:00:00Z"), ZoneId.of("America/Regina"));

        assertThat(PastDay.of(LocalDate.of(2026, 9, 8), regina))
                .contains(new PastDay(LocalDate.of(2026, 9, 8), "2026-09-09T06:00:00.000Z"));
        assertThat(PastDay.of(LocalDate.of(2026, 9, 20), regina)).isEmpty();
    }

    @Property
    void theCreditIsNeverBelowThatOfNowOrZero(
            @ForAll @Size(max = 8) List<@IntRange(min = 1, max = 500) Integer> charges,
            @ForAll @Size(max = 6) List<@IntRange(min = 0, max = 900) Integer> payments,
            @ForAll @IntRange(min = 1, max = 9) int asked,
            @ForAll @IntRange(min = 0, max = 1_000) int mix) {
        List<Entry> account = new ArrayList<>();
        for (int i = 0; i < payments.size(); i++) {
            account.add(money(100 + i, dayOf(i, mix), payments.get(i)));
        }
        for (int i = 0; i < charges.size(); i++) {
            int by = (mix + i) % (payments.size() + 1);
            Settlement[] settled =
                    by == payments.size() ? new Settlement[0] : new Settlement[] {paid(100 + by, dayOf(by, mix))};
            account.add(charge(1 + i, 1 + (mix + i) % 9, charges.get(i), settled));
        }

        Money now = credit(on(9, account));
        assertThat(credit(on(asked, account)).compareTo(now.isNegative() ? now : ZERO))
                .isGreaterThanOrEqualTo(0);
    }

    private static int dayOf(int payment, int mix) {
        return 1 + (mix + 3 * payment) % 9;
    }

    private static Money credit(AccountOnDay account) {
        return account.outstanding().minus(account.balance());
    }

    private static AccountOnDay on(int day, List<Entry> account) {
        return AccountOnDay.of(account, AccountOnDay.datedUpTo(day(day).text()), ZERO);
    }

    private static boolean isLater(Mark mark, PastDay day) {
        return AccountOnDay.isLater(mark, day.text(), day.end());
    }

    private static PastDay day(int day) {
        LocalDate date = LocalDate.of(2026, 9, day);
        return new PastDay(date, date.plusDays(1) + "T00:00:00.000Z");
    }

    /** Of a row that was recorded on its date. */
    private static Mark mark(int day) {
        return new Mark(day(day).text(), day(day).text() + "T12:00:00.000Z");
    }

    private static Entry charge(long id, int day, int cents, Settlement... settlements) {
        return new Entry(id, true, mark(day), cents(cents), List.of(settlements));
    }

    private static Entry money(long id, int day, int cents) {
        return new Entry(id, false, mark(day), cents(-cents), List.of());
    }

    private static Settlement paid(long by, int day) {
        return new Settlement(by, true, mark(day), Optional.empty());
    }

    private static Settlement ended(Settlement settlement, int day) {
        return new Settlement(settlement.by(), settlement.payment(), settlement.settled(), Optional.of(mark(day)));
    }

    private static Money cents(int cents) {
        return Money.of(BigDecimal.valueOf(cents, 2), CAD);
    }
}
