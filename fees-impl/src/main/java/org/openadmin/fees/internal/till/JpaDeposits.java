package org.openadmin.fees.internal.till;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BiPredicate;
import java.util.stream.Collectors;
import javax.persistence.EntityManager;
import org.openadmin.fees.api.Actor;
import org.openadmin.fees.api.DateNotAllowedException;
import org.openadmin.fees.api.DateNotAllowedException.Limit;
import org.openadmin.fees.api.Money;
import org.openadmin.fees.api.Page;
import org.openadmin.fees.api.RequestKey;
import org.openadmin.fees.api.RequestKeyReusedException;
import org.openadmin.fees.api.Role;
import org.openadmin.fees.api.audit.AuditSubject;
import org.openadmin.fees.api.audit.AuditSubject.Kind;
import org.openadmin.fees.api.till.CannotTakeBackException;
import org.openadmin.fees.api.till.CannotVerifyException;
import org.openadmin.fees.api.till.CountedCash;
import org.openadmin.fees.api.till.CounterDepositRequest;
import org.openadmin.fees.api.till.Deposit;
import org.openadmin.fees.api.till.DepositCashException;
import org.openadmin.fees.api.till.DepositChangedException;
import org.openadmin.fees.api.till.DepositNumber;
import org.openadmin.fees.api.till.DepositOffer;
import org.openadmin.fees.api.till.DepositOffer.Content;
import org.openadmin.fees.api.till.DepositOffer.OfferedDrawer;
import org.openadmin.fees.api.till.DepositRequest;
import org.openadmin.fees.api.till.DepositSummary;
import org.openadmin.fees.api.till.Deposits;
import org.openadmin.fees.api.till.DrawerCount;
import org.openadmin.fees.api.till.DrawerDay;
import org.openadmin.fees.api.till.DrawerNotCountedException;
import org.openadmin.fees.api.till.MoneyRow;
import org.openadmin.fees.api.till.NothingToDepositException;
import org.openadmin.fees.api.till.Undeposited;
import org.openadmin.fees.api.till.UnknownDepositException;
import org.openadmin.fees.api.till.VerifyDepositRequest;
import org.openadmin.fees.internal.persistence.AuditTrail;
import org.openadmin.fees.internal.persistence.Counter;
import org.openadmin.fees.internal.persistence.Transactions;
import org.openadmin.fees.internal.till.CashCountStore.Stored;
import org.openadmin.fees.internal.till.DepositStore.Item;
import org.openadmin.fees.internal.till.DepositStore.Made;
import org.openadmin.fees.internal.till.DepositStore.NewDeposit;
import org.openadmin.fees.spi.AuditedCommand;
import org.openadmin.fees.spi.FeesSettings;
import org.openadmin.fees.spi.SchoolClockReference;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Makes deposits, one at a time: each locks the series of deposits by an update, also on a cluster. The unique keys of
 * {@code fees_deposit_row} would refuse a row that is deposited twice at the same time.
 */
@Component
public final class JpaDeposits implements Deposits {

    /** No transaction lasts so long that a row recorded before could appear later. */
    private static final Duration LONGEST_TRANSACTION = Duration.ofDays(1);

    private final Transactions transactions;
    private final AuditTrail audit;
    private final FeesSettings settings;
    private final Clock clock;

    @Activate
    public JpaDeposits(
            @Reference Transactions transactions,
            @Reference FeesSettings settings,
            @Reference(target = SchoolClockReference.TARGET) Clock clock) {
        this.transactions = transactions;
        this.settings = settings;
        this.clock = clock;
        audit = new AuditTrail(transactions, clock);
    }

    @Override
    public DepositOffer offer(Actor reader, LocalDate until) {
        reader.require(Role.VIEW);
        return transactions.read(em -> offer(em, until, new WaitingQueries(em, currency()).all()));
    }

