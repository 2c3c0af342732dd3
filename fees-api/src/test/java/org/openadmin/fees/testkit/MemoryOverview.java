package org.openadmin.fees.testkit;

import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.openadmin.fees.api.AccountNumber;
import org.openadmin.fees.api.Actor;
import org.openadmin.fees.api.DateNotAllowedException;
import org.openadmin.fees.api.DateNotAllowedException.Limit;
import org.openadmin.fees.api.Money;
import org.openadmin.fees.api.Role;
import org.openadmin.fees.api.StudentSnapshot;
import org.openadmin.fees.api.accounts.AccountBalance;
import org.openadmin.fees.api.accounts.PastBalance;
import org.openadmin.fees.api.drawer.DrawerMovement;
import org.openadmin.fees.api.journal.EntryKind;
import org.openadmin.fees.api.journal.JournalEntry;
import org.openadmin.fees.api.overview.FeesOverview;
import org.openadmin.fees.api.students.Student;

/** The totals of the whole school. Rows without a student belong to no account. */
final class MemoryOverview implements FeesOverview {

    private static final int MONTHS = 12;
    private static final Predicate<JournalEntry> CHARGED =
            ofKind(EntryKind.CHARGE, EntryKind.REVERSAL, EntryKind.WAIVER).and(row -> !row.rearranges());
    private static final Predicate<JournalEntry> RECEIVED =
            ofKind(EntryKind.PAYMENT, EntryKind.ON_ACCOUNT, EntryKind.VOID, EntryKind.REFUND);

    private final MemoryRoll roll;
    private final MemoryLedger ledger;
    private final MemoryBooks books;
    private final MemoryCalls calls;
    private final Clock clock;

    MemoryOverview(MemoryRoll roll, MemoryLedger ledger, MemoryBooks books, MemoryCalls calls, Clock clock) {
        this.clock = clock;
        this.roll = roll;
        this.ledger = ledger;
        this.books = books;
        this.calls = calls;
    }

    private static Predicate<JournalEntry> ofKind(EntryKind... kinds) {
        return row -> List.of(kinds).contains(row.kind());
    }

    @Override
    public Figures figures(Actor reader, LocalDate today) {
        query(reader);
        List<JournalEntry> rows = ledger.rows();
        List<JournalEntry> day = rows.stream()
                .filter(row -> row.date().equals(Optional.of(today)))
                .toList();
        List<DrawerMovement> money = new MemoryDrawer(ledger, calls).movements(reader, today);
        List<DrawerMovement> receipts = money.stream()
                .filter(each -> each.kind().isReceipt() && !each.isVoidedSameDay())
                .toList();
        List<DrawerMovement> out = money.stream()
                .filter(each -> !each.kind().isReceipt() && !each.isVoidOfSameDay())
                .toList();
        List<Month> months = IntStream.range(0, MONTHS)
                .mapToObj(i -> month(YearMonth.from(today).minusMonths(MONTHS - 1L - i), rows))
                .toList();
        List<JournalEntry> open = rows.stream()
                .filter(row -> row.isOutstanding() && row.student().isPresent())
                .toList();
        List<Band> bands =
                Arrays.stream(Age.values()).map(age -> band(age, open, today)).toList();
        List<AccountBalance> accounts = debtorsAndCreditors(rows);
        return new Figures(
                today,
                books.sum(open),
                accounts.stream().map(AccountBalance::credit).reduce(books.zero(), Money::plus),
                (int) accounts.stream()
                        .filter(account -> account.balance().isPositive())
                        .count(),
                (int) receipts.stream()
                        .filter(each -> ledger.row(each.row())
                                .filter(row -> row.links().lead().isEmpty())
                                .isPresent())
                        .count(),
                sum(receipts),
                sum(out).negated(),
                books.sum(day.stream().filter(CHARGED).toList()),
                months.get(MONTHS - 1).received(),
                bands,
                months);
    }

    private Money sum(List<DrawerMovement> money) {
        return money.stream().map(DrawerMovement::amount).reduce(books.zero(), Money::plus);
    }

    private List<AccountBalance> debtorsAndCreditors(List<JournalEntry> rows) {
        return rows.stream()
                .flatMap(row -> row.student().stream())
                .map(StudentSnapshot::number)
                .distinct()
                .map(books::balance)
                .toList();
    }

    private Month month(YearMonth month, List<JournalEntry> rows) {
        List<JournalEntry> inside = rows.stream()
                .filter(row -> row.date().map(YearMonth::from).equals(Optional.of(month)))
                .toList();
        return new Month(
                month,
                books.sum(inside.stream().filter(CHARGED).toList()),
                books.sum(inside.stream().filter(RECEIVED).toList()).negated());
    }

    private Band band(Age age, List<JournalEntry> open, LocalDate today) {
        List<JournalEntry> charges =
                open.stream().filter(row -> age(row, today) == age).toList();
        long students = charges.stream()
                .map(row -> row.student().orElseThrow().number())
                .distinct()
                .count();
        return new Band(age, (int) students, charges.size(), books.sum(charges));
    }

    private static Age age(JournalEntry charge, LocalDate today) {
        long days = charge.due().map(due -> ChronoUnit.DAYS.between(due, today)).orElse(Long.MAX_VALUE);
        if (days <= 0) {
            return Age.NOT_DUE;
        }
        if (days <= 30) {
            return Age.TO_30;
        }
        return days <= 60 ? Age.TO_60 : days <= 90 ? Age.TO_90 : Age.OVER_90;
    }

