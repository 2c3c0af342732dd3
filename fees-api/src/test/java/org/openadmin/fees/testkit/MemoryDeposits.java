package org.openadmin.fees.testkit;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.openadmin.fees.api.Actor;
import org.openadmin.fees.api.DateNotAllowedException;
import org.openadmin.fees.api.DateNotAllowedException.Limit;
import org.openadmin.fees.api.Money;
import org.openadmin.fees.api.Page;
import org.openadmin.fees.api.RequestKey;
import org.openadmin.fees.api.Role;
import org.openadmin.fees.api.audit.AuditSubject.Kind;
import org.openadmin.fees.api.journal.EntryKind;
import org.openadmin.fees.api.journal.JournalEntry;
import org.openadmin.fees.api.payments.PaymentMethod;
import org.openadmin.fees.api.till.CannotTakeBackException;
import org.openadmin.fees.api.till.CannotVerifyException;
import org.openadmin.fees.api.till.CountedCash;
import org.openadmin.fees.api.till.CounterDepositRequest;
import org.openadmin.fees.api.till.Deposit;
import org.openadmin.fees.api.till.Deposit.DepositedDifference;
import org.openadmin.fees.api.till.Deposit.DepositedRow;
import org.openadmin.fees.api.till.DepositCashException;
import org.openadmin.fees.api.till.DepositChangedException;
import org.openadmin.fees.api.till.DepositNumber;
import org.openadmin.fees.api.till.DepositOffer;
import org.openadmin.fees.api.till.DepositOffer.Content;
import org.openadmin.fees.api.till.DepositOffer.OfferedDrawer;
import org.openadmin.fees.api.till.DepositRequest;
import org.openadmin.fees.api.till.DepositSummary;
import org.openadmin.fees.api.till.DepositSummary.Verification;
import org.openadmin.fees.api.till.Deposits;
import org.openadmin.fees.api.till.DrawerCount;
import org.openadmin.fees.api.till.DrawerDay;
import org.openadmin.fees.api.till.DrawerNotCountedException;
import org.openadmin.fees.api.till.MoneyRow;
import org.openadmin.fees.api.till.NothingToDepositException;
import org.openadmin.fees.api.till.Undeposited;
import org.openadmin.fees.api.till.UnknownDepositException;
import org.openadmin.fees.api.till.VerifyDepositRequest;
import org.openadmin.fees.spi.AuditedCommand;
import org.openadmin.fees.spi.Settings;

/** The deposits: what is in the bank is the sum of their rows, counter-deposits included. */
final class MemoryDeposits implements Deposits {

    private static final Comparator<MoneyRow> ORDER =
            Comparator.comparing(MoneyRow::date).thenComparing(MoneyRow::row);

    private final MemoryLedger ledger;
    private final MemoryTill till;
    private final Supplier<Settings> settings;
    private final Supplier<Instant> now;
    private final Supplier<LocalDate> today;
    private final MemoryCalls calls;
    private final MemoryAuditLog audit;
    private final List<Deposit> deposits = new ArrayList<>();
    /** The rows of the journal, and the counts whose differences, are in a deposit and were not taken back. */
    private final Set<Long> rowsIn = new HashSet<>();

    private final Set<Long> countsIn = new HashSet<>();

    private final Map<RequestKey, DepositNumber> byKey = new HashMap<>();

    MemoryDeposits(
            MemoryLedger ledger,
            MemoryTill till,
            Supplier<Settings> settings,
            Supplier<Instant> now,
            Supplier<LocalDate> today,
            MemoryCalls calls,
            MemoryAuditLog audit) {
        this.ledger = ledger;
        this.till = till;
        this.settings = settings;
        this.now = now;
        this.today = today;
        this.calls = calls;
        this.audit = audit;
        till.depositsAre(rowsIn::contains);
    }

    @Override
    public DepositOffer offer(Actor reader, LocalDate until) {
        query(reader);
        return offer(until);
    }

    private DepositOffer offer(LocalDate until) {
        List<MoneyRow> rows = waiting()
                .filter(row -> !isReturnedCheque(row))
                .filter(row -> !row.date().isAfter(until))
                .toList();
        Set<LocalDate> days = Stream.concat(rows.stream().map(MoneyRow::date), till.countedDays())
                .filter(day -> !day.isAfter(until))
                .collect(Collectors.toCollection(TreeSet::new));
        List<OfferedDrawer> drawers = days.stream()
                .flatMap(day -> till.all(day).stream())
                .map(this::offered)
                .filter(drawer -> !drawer.difference().isZero()
                        || rows.stream()
                                .anyMatch(row -> row.isCash()
                                        && row.cashier().equals(drawer.cashier())
                                        && row.date().equals(drawer.day())))
                .toList();
        return new DepositOffer(until, rows, drawers, zero());
    }

