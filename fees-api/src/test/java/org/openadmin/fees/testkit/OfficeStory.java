package org.openadmin.fees.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.openadmin.fees.testkit.Kit.ADMIN;
import static org.openadmin.fees.testkit.Kit.CASHIER;
import static org.openadmin.fees.testkit.Kit.CLERK;
import static org.openadmin.fees.testkit.Kit.VIEWER;
import static org.openadmin.fees.testkit.Kit.cad;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.openadmin.fees.api.AccountNumber;
import org.openadmin.fees.api.Actor;
import org.openadmin.fees.api.FeesException;
import org.openadmin.fees.api.Money;
import org.openadmin.fees.api.Page;
import org.openadmin.fees.api.RequestKey;
import org.openadmin.fees.api.Role;
import org.openadmin.fees.api.StudentNumber;
import org.openadmin.fees.api.billing.ChargeId;
import org.openadmin.fees.api.invoicing.DueReminder;
import org.openadmin.fees.api.invoicing.InvoiceRequest;
import org.openadmin.fees.api.journal.ClosingRequest;
import org.openadmin.fees.api.journal.JournalEntry;
import org.openadmin.fees.api.journal.JournalQuery;
import org.openadmin.fees.api.payments.ReceiptNumber;
import org.openadmin.fees.api.postings.Posting;
import org.openadmin.fees.api.postings.PostingRequest;
import org.openadmin.fees.api.till.CountRequest;
import org.openadmin.fees.api.till.CountedCash;
import org.openadmin.fees.api.till.CounterDepositRequest;
import org.openadmin.fees.api.till.Deposit;
import org.openadmin.fees.api.till.DepositOffer;
import org.openadmin.fees.api.till.DepositOffer.OfferedDrawer;
import org.openadmin.fees.api.till.DepositRequest;
import org.openadmin.fees.api.till.DepositSummary;
import org.openadmin.fees.api.till.DrawerCount;
import org.openadmin.fees.api.till.MoneyRow;
import org.openadmin.fees.api.till.Undeposited;
import org.openadmin.fees.api.till.VerifyDepositRequest;
import org.openadmin.fees.spi.ReminderSettings;

/**
 * The days of a {@link PastDaysStory} around the end of a month, with the way of the money in between: drawers are counted, deposits
 * made, verified and taken back, rows posted to the books, families reminded, and the month is closed and reopened. After each act the
 * books must tie out.
 */
public final class OfficeStory {

    private static final LocalDate FIRST = LocalDate.of(2026, 8, 26);
    private static final YearMonth AUGUST = YearMonth.from(FIRST);
    private static final Actor TREASURER = new Actor("treasurer", Set.of(Role.CASHIER));

    /** What the office does besides the commands of the other story; each must happen sooner or later. */
    public enum Act {
        COUNT,
        DEPOSIT,
        COUNTER_DEPOSIT,
        VERIFICATION,
        POSTING,
        CLOSING,
        REOPENING,
        REMINDERS
    }

    /** Prints reminders, which is no service: the run is kept as if its document had been made. */
    public interface Letters {
        /** @param charges the overdue charges that the letter of a student lists */
        void print(InvoiceRequest request, List<DueReminder> due, Function<AccountNumber, List<ChargeId>> charges);
    }

    private final Office office;
    private final TestClock clock;
    private final List<StudentNumber> students;
    private final long seed;
    private final Letters letters;
    private final Random random;
    private final List<Object> told = new ArrayList<>();
    private final Map<Act, Integer> done = new EnumMap<>(Act.class);
    private Runnable check = () -> {};
    private Optional<List<Long>> closed = Optional.empty();

    /** @param students students without any rows, in an office in which no other has any after {@link #FIRST} */
    public OfficeStory(Office office, TestClock clock, List<StudentNumber> students, long seed, Letters letters) {
        this.office = office;
        this.clock = clock;
        this.students = students;
        this.seed = seed;
        this.letters = letters;
        random = new Random(~seed);
    }

    /** Does this after each command. */
    public OfficeStory checking(Runnable what) {
        check = what;
        return this;
    }

    /** How often each act was not refused. */
    public Map<Act, Integer> acts() {
        return Map.copyOf(done);
    }

    /** What every act had for a result, and what the office told afterwards. */
    public List<Object> play() {
        told.addAll(new PastDaysStory(office, clock, students, seed)
                .with(Kit.settings()
                        .withAccounts(PostedBooks.ACCOUNTS)
                        .withReminders(new ReminderSettings(List.of(1, 3, 6), Optional.empty())))
                .from(FIRST)
                .afterEachCommand(today -> {
                    check.run();
                    act(today);
                    check.run();
                    tieOut(today);
                })
                .play());
        return List.copyOf(told);
    }

