package org.openadmin.fees.testkit;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.function.ToLongFunction;
import org.openadmin.fees.api.Actor;
import org.openadmin.fees.api.DateNotAllowedException;
import org.openadmin.fees.api.DateNotAllowedException.Limit;
import org.openadmin.fees.api.Dates;
import org.openadmin.fees.api.RequestKey;
import org.openadmin.fees.api.Role;
import org.openadmin.fees.api.audit.AuditSubject.Kind;
import org.openadmin.fees.api.journal.Closing;
import org.openadmin.fees.api.journal.Closing.Type;
import org.openadmin.fees.api.journal.ClosingCheck;
import org.openadmin.fees.api.journal.ClosingCheck.Finding;
import org.openadmin.fees.api.journal.ClosingNotAllowedException;
import org.openadmin.fees.api.journal.ClosingNotAllowedException.Reason;
import org.openadmin.fees.api.journal.ClosingRequest;
import org.openadmin.fees.api.journal.ClosingRequest.Close;
import org.openadmin.fees.api.journal.ClosingRequest.Reopen;
import org.openadmin.fees.api.journal.Closings;
import org.openadmin.fees.api.journal.JournalEntry;
import org.openadmin.fees.api.journal.MonthSummary;
import org.openadmin.fees.spi.AuditedCommand;

/** The closed months, and their summaries as they were when they were closed. */
final class MemoryClosings implements Closings {

    private final List<Closing> made = new ArrayList<>();
    private final Map<YearMonth, MonthSummary> summaries = new HashMap<>();
    private final MemoryLedger ledger;
    private final MemoryMonths months;
    private final Supplier<Instant> now;
    private final Supplier<LocalDate> today;
    private final ZoneId zone;
    private final MemoryCalls calls;
    private final MemoryAuditLog audit;
    private Function<LocalDate, Long> undeposited = until -> 0L;
    private Function<YearMonth, Long> overdrawn = month -> 0L;
    private final ToLongFunction<LocalDate> unposted;

    /** @param unposted how many rows up to a day are not posted to the books */
    MemoryClosings(
            MemoryLedger ledger,
            MemoryMonths months,
            Supplier<Instant> now,
            Supplier<LocalDate> today,
            ZoneId zone,
            MemoryCalls calls,
            MemoryAuditLog audit,
            ToLongFunction<LocalDate> unposted) {
        this.unposted = unposted;
        this.ledger = ledger;
        this.months = months;
        this.now = now;
        this.today = today;
        this.zone = zone;
        this.calls = calls;
        this.audit = audit;
    }

    /** Gives the check what it looks up in the till: the receipts not deposited up to a day, and the overdrawn drawers of a month. */
    void tillIs(Function<LocalDate, Long> undepositedUntil, Function<YearMonth, Long> overdrawnIn) {
        undeposited = undepositedUntil;
        overdrawn = overdrawnIn;
    }

    /** @throws DateNotAllowedException if the date is in a closed month, or before it */
    void requireOpen(LocalDate date) {
        lastDay().filter(last -> !date.isAfter(last)).ifPresent(last -> {
            throw new DateNotAllowedException(Limit.PERIOD_CLOSED, date, last.plusDays(1));
        });
    }

    /** The summary of a month that is closed. */
    Optional<MonthSummary> summary(YearMonth month) {
        return isClosed(month) ? Optional.ofNullable(summaries.get(month)) : Optional.empty();
    }

    /** The last closed day. */
    Optional<LocalDate> lastDay() {
        return made.isEmpty()
                ? Optional.empty()
                : Optional.of(made.get(made.size() - 1).closedThrough());
    }

    private boolean isClosed(YearMonth month) {
        return lastDay().filter(last -> !month.atEndOfMonth().isAfter(last)).isPresent();
    }