    private OfferedDrawer offered(DrawerDay drawer) {
        Money difference = drawer.count()
                .filter(count -> !countsIn.contains(count.number()))
                .map(DrawerCount::difference)
                .orElse(zero());
        return new OfferedDrawer(drawer.cashier(), drawer.day(), drawer.sinceCount(), drawer.count(), difference);
    }

    /** What is neither in a deposit nor cancelled out, by date and number. */
    private Stream<MoneyRow> waiting() {
        return ledger.rows().stream().filter(this::isWaiting).map(this::money).sorted(ORDER);
    }

    private boolean isWaiting(JournalEntry row) {
        boolean cash = row.method().equals(Optional.of(PaymentMethod.CASH));
        boolean money = cash || row.method().equals(Optional.of(PaymentMethod.CHEQUE));
        if (!money
                || rowsIn.contains(row.id())
                || row.recordedAt().isEmpty()
                || row.total().isZero()) {
            return false;
        }
        if (row.kind().isReceipt()) {
            return row.voidedBy().isEmpty() || rowsIn.contains(row.voidedBy().getAsLong());
        }
        return row.kind() == EntryKind.REFUND && cash
                || row.kind() == EntryKind.VOID
                        && rowsIn.contains(row.reverses().orElseThrow());
    }

    private static boolean isReturnedCheque(MoneyRow row) {
        return row.kind() == EntryKind.VOID && row.method() == PaymentMethod.CHEQUE;
    }

    /** All deposits, in number order. */
    List<Deposit> all() {
        return List.copyOf(deposits);
    }

    MoneyRow money(JournalEntry row) {
        return new MoneyRow(
                row.id(),
                row.kind(),
                row.student(),
                row.date().orElseThrow(),
                row.total().negated(),
                row.method().orElseThrow(),
                row.reference(),
                row.recordedBy(),
                row.kind() == EntryKind.VOID
                        ? ledger.row(row.reverses().orElseThrow()).flatMap(JournalEntry::receipt)
                        : row.receipt());
    }

    @Override
    public Deposit make(DepositRequest request) {
        AuditedCommand command = AuditedCommand.of(request);
        return audit.attempt(command, () -> {
            request.actor().require(Role.CASHIER);
            Object meaning = List.of(request.until(), request.rows(), request.cash());
            DepositNumber made = calls.command(
                    request,
                    request.key(),
                    meaning,
                    DepositNumber.class,
                    () -> made(make(content(request), request), command));
            return find(made);
        });
    }

    private DepositNumber made(Deposit deposit, AuditedCommand command) {
        deposits.add(deposit);
        byKey.put(command.key().orElseThrow(), deposit.number());
        audit.done(command, Kind.DEPOSIT, deposit.number().value());
        return deposit.number();
    }

    private Content content(DepositRequest request) {
        DateNotAllowedException.requireNotAfter(today.get(), request.until(), Limit.TILL_AFTER_TODAY);
        request.cash()
                .ifPresent(cash -> cash.requireValues(settings.get().till().denominations()));
        DepositOffer offer = offer(request.until());
        Set<Long> missing = request.rows().map(offer::missing).orElse(Set.of());
        if (!missing.isEmpty()) {
            throw new DepositChangedException(missing.size());
        }
        Content content = request.rows().map(offer::content).orElseGet(offer::all);
        if (content.isEmpty()) {
            throw new NothingToDepositException(request.until());
        }
        List<OfferedDrawer> uncounted = content.uncounted();
        if (!uncounted.isEmpty()) {
            OfferedDrawer first = uncounted.get(0);
            throw new DrawerNotCountedException(
                    first.cashier(), first.day(), first.since(), first.count().isPresent(), uncounted.size() - 1);
        }
        Money cash = content.cash();
        if (cash.isNegative()) {
            throw new DepositCashException(DepositCashException.Problem.NEGATIVE, cash, cash);
        }
        Money counted = request.cash().map(CountedCash::total).orElse(cash);
        if (!counted.equals(cash)) {
            throw new DepositCashException(DepositCashException.Problem.OTHER_AMOUNT, cash, counted);
        }
        return content;
    }