    /** By name; behind them, by number, those who are only in the journal. */
    @Override
    public Receivables receivables(Actor reader, LocalDate today) {
        query(reader);
        TreeSet<AccountNumber> owing = new TreeSet<>(Comparator.naturalOrder());
        ledger.rows().stream()
                .filter(JournalEntry::isOutstanding)
                .flatMap(row -> row.student().stream())
                .map(StudentSnapshot::number)
                .forEach(owing::add);
        Stream<AccountNumber> byName = MemoryNames.sorted(roll.all().stream()).stream()
                .<AccountNumber>map(Student::number)
                .filter(owing::contains);
        Stream<AccountNumber> gone =
                owing.stream().filter(number -> roll.find(number).isEmpty());
        List<Money> creditOnly = debtorsAndCreditors(ledger.rows()).stream()
                .filter(account -> !owing.contains(account.student()))
                .filter(account -> !account.balance().isZero())
                .map(account -> account.balance().negated())
                .toList();
        return new Receivables(
                        Stream.concat(byName, gone)
                                .map(number -> receivable(number, today))
                                .toList(),
                        creditOnly.size(),
                        creditOnly.stream().reduce(books.zero(), Money::plus))
                .shownTo(reader);
    }

    private Receivable receivable(AccountNumber number, LocalDate today) {
        Map<Age, Money> outstanding = new EnumMap<>(Age.class);
        Arrays.stream(Age.values()).forEach(age -> outstanding.put(age, books.zero()));
        ledger.rows(number).stream()
                .filter(JournalEntry::isOutstanding)
                .forEach(row -> outstanding.merge(age(row, today), row.total(), Money::plus));
        return new Receivable(ledger.student(number).orElseThrow(), outstanding, books.balance(number));
    }

    /** Everything that does not depend on what is open is that of the day, without rows of later dates. */
    @Override
    public Figures figuresAsOf(Actor reader, LocalDate day) {
        query(reader);
        if (isToday(day)) {
            return figures(reader, day);
        }
        MemoryPastDays past = MemoryPastDays.of(ledger, books, day, clock);
        Figures ofDay = figures(reader, day);
        List<PastBalance> accounts = accounts(past);
        List<JournalEntry> open = accounts.stream()
                .flatMap(account -> past.open(account.student()).stream())
                .toList();
        List<JournalEntry> dated = ledger.rows().stream().filter(past.dated()).toList();
        List<Month> months = new ArrayList<>(ofDay.months());
        months.set(MONTHS - 1, month(YearMonth.from(day), dated));
        return new Figures(
                day,
                books.sum(open),
                accounts.stream().map(each -> each.account().credit()).reduce(books.zero(), Money::plus),
                (int) accounts.stream()
                        .filter(each -> each.account().balance().isPositive())
                        .count(),
                ofDay.receiptsToday(),
                ofDay.takenToday(),
                ofDay.paidOutToday(),
                ofDay.chargedToday(),
                months.get(MONTHS - 1).received(),
                Arrays.stream(Age.values()).map(age -> band(age, open, day)).toList(),
                months,
                Optional.of(KnownThen.of(accounts, books.zero())));
    }

    @Override
    public Receivables receivablesAsOf(Actor reader, LocalDate day) {
        query(reader);
        if (isToday(day)) {
            return receivables(reader, day);
        }
        MemoryPastDays past = MemoryPastDays.of(ledger, books, day, clock);
        List<PastBalance> accounts = accounts(past);
        List<Receivable> owing = accounts.stream()
                .filter(account -> !past.open(account.student()).isEmpty())
                .map(account -> receivable(account, past.open(account.student()), day))
                .toList();
        Stream<Receivable> byName = MemoryNames.sorted(roll.all().stream()).stream()
                .flatMap(student ->
                        owing.stream().filter(each -> each.student().number().equals(student.number())));
        Stream<Receivable> gone =
                owing.stream().filter(each -> roll.find(each.student().number()).isEmpty());
        List<Money> creditOnly = accounts.stream()
                .filter(account -> past.open(account.student()).isEmpty())
                .map(account -> account.account().balance().negated())
                .filter(credit -> !credit.isZero())
                .toList();
        return new Receivables(
                        Stream.concat(byName, gone).toList(),
                        creditOnly.size(),
                        creditOnly.stream().reduce(books.zero(), Money::plus),
                        Optional.of(KnownThen.of(accounts, books.zero())))
                .shownTo(reader);
    }

    private Receivable receivable(PastBalance account, List<JournalEntry> open, LocalDate day) {
        Map<Age, Money> outstanding = new EnumMap<>(Age.class);
        Arrays.stream(Age.values()).forEach(age -> outstanding.put(age, books.zero()));
        open.forEach(row -> outstanding.merge(age(row, day), row.total(), Money::plus));
        return new Receivable(
                ledger.student(account.student()).orElseThrow(), outstanding, account.account(), Optional.of(account));
    }

    private List<PastBalance> accounts(MemoryPastDays past) {
        return ledger.rows().stream()
                .flatMap(row -> row.student().stream())
                .map(StudentSnapshot::number)
                .distinct()
                .sorted()
                .map(past::balance)
                .toList();
    }

    private boolean isToday(LocalDate day) {
        LocalDate today = LocalDate.now(clock);
        return DateNotAllowedException.requireNotAfter(today, day, Limit.AS_OF_AFTER_TODAY)
                .equals(today);
    }

    private void query(Actor reader) {
        reader.require(Role.VIEW);
        calls.query(FeesOverview.class);
    }
}
