package org.openadmin.fees.testkit;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.openadmin.fees.api.Actor;
import org.openadmin.fees.api.DateNotAllowedException;
import org.openadmin.fees.api.DateNotAllowedException.Limit;
import org.openadmin.fees.api.Money;
import org.openadmin.fees.api.RequestKey;
import org.openadmin.fees.api.Role;
import org.openadmin.fees.api.audit.AuditSubject.Kind;
import org.openadmin.fees.api.journal.EntryKind;
import org.openadmin.fees.api.journal.JournalEntry;
import org.openadmin.fees.api.payments.PaymentMethod;
import org.openadmin.fees.api.till.CountRequest;
import org.openadmin.fees.api.till.DrawerCount;
import org.openadmin.fees.api.till.DrawerDay;
import org.openadmin.fees.api.till.DrawerDay.MethodTotal;
import org.openadmin.fees.api.till.ReasonNeededException;
import org.openadmin.fees.api.till.Till;
import org.openadmin.fees.spi.AuditedCommand;
import org.openadmin.fees.spi.Settings;

/** The drawers and their counts. */
final class MemoryTill implements Till {

    private static final Predicate<JournalEntry> MONEY =
            row -> row.kind().isReceipt() || row.kind() == EntryKind.VOID || row.kind() == EntryKind.REFUND;

    private final MemoryLedger ledger;
    private final Supplier<Settings> settings;
    private final Supplier<Instant> now;
    private final Supplier<LocalDate> today;
    private final MemoryCalls calls;
    private final MemoryAuditLog audit;
    private final List<DrawerCount> counts = new ArrayList<>();
    /** Whether a row of the journal is in a deposit. */
    private Predicate<Long> deposited = row -> false;

    MemoryTill(
            MemoryLedger ledger,
            Supplier<Settings> settings,
            Supplier<Instant> now,
            Supplier<LocalDate> today,
            MemoryCalls calls,
            MemoryAuditLog audit) {
        this.ledger = ledger;
        this.settings = settings;
        this.now = now;
        this.today = today;
        this.calls = calls;
        this.audit = audit;
    }

    void depositsAre(Predicate<Long> inDeposit) {
        deposited = inDeposit;
    }

    @Override
    public DrawerDay drawer(Actor reader, String cashier, LocalDate day) {
        query(reader);
        return drawer(cashier, day);
    }

    @Override
    public List<DrawerDay> drawers(Actor reader, LocalDate day) {
        query(reader);
        return all(day);
    }

    @Override
    public List<DrawerDay> overdrawn(Actor reader, YearMonth month) {
        query(reader);
        return overdrawn(month);
    }

    List<DrawerDay> overdrawn(YearMonth month) {
        return IntStream.rangeClosed(1, month.lengthOfMonth())
                .mapToObj(month::atDay)
                .flatMap(day -> all(day).stream())
                .filter(DrawerDay::isOverdrawn)
                .toList();
    }

    @Override
    public Optional<DrawerCount> count(Actor reader, RequestKey key) {
        query(reader);
        return calls.answer(key, DrawerCount.class);
    }

    List<DrawerDay> all(LocalDate day) {
        return Stream.concat(
                        rows(day).map(JournalEntry::recordedBy),
                        counts.stream().filter(count -> count.day().equals(day)).map(DrawerCount::cashier))
                .filter(name -> !name.isEmpty())
                .distinct()
                .sorted(String.CASE_INSENSITIVE_ORDER.thenComparing(Comparator.naturalOrder()))
                .map(name -> drawer(name, day))
                .toList();
    }

    private Stream<JournalEntry> rows(LocalDate day) {
        return ledger.rows(day).stream().filter(MONEY);
    }

    private DrawerDay drawer(String cashier, LocalDate day) {
        List<JournalEntry> own =
                rows(day).filter(row -> row.recordedBy().equals(cashier)).toList();
        List<MethodTotal> methods = Stream.concat(
                        Stream.of(PaymentMethod.values()).map(Optional::of), Stream.of(Optional.<PaymentMethod>empty()))
                .filter(method -> own.stream().anyMatch(row -> row.method().equals(method)))
                .map(method -> new MethodTotal(
                        method,
                        (int) own.stream()
                                .filter(row -> row.method().equals(method)
                                        && row.kind().isReceipt()
                                        && row.links().lead().isEmpty())
                                .count(),
                        sum(own, method, row -> row.kind().isReceipt()),
                        sum(own, method, row -> row.kind() == EntryKind.VOID).negated(),
                        sum(own, method, row -> row.kind() == EntryKind.REFUND).negated()))
                .toList();
        Optional<PaymentMethod> cash = Optional.of(PaymentMethod.CASH);
        List<DrawerCount> counted = counts.stream()
                .filter(count -> count.cashier().equals(cashier) && count.day().equals(day))
                .sorted(Comparator.comparing(DrawerCount::number).reversed())
                .toList();
        return new DrawerDay(
                cashier,
                day,
                methods,
                sum(own, cash, row -> true),
                sum(own, cash, row -> deposited.test(row.id())),
                counted);
    }

    private Money sum(List<JournalEntry> rows, Optional<PaymentMethod> method, Predicate<JournalEntry> which) {
        return rows.stream()
                .filter(row -> row.method().equals(method))
                .filter(which)
                .map(row -> row.total().negated())
                .reduce(Money.zero(settings.get().currency()), Money::plus);
    }

    @Override
    public DrawerCount count(CountRequest request) {
        AuditedCommand command = AuditedCommand.of(request);
        return audit.attempt(command, () -> {
            boolean own = request.cashier().equals(request.actor().name());
            request.actor().require(own ? Role.CASHIER : Role.ADMIN);
            Object meaning =
                    List.of(request.cashier(), request.day(), request.opening(), request.counted(), request.reason());
            return calls.command(request, request.key(), meaning, DrawerCount.class, () -> record(request, command));
        });
    }

    private DrawerCount record(CountRequest request, AuditedCommand command) {
        DateNotAllowedException.requireNotAfter(today.get(), request.day(), Limit.TILL_AFTER_TODAY);
        request.counted().requireValues(settings.get().till().denominations());
        DrawerDay drawer = drawer(request.cashier(), request.day());
        Money expected = drawer.expected(request.opening());
        if (!expected.equals(request.counted().total()) && request.reason().isEmpty()) {
            throw new ReasonNeededException(expected, request.counted().total());
        }
        DrawerCount count = new DrawerCount(
                counts.size() + 1L,
                request.cashier(),
                request.day(),
                request.opening(),
                drawer.moved(),
                drawer.deposited(),
                request.counted(),
                request.reason(),
                request.actor().name(),
                now.get());
        counts.add(count);
        audit.done(command, Kind.COUNT, count.number());
        return count;
    }

    /** All counts, in number order. */
    List<DrawerCount> counts() {
        return List.copyOf(counts);
    }

    /** The days with counts. */
    Stream<LocalDate> countedDays() {
        return counts.stream().map(DrawerCount::day);
    }

    private void query(Actor reader) {
        reader.require(Role.VIEW);
        calls.query(Till.class);
    }
}