    private Deposit make(Content content, DepositRequest request) {
        List<DepositedRow> rows = content.rows().stream()
                .map(row -> new DepositedRow(row, row.amount()))
                .toList();
        List<DepositedDifference> differences = content.drawers().stream()
                .filter(drawer -> !drawer.difference().isZero())
                .map(drawer -> new DepositedDifference(
                        drawer.count().orElseThrow().number(),
                        drawer.cashier(),
                        drawer.day(),
                        drawer.difference(),
                        drawer.count().orElseThrow().reason()))
                .toList();
        rows.forEach(row -> rowsIn.add(row.row().row()));
        differences.forEach(difference -> countsIn.add(difference.count()));
        return deposit(request.actor(), request.until(), Optional.empty(), "", rows, differences, request.cash());
    }

    private Deposit deposit(
            Actor actor,
            LocalDate until,
            Optional<DepositNumber> takesBack,
            String reason,
            List<DepositedRow> rows,
            List<DepositedDifference> differences,
            Optional<CountedCash> cash) {
        List<DepositedRow> cheques =
                rows.stream().filter(row -> !row.row().isCash()).toList();
        DepositSummary summary = new DepositSummary(
                new DepositNumber(deposits.size() + 1L),
                today.get(),
                until,
                sum(rows.stream().filter(row -> row.row().isCash()).map(DepositedRow::amount)),
                sum(differences.stream().map(DepositedDifference::amount)),
                sum(cheques.stream().map(DepositedRow::amount)),
                MoneyRow.whole(cheques.stream().map(DepositedRow::row).toList()).size(),
                takesBack,
                reason,
                actor.name(),
                now.get(),
                settings.get().till().verify(),
                Optional.empty());
        return new Deposit(summary, rows, differences, cash, List.of());
    }

    private Money sum(Stream<Money> amounts) {
        return amounts.reduce(zero(), Money::plus);
    }

    @Override
    public Deposit takeBack(CounterDepositRequest request) {
        AuditedCommand command = AuditedCommand.of(request);
        return audit.attempt(command, () -> {
            request.actor().require(Role.CASHIER);
            Object meaning = List.of(request.deposit(), request.whole(), request.reason());
            DepositNumber made = calls.command(
                    request, request.key(), meaning, DepositNumber.class, () -> made(counter(request), command));
            return find(made);
        });
    }

    private Deposit counter(CounterDepositRequest request) {
        Deposit deposit = find(request.deposit());
        if (deposit.summary().isCounterDeposit()) {
            throw new CannotTakeBackException(request.deposit(), CannotTakeBackException.Problem.COUNTER_DEPOSIT);
        }
        List<DepositedRow> rows = deposit.rows().stream()
                .filter(row -> isStillIn(row.row().row(), request.deposit()))
                .filter(row -> request.whole() || isVoidedSince(row.row().row()))
                .map(row -> new DepositedRow(row.row(), row.amount().negated()))
                .toList();
        List<DepositedDifference> differences = deposit.differences().stream()
                .filter(difference -> request.whole() && countsIn.contains(difference.count()))
                .filter(difference -> lastWithCount(difference.count()).equals(request.deposit()))
                .map(difference -> new DepositedDifference(
                        difference.count(),
                        difference.cashier(),
                        difference.day(),
                        difference.amount().negated(),
                        difference.reason()))
                .toList();
        if (rows.isEmpty() && differences.isEmpty()) {
            throw new CannotTakeBackException(
                    request.deposit(),
                    request.whole()
                            ? CannotTakeBackException.Problem.TAKEN_BACK
                            : CannotTakeBackException.Problem.NOTHING_VOIDED);
        }
        rows.forEach(row -> rowsIn.remove(row.row().row()));
        differences.forEach(difference -> countsIn.remove(difference.count()));
        return deposit(
                request.actor(),
                today.get(),
                Optional.of(request.deposit()),
                request.reason(),
                rows,
                differences,
                Optional.empty());
    }

    private boolean isStillIn(long row, DepositNumber deposit) {
        return rowsIn.contains(row) && lastWithRow(row).equals(deposit);
    }

    private DepositNumber lastWithRow(long row) {
        return last(
                deposit -> deposit.rows().stream().anyMatch(each -> each.row().row() == row));
    }

    private DepositNumber lastWithCount(long count) {
        return last(deposit -> deposit.differences().stream().anyMatch(each -> each.count() == count));
    }

    private DepositNumber last(Predicate<Deposit> with) {
        return deposits.stream()
                .filter(with)
                .reduce((earlier, later) -> later)
                .orElseThrow()
                .number();
    }