    private DepositOffer offer(EntityManager em, LocalDate until, List<WaitingRow> waiting) {
        List<MoneyRow> rows = waiting.stream()
                .filter(row -> !row.isReturnedCheque())
                .map(WaitingRow::money)
                .filter(row -> !row.date().isAfter(until))
                .toList();
        CashCountStore counts = new CashCountStore(em, currency());
        Set<LocalDate> days = rows.stream()
                .filter(MoneyRow::isCash)
                .map(MoneyRow::date)
                .collect(Collectors.toCollection(TreeSet::new));
        days.addAll(counts.daysWithDifference(until));
        if (days.isEmpty()) {
            return new DepositOffer(until, rows, List.of(), zero());
        }
        List<DrawerMoney> moved = new DrawerRowQueries(em, currency()).of(days);
        List<Stored> stored = counts.of(days);
        Set<Long> deposited = stored.stream()
                .filter(Stored::deposited)
                .map(each -> each.count().number())
                .collect(Collectors.toSet());
        List<DrawerCount> all = stored.stream().map(Stored::count).toList();
        List<OfferedDrawer> drawers = days.stream()
                .flatMap(day -> new Drawers(day, moved, all, currency()).all().stream())
                .map(drawer -> offered(drawer, deposited))
                .filter(drawer -> !drawer.difference().isZero() || holds(drawer, rows))
                .toList();
        return new DepositOffer(until, rows, drawers, zero());
    }

    private OfferedDrawer offered(DrawerDay drawer, Set<Long> deposited) {
        Money difference = drawer.count()
                .filter(count -> !deposited.contains(count.number()))
                .map(DrawerCount::difference)
                .orElse(zero());
        return new OfferedDrawer(drawer.cashier(), drawer.day(), drawer.sinceCount(), drawer.count(), difference);
    }

    private static boolean holds(OfferedDrawer drawer, List<MoneyRow> rows) {
        return rows.stream()
                .anyMatch(row -> row.isCash()
                        && row.cashier().equals(drawer.cashier())
                        && row.date().equals(drawer.day()));
    }

    @Override
    public Deposit make(DepositRequest request) {
        AuditedCommand command = AuditedCommand.of(request);
        return audit.attempt(command, () -> make(request, command));
    }

    private Deposit make(DepositRequest request, AuditedCommand command) {
        request.actor().require(Role.CASHIER);
        return once(
                command,
                request.key(),
                (made, none) -> made.takesBack().isEmpty()
                        && made.until().equals(request.until())
                        && made.wanted().equals(DepositStore.wanted(request.rows()))
                        && made.pieces()
                                .equals(request.cash().map(CountedCash::text).orElse("")),
                em -> make(em, request));
    }

    private interface Work {
        DepositNumber in(EntityManager em);
    }

    private Deposit once(AuditedCommand command, RequestKey key, BiPredicate<Made, RequestKey> same, Work work) {
        return audit.once(
                command,
                Counter.DEPOSIT::lock,
                em -> answered(em, key, same),
                em -> find(em, work.in(em)),
                deposit -> Optional.of(
                        new AuditSubject(Kind.DEPOSIT, deposit.number().value())));
    }

    private Optional<Deposit> answered(EntityManager em, RequestKey key, BiPredicate<Made, RequestKey> same) {
        Optional<Made> made = new DepositStore(em, currency()).made(key);
        if (made.isEmpty()) {
            TillKeyQueries.requireUnused(em, key, DepositStore.TABLE);
        } else if (!same.test(made.get(), key)) {
            throw new RequestKeyReusedException(key);
        }
        return made.map(deposit -> find(em, deposit.number()));
    }

    private Deposit find(EntityManager em, DepositNumber number) {
        return new DepositStore(em, currency()).find(number).orElseThrow(() -> new UnknownDepositException(number));
    }

