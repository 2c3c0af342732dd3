package org.openadmin.fees.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.openadmin.fees.testkit.Kit.CASHIER;
import static org.openadmin.fees.testkit.Kit.VIEWER;
import static org.openadmin.fees.testkit.Kit.cad;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.openadmin.fees.api.Money;
import org.openadmin.fees.api.Page;
import org.openadmin.fees.api.RequestKey;
import org.openadmin.fees.api.journal.EntryKind;
import org.openadmin.fees.api.journal.JournalEntry;
import org.openadmin.fees.api.journal.JournalQuery;
import org.openadmin.fees.api.journal.MonthSummary;
import org.openadmin.fees.api.overview.FeesOverview.Figures;
import org.openadmin.fees.api.payments.PaymentMethod;
import org.openadmin.fees.api.till.CountRequest;
import org.openadmin.fees.api.till.CountedCash;
import org.openadmin.fees.api.till.CounterDepositRequest;
import org.openadmin.fees.api.till.DepositOffer;
import org.openadmin.fees.api.till.DepositOffer.OfferedDrawer;
import org.openadmin.fees.api.till.DepositRequest;
import org.openadmin.fees.api.till.DepositSummary;
import org.openadmin.fees.api.till.Deposits.ReturnedCheque;
import org.openadmin.fees.api.till.DrawerDay;

/** The way of the money of a school's year to the bank, and what must agree: the journal, the drawers, the deposits and the months. */
final class SchoolYearBank {

    private static final Money FLOAT = cad("400.00");
    private static final Set<EntryKind> MONEY =
            EnumSet.of(EntryKind.PAYMENT, EntryKind.ON_ACCOUNT, EntryKind.VOID, EntryKind.REFUND);
    private static final Set<PaymentMethod> DEPOSITED = EnumSet.of(PaymentMethod.CASH, PaymentMethod.CHEQUE);

    private final Office office;
    private int counts;

    SchoolYearBank(Office office) {
        this.office = office;
    }

    /**
     * Takes returned cheques back from their deposits, counts every drawer, and deposits all cash and cheques.
     *
     * @return false if more cash was paid out than received, so that there is none to deposit
     */
    boolean depositUpTo(LocalDate day) {
        office.deposits().toTakeBack(VIEWER).stream()
                .map(ReturnedCheque::deposit)
                .distinct()
                .forEach(deposit -> office.deposits()
                        .takeBack(new CounterDepositRequest(
                                RequestKey.fresh(), CASHIER, deposit, false, "Returned by the bank")));
        DepositOffer offer = office.deposits().offer(VIEWER, day);
        offer.all().uncounted().forEach(this::count);
        if (office.deposits().offer(VIEWER, day).all().cash().isNegative()) {
            return false;
        }
        if (!offer.all().isEmpty()) {
            office.deposits().make(DepositRequest.everything(RequestKey.fresh(), CASHIER, day));
        }
        return true;
    }

    /** Every fifth drawer is five cents short. */
    private void count(OfferedDrawer offered) {
        DrawerDay drawer = office.till().drawer(VIEWER, offered.cashier(), offered.day());
        Money expected = drawer.expected(FLOAT);
        boolean shortOfFive = ++counts % 5 == 0;
        office.till()
                .count(new CountRequest(
                        RequestKey.fresh(),
                        CASHIER,
                        offered.cashier(),
                        offered.day(),
                        FLOAT,
                        CountedCash.of(shortOfFive ? expected.minus(cad("0.05")) : expected),
                        shortOfFive ? "Miscounted" : ""));
    }

    /** Drawer = deposits = bank, and the figures are the sums of the rows. */
    void requireTiedOut(LocalDate today) {
        assertThat(office.deposits().undeposited(VIEWER).isNothing())
                .as("all is deposited on " + today)
                .isTrue();
        Money money = sum(rows(JournalQuery.everything()).stream()
                .filter(row -> MONEY.contains(row.kind()))
                .filter(row -> row.method().filter(DEPOSITED::contains).isPresent()));
        List<DepositSummary> deposits = pages(page -> office.deposits().deposits(VIEWER, page));
        Money overOrShort = sum(deposits, DepositSummary::difference);
        assertThat(sum(deposits, DepositSummary::total))
                .as("in the bank on " + today)
                .isEqualTo(money.negated().plus(overOrShort));
        assertThat(overOrShort.isNegative()).as("some drawers were short").isTrue();
        requireBalance(today, office.overview().figures(VIEWER, today));
    }

    /** What is outstanding less what is on account is the sum of all rows up to the day. */
    void requireBalance(LocalDate day, Figures figures) {
        Money sum = sum(rows(JournalQuery.everything()).stream()
                .filter(row -> !row.date().orElseThrow().isAfter(day)));
        assertThat(figures.balance()).as("balance of " + day).isEqualTo(sum);
    }

    /** The accountant's summary is the sum of the rows of its month. */
    void requireSummed(MonthSummary summary) {
        List<JournalEntry> rows = rows(JournalQuery.everything()).stream()
                .filter(row -> row.date().map(YearMonth::from).equals(Optional.of(summary.month())))
                .toList();
        assertThat(summary.count()).as("rows of " + summary.month()).isEqualTo(rows.size());
        assertThat(summary.total()).as("sum of " + summary.month()).isEqualTo(sum(rows.stream()));
    }

    private static Money sum(Stream<JournalEntry> rows) {
        return sum(rows.toList(), JournalEntry::total);
    }

    private static <T> Money sum(List<T> of, Function<T, Money> amount) {
        return of.stream().map(amount).reduce(cad("0.00"), Money::plus);
    }

    private List<JournalEntry> rows(JournalQuery query) {
        return pages(page -> office.journal().entries(VIEWER, query, page));
    }

    private static <T> List<T> pages(Function<Page, List<T>> read) {
        List<T> all = new ArrayList<>();
        Page page = Page.first(Page.MAX_LIMIT);
        List<T> some = read.apply(page);
        while (!some.isEmpty()) {
            all.addAll(some);
            page = page.next();
            some = read.apply(page);
        }
        return all;
    }
}
