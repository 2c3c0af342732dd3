package org.openadmin.fees.internal.journal;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import javax.persistence.EntityManager;
import org.openadmin.fees.api.Actor;
import org.openadmin.fees.api.Dates;
import org.openadmin.fees.api.RequestKey;
import org.openadmin.fees.api.Role;
import org.openadmin.fees.api.audit.AuditSubject;
import org.openadmin.fees.api.audit.AuditSubject.Kind;
import org.openadmin.fees.api.journal.Closing;
import org.openadmin.fees.api.journal.ClosingCheck;
import org.openadmin.fees.api.journal.ClosingCheck.Finding;
import org.openadmin.fees.api.journal.ClosingNotAllowedException;
import org.openadmin.fees.api.journal.ClosingNotAllowedException.Reason;
import org.openadmin.fees.api.journal.ClosingRequest;
import org.openadmin.fees.api.journal.ClosingRequest.Close;
import org.openadmin.fees.api.journal.Closings;
import org.openadmin.fees.api.postings.Postings;
import org.openadmin.fees.api.till.Deposits;
import org.openadmin.fees.api.till.Till;
import org.openadmin.fees.internal.ledger.ClosedPeriod;
import org.openadmin.fees.internal.persistence.AuditTrail;
import org.openadmin.fees.internal.persistence.Counter;
import org.openadmin.fees.internal.persistence.Sql;
import org.openadmin.fees.internal.persistence.Transactions;
import org.openadmin.fees.internal.persistence.UtcTimestamp;
import org.openadmin.fees.internal.verify.Verification;
import org.openadmin.fees.internal.verify.Verification.Report;
import org.openadmin.fees.spi.AuditedCommand;
import org.openadmin.fees.spi.FeesSettings;
import org.openadmin.fees.spi.SchoolClockReference;
import org.openadmin.fees.spi.Settings;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Closes months: waits for the commands under way, stores what the month has come to, and from then on nothing is added to it. */
@Component
public final class JpaClosings implements Closings {

    private final Transactions transactions;
    private final AuditTrail audit;
    private final FeesSettings settings;
    private final Verification verification;
    private final Till till;
    private final Deposits deposits;
    private final Postings postings;
    private final Clock clock;

    @Activate
    public JpaClosings(
            @Reference Transactions transactions,
            @Reference FeesSettings settings,
            @Reference Verification verification,
            @Reference Till till,
            @Reference Deposits deposits,
            @Reference Postings postings,
            @Reference(target = SchoolClockReference.TARGET) Clock clock) {
        this.transactions = transactions;
        this.settings = settings;
        this.verification = verification;
        this.till = till;
        this.deposits = deposits;
        this.postings = postings;
        this.clock = clock;
        audit = new AuditTrail(transactions, clock);
    }

    @Override
    public ClosingCheck check(Actor reader, YearMonth month) {
        reader.require(Role.BILL);
        YearMonth wanted = Dates.requireMonth(month);
        transactions.read(em -> requireClosable(em, wanted));
        Report report = verification.run();
        long undeposited = deposits.undeposited(reader, wanted.atEndOfMonth()).receipts();
        long overdrawn = till.overdrawn(reader, wanted).size();
        long unposted = postings.unposted(reader, wanted.atEndOfMonth());
        return transactions.read(em -> new ClosingCheck(
                wanted,
                rows(em, wanted, Sql.of("TRUE")),
                Map.of(
                        Finding.FAULT,
                        report.own(),
                        Finding.INHERITED_FAULT,
                        report.faults().size() - report.own(),
                        Finding.EARLIER_MONTH,
                        (long) open(em, wanted.minusMonths(1)).size(),
                        Finding.LATE_ROW,
                        rows(em, wanted, recordedAfter(wanted)),
                        Finding.UNDEPOSITED,
                        undeposited,
                        Finding.NEGATIVE_DRAWER,
                        overdrawn,
                        Finding.UNPOSTED_ROW,
                        unposted)));
    }

    private Sql recordedAfter(YearMonth month) {
        Instant end = month.plusMonths(1).atDay(1).atStartOfDay(clock.getZone()).toInstant();
        return Sql.of("j.recorded_at >= :end").with("end", UtcTimestamp.text(end));
    }