    private boolean isVoidedSince(long row) {
        return ledger.row(row).orElseThrow().voidedBy().stream().anyMatch(voiding -> !rowsIn.contains(voiding));
    }

    @Override
    public Deposit verify(VerifyDepositRequest request) {
        AuditedCommand command = AuditedCommand.of(request);
        return audit.attempt(command, () -> {
            request.actor().require(Role.CASHIER);
            DepositNumber verified = calls.command(
                    request, request.key(), request.deposit(), DepositNumber.class, () -> verified(request, command));
            return find(verified);
        });
    }

    private DepositNumber verified(VerifyDepositRequest request, AuditedCommand command) {
        Deposit deposit = find(request.deposit());
        DepositSummary summary = deposit.summary();
        if (summary.madeBy().equalsIgnoreCase(request.actor().name())) {
            throw new CannotVerifyException(request.deposit(), CannotVerifyException.Problem.MAKER);
        }
        if (summary.verification().isPresent()) {
            throw new CannotVerifyException(request.deposit(), CannotVerifyException.Problem.VERIFIED);
        }
        DepositSummary verified = new DepositSummary(
                summary.number(),
                summary.date(),
                summary.until(),
                summary.cashRows(),
                summary.difference(),
                summary.cheques(),
                summary.chequeCount(),
                summary.takesBack(),
                summary.reason(),
                summary.madeBy(),
                summary.madeAt(),
                summary.toVerify(),
                Optional.of(new Verification(request.actor().name(), now.get())));
        deposits.set(
                Math.toIntExact(request.deposit().value() - 1),
                new Deposit(verified, deposit.rows(), deposit.differences(), deposit.cash(), List.of()));
        audit.done(command);
        return request.deposit();
    }

    private Deposit find(DepositNumber number) {
        return stored(number).orElseThrow(() -> new UnknownDepositException(number));
    }

    private Optional<Deposit> stored(DepositNumber number) {
        return deposits.stream()
                .filter(deposit -> deposit.number().equals(number))
                .findFirst()
                .map(deposit -> new Deposit(
                        deposit.summary(),
                        deposit.rows(),
                        deposit.differences(),
                        deposit.cash(),
                        deposits.stream()
                                .filter(other -> other.summary().takesBack().equals(Optional.of(number)))
                                .map(Deposit::number)
                                .toList()));
    }

    @Override
    public Optional<Deposit> deposit(Actor reader, DepositNumber number) {
        query(reader);
        return stored(number);
    }

    @Override
    public Optional<Deposit> deposit(Actor reader, RequestKey key) {
        query(reader);
        return Optional.ofNullable(byKey.get(key)).flatMap(this::stored);
    }

    @Override
    public List<DepositSummary> deposits(Actor reader, Page page) {
        query(reader);
        return deposits.stream()
                .map(Deposit::summary)
                .sorted(Comparator.comparing(DepositSummary::number).reversed())
                .skip(page.offset())
                .limit(page.limit())
                .toList();
    }

    @Override
    public Undeposited undeposited(Actor reader) {
        query(reader);
        return figures(waiting().toList());
    }

    @Override
    public Undeposited undeposited(Actor reader, LocalDate until) {
        query(reader);
        return undepositedUntil(until);
    }

    Undeposited undepositedUntil(LocalDate until) {
        return figures(waiting().filter(row -> !row.date().isAfter(until)).toList());
    }

    private Undeposited figures(List<MoneyRow> all) {
        List<MoneyRow> receipts = all.stream().filter(MoneyRow::isReceipt).toList();
        return new Undeposited(
                MoneyRow.whole(receipts).size(),
                sum(all.stream().filter(row -> !isReturnedCheque(row)).map(MoneyRow::amount)),
                receipts.stream().map(MoneyRow::date).min(Comparator.naturalOrder()),
                MoneyRow.whole(all.stream()
                                .filter(MemoryDeposits::isReturnedCheque)
                                .toList())
                        .size());
    }

    @Override
    public List<ReturnedCheque> toTakeBack(Actor reader) {
        query(reader);
        return MoneyRow.whole(waiting().filter(MemoryDeposits::isReturnedCheque).toList()).stream()
                .map(row -> new ReturnedCheque(
                        row,
                        lastWithRow(
                                ledger.row(row.row()).orElseThrow().reverses().orElseThrow())))
                .toList();
    }

    private void query(Actor reader) {
        reader.require(Role.VIEW);
        calls.query(Deposits.class);
    }

    private Money zero() {
        return Money.zero(settings.get().currency());
    }
}
