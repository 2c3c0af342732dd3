package org.openadmin.fees.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.openadmin.fees.testkit.Kit.cad;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.openadmin.fees.api.Money;
import org.openadmin.fees.api.journal.EntryKind;
import org.openadmin.fees.api.payments.PaymentMethod;
import org.openadmin.fees.testkit.SchoolDesk.Banked;
import org.openadmin.fees.testkit.SchoolDesk.DrawerOf;
import org.openadmin.fees.testkit.SchoolDesk.Figures;
import org.openadmin.fees.testkit.SchoolDesk.Offer;
import org.openadmin.fees.testkit.SchoolDesk.Row;
import org.openadmin.fees.testkit.SchoolDesk.Sent;

/** The way of the money of a school's year to the bank, and what must agree: the journal, the drawers, the deposits and the months. */
final class SchoolYearBank {

    private static final Money FLOAT = cad("400.00");
    private static final Set<EntryKind> MONEY =
            EnumSet.of(EntryKind.PAYMENT, EntryKind.ON_ACCOUNT, EntryKind.VOID, EntryKind.REFUND);
    private static final Set<PaymentMethod> DEPOSITED = EnumSet.of(PaymentMethod.CASH, PaymentMethod.CHEQUE);

    private final SchoolDesk desk;
    private final YearMonth first;
    private int counts;

    /** @param first the month of the oldest rows */
    SchoolYearBank(SchoolDesk desk, YearMonth first) {
        this.desk = desk;
        this.first = first;
    }

    /**
     * Takes returned cheques back from their deposits, counts every drawer, and deposits all cash and cheques.
     *
     * @return false if more cash was paid out than received, so that there is none to deposit
     */
    boolean depositUpTo(LocalDate day) {
        desk.depositsToTakeBack().forEach(desk::takeBack);
        Offer offer = desk.offer(day);
        offer.uncounted().forEach(this::count);
        if (desk.offer(day).cash().isNegative()) {
            return false;
        }
        if (!offer.isEmpty()) {
            desk.deposit(day);
        }
        return true;
    }

    /** Every fifth drawer is five cents short. */
    private void count(DrawerOf drawer) {
        Money expected = desk.expected(drawer, FLOAT);
        boolean shortOfFive = ++counts % 5 == 0;
        desk.count(
                drawer, FLOAT, shortOfFive ? expected.minus(cad("0.05")) : expected, shortOfFive ? "Miscounted" : "");
    }

    /** Drawer = deposits = bank, and the figures are the sums of the rows. */
    void requireTiedOut(LocalDate today) {
        assertThat(desk.isAllDeposited()).as("all is deposited on " + today).isTrue();
        List<Row> rows = rowsUpTo(today);
        Money money = sum(rows.stream()
                .filter(row -> MONEY.contains(row.kind()))
                .filter(row -> row.method().filter(DEPOSITED::contains).isPresent()));
        List<Banked> deposits = desk.deposits();
        Money overOrShort = sum(deposits, Banked::difference);
        assertThat(sum(deposits, Banked::total))
                .as("in the bank on " + today)
                .isEqualTo(money.negated().plus(overOrShort));
        assertThat(overOrShort.isNegative()).as("some drawers were short").isTrue();
        requireBalance(today, desk.today(today));
    }

    /** What is outstanding less what is on account is the sum of all rows up to the day. */
    void requireBalance(LocalDate day, Figures figures) {
        assertThat(figures.balance())
                .as("balance of " + day)
                .isEqualTo(figures.outstanding().minus(figures.credit()))
                .isEqualTo(sum(rowsUpTo(day).stream()));
    }

    /** The accountant's summary is the sum of the rows of its month. */
    void requireSummed(YearMonth month, Sent sent) {
        List<Row> rows = desk.rows(month);
        assertThat(sent.rows()).as("rows of " + month).isEqualTo(rows.size());
        assertThat(sent.total()).as("sum of " + month).isEqualTo(sum(rows.stream()));
    }

    /** The rows that are dated up to the end of the month of a day. */
    List<Row> rowsUpTo(LocalDate day) {
        return Stream.iterate(first, month -> !month.isAfter(YearMonth.from(day)), month -> month.plusMonths(1))
                .flatMap(month -> desk.rows(month).stream())
                .filter(row -> !row.date().isAfter(day))
                .toList();
    }

    private static Money sum(Stream<Row> rows) {
        return sum(rows.toList(), Row::total);
    }

    private static <T> Money sum(List<T> of, Function<T, Money> amount) {
        return of.stream().map(amount).reduce(cad("0.00"), Money::plus);
    }
}