    private static long rows(EntityManager em, YearMonth month, Sql condition) {
        return Sql.of("SELECT COUNT(*) AS number FROM fees_jrl j WHERE j.trans_date BETWEEN :first AND :last")
                .with("first", month.atDay(1))
                .with("last", month.atEndOfMonth())
                .and(condition)
                .row(em)
                .number("number");
    }

    /** The months with rows up to this one that are not closed. */
    private List<YearMonth> open(EntityManager em, YearMonth last) {
        return new ClosedMonthStore(em, settings.current().currency())
                .withRows(new ClosedPeriod(em).lastDay(), last.atEndOfMonth());
    }

    @Override
    public Closing apply(ClosingRequest request) {
        AuditedCommand command = AuditedCommand.of(request);
        return audit.attempt(command, () -> apply(request, command));
    }

    private Closing apply(ClosingRequest request, AuditedCommand command) {
        request.actor().require(request.needed());
        if (request instanceof Close
                && transactions.read(em -> new ClosingStore(em).find(request)).isEmpty()) {
            transactions.read(em -> requireClosable(em, request.month()));
            requireNoFault(request.month());
        }
        return audit.once(
                command,
                Counter::lockJournal,
                em -> new ClosingStore(em).find(request),
                em -> request instanceof Close ? close(em, request) : reopen(em, request),
                closing -> Optional.of(new AuditSubject(Kind.CLOSING, closing.number())));
    }

    private void requireNoFault(YearMonth month) {
        long faults = verification.run().own();
        if (faults > 0) {
            throw new ClosingNotAllowedException(Reason.FAULTS, month, Math.toIntExact(faults));
        }
    }

    /** @return the last day that is closed */
    private Optional<LocalDate> requireClosable(EntityManager em, YearMonth month) {
        LocalDate end = month.atEndOfMonth();
        if (!end.isBefore(LocalDate.now(clock))) {
            throw new ClosingNotAllowedException(Reason.NOT_OVER, month);
        }
        Optional<LocalDate> closed = new ClosedPeriod(em).lastDay();
        if (closed.filter(last -> !end.isAfter(last)).isPresent()) {
            throw new ClosingNotAllowedException(Reason.ALREADY_CLOSED, month);
        }
        return closed;
    }

    private Closing close(EntityManager em, ClosingRequest request) {
        requireClosable(em, request.month());
        Settings current = settings.current();
        Set<YearMonth> months = new TreeSet<>(open(em, request.month()));
        months.add(request.month());
        Closing closing = new ClosingStore(em).add(request, request.month().atEndOfMonth(), now(), current.currency());
        ClosedMonthStore summaries = new ClosedMonthStore(em, current.currency());
        for (YearMonth month : months) {
            MonthLines lines = new MonthLines(current);
            new MonthGroupQueries(em, current.currency()).of(month).forEach(lines::add);
            summaries.add(closing.number(), lines.summary(month));
        }
        return closing;
    }

    private Closing reopen(EntityManager em, ClosingRequest request) {
        YearMonth month = request.month();
        Optional<LocalDate> closed = new ClosedPeriod(em).lastDay();
        if (closed.filter(last -> !month.atEndOfMonth().isAfter(last)).isEmpty()) {
            throw new ClosingNotAllowedException(Reason.NOT_CLOSED, month);
        }
        LocalDate last = month.minusMonths(1).atEndOfMonth();
        return new ClosingStore(em).add(request, last, now(), settings.current().currency());
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }

    @Override
    public Optional<Closing> find(Actor reader, RequestKey key) {
        reader.require(Role.VIEW);
        return transactions.read(em -> new ClosingStore(em).find(key));
    }

    @Override
    public Optional<LocalDate> closedThrough(Actor reader) {
        reader.require(Role.VIEW);
        return transactions.read(em -> new ClosedPeriod(em).lastDay());
    }

    @Override
    public List<Closing> list(Actor reader) {
        reader.require(Role.VIEW);
        return transactions.read(em -> new ClosingStore(em).list());
    }
}