    private DepositNumber make(EntityManager em, DepositRequest request) {
        LocalDate today = LocalDate.now(clock);
        DateNotAllowedException.requireNotAfter(today, request.until(), Limit.TILL_AFTER_TODAY);
        request.cash()
                .ifPresent(cash -> cash.requireValues(settings.current().till().denominations()));
        List<WaitingRow> waiting = new WaitingQueries(em, currency()).all();
        DepositOffer offer = offer(em, request.until(), waiting);
        Content content = content(request, offer);
        requireCash(content, request);
        Map<Long, Money> differences = new TreeMap<>();
        content.drawers().stream()
                .filter(drawer -> !drawer.difference().isZero())
                .forEach(drawer -> differences.put(drawer.count().orElseThrow().number(), drawer.difference()));
        DepositStore store = new DepositStore(em, currency());
        Instant now = now();
        return store.add(
                new NewDeposit(
                        request.key(),
                        request.actor(),
                        today,
                        request.until(),
                        Optional.empty(),
                        false,
                        store.items(content.rows(), differences),
                        request.cash(),
                        request.rows(),
                        settings.current().till().verify(),
                        settledTo(store.settledTo(), waiting, content.rows(), now),
                        ""),
                now);
    }

    private static Content content(DepositRequest request, DepositOffer offer) {
        request.rows().map(offer::missing).filter(missing -> !missing.isEmpty()).ifPresent(missing -> {
            throw new DepositChangedException(missing.size());
        });
        Content content = request.rows().map(offer::content).orElseGet(offer::all);
        if (content.isEmpty()) {
            throw new NothingToDepositException(request.until());
        }
        return content;
    }

    private static void requireCash(Content content, DepositRequest request) {
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
        request.cash()
                .map(CountedCash::total)
                .filter(counted -> !counted.equals(cash))
                .ifPresent(counted -> {
                    throw new DepositCashException(DepositCashException.Problem.OTHER_AMOUNT, cash, counted);
                });
    }

    /** See the column of the same name: up to the last row of this deposit, but before the first that still waits. */
    private static long settledTo(long before, List<WaitingRow> waiting, List<MoneyRow> taken, Instant now) {
        Set<Long> numbers = taken.stream().map(MoneyRow::row).collect(Collectors.toSet());
        Instant latest = now.minus(LONGEST_TRANSACTION);
        long last = waiting.stream()
                .filter(row -> numbers.contains(row.id()) && row.recordedAt().isBefore(latest))
                .mapToLong(WaitingRow::id)
                .max()
                .orElse(before);
        long first = waiting.stream()
                .filter(row -> !numbers.contains(row.id()))
                .mapToLong(WaitingRow::id)
                .min()
                .orElse(Long.MAX_VALUE);
        return Math.max(before, Math.min(last, first - 1));
    }

    @Override
    public Deposit takeBack(CounterDepositRequest request) {
        AuditedCommand command = AuditedCommand.of(request);
        return audit.attempt(command, () -> takeBack(request, command));
    }

    private Deposit takeBack(CounterDepositRequest request, AuditedCommand command) {
        request.actor().require(Role.CASHIER);
        return once(
                command,
                request.key(),
                (made, none) -> made.takesBack().equals(Optional.of(request.deposit()))
                        && made.whole() == request.whole()
                        && made.reason().equals(request.reason()),
                em -> takeBack(em, request));
    }

    private DepositNumber takeBack(EntityManager em, CounterDepositRequest request) {
        DepositStore store = new DepositStore(em, currency());
        DepositSummary deposit =
                store.summary(request.deposit()).orElseThrow(() -> new UnknownDepositException(request.deposit()));
        if (deposit.isCounterDeposit()) {
            throw new CannotTakeBackException(request.deposit(), CannotTakeBackException.Problem.COUNTER_DEPOSIT);
        }
        List<Item> items = request.whole() ? store.items(request.deposit()) : store.voidedItems(request.deposit());
        if (items.isEmpty()) {
            throw new CannotTakeBackException(
                    request.deposit(),
                    request.whole()
                            ? CannotTakeBackException.Problem.TAKEN_BACK
                            : CannotTakeBackException.Problem.NOTHING_VOIDED);
        }
        LocalDate today = LocalDate.now(clock);
        long before = store.settledTo();
        long first = items.stream()
                .map(Item::row)
                .filter(OptionalLong::isPresent)
                .mapToLong(OptionalLong::getAsLong)
                .min()
                .orElse(Long.MAX_VALUE);
        return store.add(
                new NewDeposit(
                        request.key(),
                        request.actor(),
                        today,
                        today,
                        Optional.of(request.deposit()),
                        request.whole(),
                        items.stream().map(JpaDeposits::opposite).toList(),
                        Optional.empty(),
                        Optional.empty(),
                        settings.current().till().verify(),
                        Math.min(before, first - 1),
                        request.reason()),
                now());
    }