    private void act(LocalDate today) {
        Act act = Act.values()[random.nextInt(Act.values().length)];
        try {
            Optional<?> result =
                    switch (act) {
                        case COUNT -> count(today);
                        case DEPOSIT -> deposit(today);
                        case COUNTER_DEPOSIT -> takeBack();
                        case VERIFICATION -> verify();
                        case POSTING -> post(today);
                        case CLOSING -> close();
                        case REOPENING -> reopen();
                        case REMINDERS -> remind(today);
                    };
            result.ifPresent(what -> {
                done.merge(act, 1, Integer::sum);
                told.add(what);
            });
        } catch (FeesException refused) {
            told.add(act + " refused: " + refused.getClass().getSimpleName());
        }
    }

    /** A drawer that was used, mostly counted right. */
    private Optional<?> count(LocalDate today) {
        LocalDate day = today.minusDays(random.nextInt(3));
        List<OfferedDrawer> drawers = office.deposits().offer(VIEWER, day).drawers();
        if (drawers.isEmpty()) {
            return Optional.empty();
        }
        OfferedDrawer drawer = drawers.get(random.nextInt(drawers.size()));
        Money floating = cad("300.00");
        Money expected =
                office.till().drawer(VIEWER, drawer.cashier(), drawer.day()).expected(floating);
        Money counted = random.nextInt(4) == 0 ? expected.plus(cad("0.35")) : expected;
        DrawerCount count = office.till()
                .count(new CountRequest(
                        RequestKey.fresh(),
                        random.nextInt(5) == 0 ? CASHIER : ADMIN,
                        drawer.cashier(),
                        drawer.day(),
                        floating,
                        CountedCash.of(counted),
                        counted.equals(expected) ? "" : "Found"));
        return Optional.of(List.of(count.number(), count.cashier(), count.day(), count.expected(), count.difference()));
    }

    /** Everything, or some receipts. */
    private Optional<?> deposit(LocalDate today) {
        LocalDate until = today.minusDays(random.nextInt(3));
        DepositOffer offer = office.deposits().offer(VIEWER, until);
        // so that there is something in most deposits
        for (OfferedDrawer drawer : offer.all().uncounted()) {
            if (random.nextInt(4) > 0) {
                Money expected = office.till()
                        .drawer(VIEWER, drawer.cashier(), drawer.day())
                        .expected(cad("300.00"));
                office.till()
                        .count(new CountRequest(
                                RequestKey.fresh(),
                                ADMIN,
                                drawer.cashier(),
                                drawer.day(),
                                cad("300.00"),
                                CountedCash.of(expected),
                                ""));
            }
        }
        Optional<Set<Long>> some = random.nextInt(3) > 0
                ? Optional.empty()
                : Optional.of(offer.rows().stream()
                        .filter(row -> row.receipt().filter(this::isChosen).isPresent())
                        .map(MoneyRow::row)
                        .collect(Collectors.toSet()));
        return Optional.of(figures(office.deposits()
                .make(new DepositRequest(RequestKey.fresh(), CASHIER, until, some, Optional.empty()))));
    }

    private boolean isChosen(ReceiptNumber receipt) {
        return (receipt.value() * 31 + seed) % 3 > 0;
    }

    private Optional<?> takeBack() {
        return one(summaries())
                .map(deposit -> figures(office.deposits()
                        .takeBack(new CounterDepositRequest(
                                RequestKey.fresh(), CASHIER, deposit.number(), random.nextBoolean(), "Miscounted"))));
    }

    private Optional<?> verify() {
        return one(summaries())
                .map(deposit -> figures(office.deposits()
                        .verify(new VerifyDepositRequest(
                                RequestKey.fresh(), random.nextInt(4) == 0 ? CASHIER : TREASURER, deposit.number()))));
    }

    private Optional<?> post(LocalDate today) {
        LocalDate until = today.minusDays(random.nextInt(4));
        Posting posting = office.postings().post(new PostingRequest(RequestKey.fresh(), ADMIN, until));
        return Optional.of(List.of(
                posting.number(), posting.summary().rows(), posting.summary().debits(), posting.lines()));
    }

    private Optional<?> close() {
        return Optional.of(office.closings()
                .apply(new ClosingRequest.Close(RequestKey.fresh(), CLERK, AUGUST))
                .closedThrough());
    }