    @Override
    public ClosingCheck check(Actor reader, YearMonth month) {
        reader.require(Role.BILL);
        calls.query(Closings.class);
        requireClosable(Dates.requireMonth(month));
        List<JournalEntry> rows = rows(month);
        Instant end = month.plusMonths(1).atDay(1).atStartOfDay(zone).toInstant();
        long late = rows.stream()
                .filter(row -> row.recordedAt().filter(at -> !at.isBefore(end)).isPresent())
                .count();
        return new ClosingCheck(
                month,
                rows.size(),
                Map.of(
                        Finding.EARLIER_MONTH,
                        (long) open(month.minusMonths(1)).size(),
                        Finding.LATE_ROW,
                        late,
                        Finding.UNDEPOSITED,
                        undeposited.apply(month.atEndOfMonth()),
                        Finding.NEGATIVE_DRAWER,
                        overdrawn.apply(month),
                        Finding.UNPOSTED_ROW,
                        unposted.applyAsLong(month.atEndOfMonth())));
    }

    private List<JournalEntry> rows(YearMonth month) {
        return ledger.rows().stream()
                .filter(row -> row.date().map(YearMonth::from).equals(Optional.of(month)))
                .toList();
    }

    /** The months with rows up to this one that are not closed. */
    private List<YearMonth> open(YearMonth last) {
        return ledger.rows().stream()
                .flatMap(row -> row.date().stream())
                .map(YearMonth::from)
                .filter(month -> !month.isAfter(last) && !isClosed(month))
                .distinct()
                .sorted()
                .toList();
    }

    private void requireClosable(YearMonth month) {
        if (!month.atEndOfMonth().isBefore(today.get())) {
            throw new ClosingNotAllowedException(Reason.NOT_OVER, month);
        }
        if (isClosed(month)) {
            throw new ClosingNotAllowedException(Reason.ALREADY_CLOSED, month);
        }
    }

    @Override
    public Closing apply(ClosingRequest request) {
        AuditedCommand command = AuditedCommand.of(request);
        String reason = request instanceof Reopen reopen ? reopen.reason() : "";
        Object meaning = List.of(request.getClass(), request.month(), reason);
        return audit.attempt(command, () -> {
            request.actor().require(request.needed());
            return calls.command(request, request.key(), meaning, Closing.class, () -> {
                Closing closing = request instanceof Close ? close(request) : reopen(request, reason);
                audit.done(command, Kind.CLOSING, closing.number());
                return closing;
            });
        });
    }

    private Closing close(ClosingRequest request) {
        requireClosable(request.month());
        open(request.month()).forEach(month -> summaries.put(month, months.current(month)));
        summaries.put(request.month(), months.current(request.month()));
        return add(Type.CLOSED, request, request.month().atEndOfMonth(), "");
    }

    private Closing reopen(ClosingRequest request, String reason) {
        if (!isClosed(request.month())) {
            throw new ClosingNotAllowedException(Reason.NOT_CLOSED, request.month());
        }
        return add(Type.REOPENED, request, request.month().minusMonths(1).atEndOfMonth(), reason);
    }

    private Closing add(Type type, ClosingRequest request, LocalDate closedThrough, String reason) {
        Closing closing = new Closing(
                made.size() + 1,
                type,
                request.month(),
                closedThrough,
                reason,
                now.get(),
                request.actor().name());
        made.add(closing);
        return closing;
    }

    @Override
    public Optional<Closing> find(Actor reader, RequestKey key) {
        query(reader);
        return calls.answer(key, Closing.class);
    }

    @Override
    public Optional<LocalDate> closedThrough(Actor reader) {
        query(reader);
        return lastDay();
    }

    @Override
    public List<Closing> list(Actor reader) {
        query(reader);
        List<Closing> newest = new ArrayList<>(made);
        Collections.reverse(newest);
        return List.copyOf(newest);
    }

    private void query(Actor reader) {
        reader.require(Role.VIEW);
        calls.query(Closings.class);
    }
}