    private static Item opposite(Item item) {
        return new Item(item.row(), item.count(), item.step() + 1, item.amount().negated(), item.cheque());
    }

    @Override
    public Deposit verify(VerifyDepositRequest request) {
        AuditedCommand command = AuditedCommand.of(request);
        return audit.attempt(command, () -> verify(request, command));
    }

    private Deposit verify(VerifyDepositRequest request, AuditedCommand command) {
        request.actor().require(Role.CASHIER);
        return audit.once(
                command,
                Counter.DEPOSIT::lock,
                em -> verified(em, request),
                em -> verify(em, request),
                deposit -> Optional.empty());
    }

    private Optional<Deposit> verified(EntityManager em, VerifyDepositRequest request) {
        Optional<DepositNumber> number = new DepositStore(em, currency()).verified(request.key());
        if (number.isEmpty()) {
            TillKeyQueries.requireUnused(em, request.key(), DepositStore.CHECK_TABLE);
        } else if (!number.get().equals(request.deposit())) {
            throw new RequestKeyReusedException(request.key());
        }
        return number.map(found -> find(em, found));
    }

    private Deposit verify(EntityManager em, VerifyDepositRequest request) {
        DepositSummary deposit = find(em, request.deposit()).summary();
        if (deposit.madeBy().equalsIgnoreCase(request.actor().name())) {
            throw new CannotVerifyException(request.deposit(), CannotVerifyException.Problem.MAKER);
        }
        if (deposit.verification().isPresent()) {
            throw new CannotVerifyException(request.deposit(), CannotVerifyException.Problem.VERIFIED);
        }
        new DepositStore(em, currency()).verify(request.deposit(), request.key(), request.actor(), now());
        return find(em, request.deposit());
    }

    @Override
    public Optional<Deposit> deposit(Actor reader, DepositNumber number) {
        reader.require(Role.VIEW);
        return transactions.read(em -> new DepositStore(em, currency()).find(number));
    }

    @Override
    public Optional<Deposit> deposit(Actor reader, RequestKey key) {
        reader.require(Role.VIEW);
        return transactions.read(
                em -> new DepositStore(em, currency()).made(key).map(made -> find(em, made.number())));
    }

    @Override
    public List<DepositSummary> deposits(Actor reader, Page page) {
        reader.require(Role.VIEW);
        return transactions.read(em -> new DepositStore(em, currency()).summaries(page));
    }

    @Override
    public Undeposited undeposited(Actor reader) {
        reader.require(Role.VIEW);
        return transactions.read(em -> new WaitingQueries(em, currency()).figures());
    }

    @Override
    public Undeposited undeposited(Actor reader, LocalDate until) {
        reader.require(Role.VIEW);
        return transactions.read(em -> new WaitingQueries(em, currency()).figuresUntil(until));
    }

    @Override
    public List<ReturnedCheque> toTakeBack(Actor reader) {
        reader.require(Role.VIEW);
        return transactions.read(em -> {
            List<WaitingRow> returned = new WaitingQueries(em, currency()).returnedCheques();
            Map<Long, DepositNumber> deposits = new DepositStore(em, currency())
                    .depositsOf(returned.stream()
                            .map(row -> row.reverses().orElseThrow())
                            .toList());
            Map<Long, Long> voided = new HashMap<>();
            returned.forEach(row -> voided.put(row.id(), row.reverses().orElseThrow()));
            return MoneyRow.whole(returned.stream().map(WaitingRow::money).toList()).stream()
                    .map(row -> new ReturnedCheque(row, deposits.get(voided.get(row.row()))))
                    .toList();
        });
    }

    private Currency currency() {
        return settings.current().currency();
    }

    private Money zero() {
        return Money.zero(currency());
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }
}