    private Optional<?> reopen() {
        // seldom, so that much is refused in between
        return random.nextInt(3) > 0
                ? Optional.empty()
                : Optional.of(reopened(new ClosingRequest.Reopen(RequestKey.fresh(), ADMIN, AUGUST, "Forgotten")));
    }

    private LocalDate reopened(ClosingRequest.Reopen request) {
        LocalDate through = office.closings().apply(request).closedThrough();
        closed = Optional.empty();
        return through;
    }

    private Optional<?> remind(LocalDate today) {
        InvoiceRequest request = InvoiceRequest.of(
                        CLERK, today, Optional.of(Kit.only(students.toArray(StudentNumber[]::new))))
                .ofReminders(Optional.empty());
        List<DueReminder> due = office.reminders().due(request).stream()
                .filter(each -> each.stage().isPresent())
                .toList();
        if (due.isEmpty()) {
            return Optional.empty();
        }
        letters.print(request, due, student -> office.accounts().outstanding(student).stream()
                .filter(charge -> charge.due().isBefore(today))
                .map(charge -> charge.id())
                .toList());
        assertThat(office.reminders().due(request))
                .as("nobody is reminded of the same twice")
                .allMatch(each -> each.stage().isEmpty());
        return Optional.of(due.stream()
                .map(each -> List.of(each.student().number(), each.amount(), each.since(), each.stage()))
                .toList());
    }

    private <T> Optional<T> one(List<T> of) {
        return of.isEmpty() ? Optional.empty() : Optional.of(of.get(random.nextInt(of.size())));
    }

    private static List<Object> figures(Deposit deposit) {
        return figures(deposit.summary());
    }

    private static List<Object> figures(DepositSummary deposit) {
        return List.of(
                deposit.number(),
                deposit.date(),
                deposit.cash(),
                deposit.difference(),
                deposit.cheques(),
                deposit.chequeCount(),
                deposit.takesBack(),
                deposit.verification().map(DepositSummary.Verification::by));
    }

    private List<DepositSummary> summaries() {
        return office.deposits().deposits(VIEWER, Page.first(Page.MAX_LIMIT));
    }

    /** Each receipt is in the bank at most once, the postings are what the accounts tell, and nothing lands in a closed month. */
    private void tieOut(LocalDate today) {
        Set<Long> banked = new HashSet<>();
        List<Deposit> deposits = summaries().stream()
                .map(each -> office.deposits().deposit(VIEWER, each.number()).orElseThrow())
                .toList();
        deposits.stream()
                .filter(deposit -> !deposit.summary().isCounterDeposit())
                .forEach(deposit -> deposit.rows().stream()
                        .filter(row -> deposit.takenBackBy().isEmpty())
                        .forEach(row -> assertThat(banked.add(row.row().row()))
                                .as("once in the bank: " + row)
                                .isTrue()));
        Undeposited undeposited = office.deposits().undeposited(VIEWER);
        told.add(List.of(undeposited.receipts(), undeposited.sum(), undeposited.oldest(), undeposited.toTakeBack()));
        told.add(deposits.stream().map(deposit -> figures(deposit.summary())).toList());
        told.add(office.closings().closedThrough(VIEWER));
        assertThat(new PostedBooks(office)
                        .lines().stream()
                                .collect(Collectors.groupingBy(line -> line.date()))
                                .values())
                .as("debits and credits of each day")
                .allMatch(day -> day.stream()
                        .map(line -> line.amount())
                        .reduce(cad("0.00"), Money::plus)
                        .isZero());
        told.add(office.overview().figures(VIEWER, today).balance());
        told.add(office.months().of(VIEWER, AUGUST).total());
        told.add(SchoolDesk.lines(office.months().of(VIEWER, AUGUST)));
        requireUnchanged();
    }

    /** Nothing is dated in a closed month after its closing. */
    private void requireUnchanged() {
        List<Long> august = office
                .journal()
                .entries(
                        VIEWER,
                        JournalQuery.everything().between(AUGUST.atDay(1), AUGUST.atEndOfMonth()),
                        Page.first(Page.MAX_LIMIT))
                .stream()
                .map(JournalEntry::id)
                .toList();
        closed.ifPresent(then -> assertThat(august).as("closed month").isEqualTo(then));
        closed = office.closings()
                .closedThrough(VIEWER)
                .filter(AUGUST.atEndOfMonth()::equals)
                .map(through -> august);
    }
}
