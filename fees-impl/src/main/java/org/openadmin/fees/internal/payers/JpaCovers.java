package org.openadmin.fees.internal.payers;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import javax.persistence.EntityManager;
import org.openadmin.fees.api.AccountNumber;
import org.openadmin.fees.api.Actor;
import org.openadmin.fees.api.Money;
import org.openadmin.fees.api.Page;
import org.openadmin.fees.api.PayerNumber;
import org.openadmin.fees.api.RequestKeyReusedException;
import org.openadmin.fees.api.Role;
import org.openadmin.fees.api.UnknownStudentException;
import org.openadmin.fees.api.audit.AuditSubject;
import org.openadmin.fees.api.audit.AuditSubject.Kind;
import org.openadmin.fees.api.payers.AddCoverRequest;
import org.openadmin.fees.api.payers.Cover;
import org.openadmin.fees.api.payers.CoverNotAllowedException;
import org.openadmin.fees.api.payers.CoverNumber;
import org.openadmin.fees.api.payers.CoverRun;
import org.openadmin.fees.api.payers.CoverRun.Undone;
import org.openadmin.fees.api.payers.CoverRunNumber;
import org.openadmin.fees.api.payers.CoverRunPlan;
import org.openadmin.fees.api.payers.CoverRunPlan.Transfer;
import org.openadmin.fees.api.payers.CoverRunRefusedException;
import org.openadmin.fees.api.payers.CoverRunRequest;
import org.openadmin.fees.api.payers.Covers;
import org.openadmin.fees.api.payers.EndCoverRequest;
import org.openadmin.fees.api.payers.UndoCoverRunRequest;
import org.openadmin.fees.internal.ledger.AccountQueries;
import org.openadmin.fees.internal.ledger.ClosedPeriod;
import org.openadmin.fees.internal.ledger.PayerQueries;
import org.openadmin.fees.internal.ledger.SplitRows.Act;
import org.openadmin.fees.internal.payers.CoverRunStore.Recorded;
import org.openadmin.fees.internal.payers.CoverUndoStore.Left;
import org.openadmin.fees.internal.persistence.AuditTrail;
import org.openadmin.fees.internal.persistence.Counter;
import org.openadmin.fees.internal.persistence.Transactions;
import org.openadmin.fees.spi.AuditedCommand;
import org.openadmin.fees.spi.CoverOverlap;
import org.openadmin.fees.spi.FeesSettings;
import org.openadmin.fees.spi.SchoolClockReference;
import org.openadmin.fees.spi.Settings;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The covers and their runs. Covers are added and ended one at a time, and not while a run is under way. */
@Component
public final class JpaCovers implements Covers {

    private final Transactions transactions;
    private final AuditTrail audit;
    private final FeesSettings settings;
    private final Clock clock;

    @Activate
    public JpaCovers(
            @Reference Transactions transactions,
            @Reference FeesSettings settings,
            @Reference(target = SchoolClockReference.TARGET) Clock clock) {
        this.transactions = transactions;
        this.settings = settings;
        this.clock = clock;
        audit = new AuditTrail(transactions, clock);
    }

    private static void requireReader(Actor reader, String operation) {
        reader.requireEither(Role.CASHIER, Role.BILL, operation);
    }

    @Override
    public List<Cover> list(Actor reader, Optional<AccountNumber> account) {
        requireReader(reader, "Covers.list");
        return transactions.read(em -> covers(em).list(account));
    }

    private CoverStore covers(EntityManager em) {
        return new CoverStore(em, settings.current().currency());
    }

    @Override
    public Cover add(AddCoverRequest request) {
        AuditedCommand command = AuditedCommand.of(request);
        return audit.attempt(command, () -> {
            request.actor().require(Role.BILL, "Covers.add");
            return audit.once(
                    command,
                    Counter.PAYER::lock,
                    em -> answered(em, request),
                    em -> add(em, request),
                    cover -> Optional.of(
                            new AuditSubject(Kind.COVER, cover.number().value())));
        });
    }

    private Optional<Cover> answered(EntityManager em, AddCoverRequest request) {
        Optional<Cover> added = covers(em).added(request.key());
        if (added.filter(cover -> !cover.terms().equals(request.terms())).isPresent()
                || added.isEmpty() && covers(em).ended(request.key()).isPresent()) {
            throw new RequestKeyReusedException(request.key());
        }
        return added;
    }

    private Cover add(EntityManager em, AddCoverRequest request) {
        PayerNumber payer = request.terms().payer();
        if (!new PayerQueries(em).state(payer).active()) {
            throw CoverNotAllowedException.inactive(payer);
        }
        AccountNumber student = request.terms().student();
        new AccountQueries(em, settings.current().currency()).account(student);
        CoverOverlap.require(request.terms(), covers(em).list(Optional.of(student)));
        CoverNumber number = covers(em).add(request, now());
        return covers(em).find(number).orElseThrow();
    }

    @Override
    public Cover end(EndCoverRequest request) {
        AuditedCommand command = AuditedCommand.of(request);
        return audit.attempt(command, () -> {
            request.actor().require(Role.BILL, "Covers.end");
            return audit.once(
                    command,
                    Counter.PAYER::lock,
                    em -> answered(em, request),
                    em -> end(em, request),
                    cover -> Optional.empty());
        });
    }

    private Optional<Cover> answered(EntityManager em, EndCoverRequest request) {
        Optional<Cover> ended = covers(em).ended(request.key());
        boolean another = ended.filter(cover -> !cover.number().equals(request.cover())
                        || !cover.ended().orElseThrow().lastDay().equals(request.lastDay()))
                .isPresent();
        if (another || ended.isEmpty() && covers(em).added(request.key()).isPresent()) {
            throw new RequestKeyReusedException(request.key());
        }
        return ended;
    }

    private Cover end(EntityManager em, EndCoverRequest request) {
        Cover cover =
                covers(em).find(request.cover()).orElseThrow(() -> CoverNotAllowedException.unknown(request.cover()));
        if (cover.ended().isPresent()) {
            throw CoverNotAllowedException.ended(request.cover());
        }
        covers(em).end(request, now());
        return covers(em).find(request.cover()).orElseThrow();
    }

    @Override
    public CoverRunPlan preview(Actor reader, Optional<PayerNumber> payer) {
        requireReader(reader, "Covers.preview");
        return transactions.readAtOneMoment(em -> plan(em, payer, new CoverRunQueries(em, currency()).mayOwe()));
    }

    private CoverRunPlan plan(EntityManager em, Optional<PayerNumber> payer, Map<PayerNumber, Boolean> mayOwe) {
        payer.filter(number -> !mayOwe.containsKey(number)).ifPresent(number -> {
            throw new UnknownStudentException(List.of(number));
        });
        return new CoverRunQueries(em, currency()).plan(today(), covers(em).usable(), payer, mayOwe);
    }

    @Override
    public CoverRun run(CoverRunRequest request) {
        AuditedCommand command = AuditedCommand.of(request);
        return audit.attempt(command, () -> {
            request.actor().require(Role.BILL, "Covers.run");
            Settings current = settings.current();
            // a read within the transaction would show the journal as of before the lock
            Collection<AccountNumber> accounts = transactions.read(em -> accounts(em, request.payer()));
            return audit.once(
                    command,
                    em -> lock(em, accounts),
                    em -> answered(em, request),
                    em -> run(em, request, current, accounts),
                    run -> Optional.of(
                            new AuditSubject(Kind.COVER_RUN, run.number().value())));
        });
    }

    /** The accounts that a run may change: the students of the covers, and the payers. */
    private Collection<AccountNumber> accounts(EntityManager em, Optional<PayerNumber> payer) {
        List<Cover> covers = covers(em).usable();
        Set<AccountNumber> accounts = new TreeSet<>(CoverRunQueries.students(covers, payer));
        covers.stream()
                .map(cover -> cover.terms().payer())
                .filter(each -> payer.filter(only -> !only.equals(each)).isEmpty())
                .forEach(accounts::add);
        return accounts;
    }

    private void lock(EntityManager em, Collection<AccountNumber> accounts) {
        Counter.PAYER.lock(em);
        new AccountQueries(em, currency()).lock(accounts);
    }

    private Optional<CoverRun> answered(EntityManager em, CoverRunRequest request) {
        CoverRunStore runs = new CoverRunStore(em, settings.current());
        Optional<Recorded> recorded = runs.recorded(request.key());
        if (recorded.filter(each -> !each.act().equals(CoverRunStore.RUN) || each.subject() != subject(request))
                .isPresent()) {
            throw new RequestKeyReusedException(request.key());
        }
        return recorded.flatMap(each -> runs.find(new CoverRunNumber(each.id())));
    }

    private static long subject(CoverRunRequest request) {
        return request.payer().map(PayerNumber::value).orElse(0);
    }

    private CoverRun run(
            EntityManager em, CoverRunRequest request, Settings current, Collection<AccountNumber> locked) {
        Map<PayerNumber, Boolean> mayOwe = new CoverRunQueries(em, currency()).mayOwe();
        CoverRunPlan plan = plan(em, request.payer(), mayOwe);
        ClosedPeriod closed = new ClosedPeriod(em);
        closed.requireOpen(plan.date(), plan.date());
        requireAsConfirmed(plan, request, locked);
        List<PayerNumber> funds = plan.transfers().stream()
                .map(Transfer::payer)
                .filter(payer -> !mayOwe.get(payer))
                .distinct()
                .sorted()
                .toList();
        CoverRunStore runs = new CoverRunStore(em, current);
        Act act = runs.record(
                CoverRunStore.RUN,
                request.key(),
                request.actor(),
                subject(request),
                "",
                plan.date(),
                CoverRunStore.rows(plan, funds),
                new Undone(plan.date(), 0, Money.zero(currency())),
                now());
        runs.add(plan, funds, act);
        finish(em, closed, plan.date());
        return new CoverRun(
                new CoverRunNumber(act.correction()),
                plan.date(),
                request.payer(),
                plan.transfers().size(),
                plan.total(),
                request.actor().name(),
                Optional.empty());
    }

    private static void requireAsConfirmed(
            CoverRunPlan plan, CoverRunRequest request, Collection<AccountNumber> locked) {
        if (plan.transfers().isEmpty()) {
            throw CoverRunRefusedException.nothing();
        }
        // a cover that was added since the accounts were locked
        boolean unlocked = plan.transfers().stream()
                .anyMatch(each -> !locked.contains(each.payer())
                        || !locked.contains(each.cover().terms().student()));
        if (unlocked
                || request.expected()
                        .filter(expected -> !expected.equals(plan.figures()))
                        .isPresent()) {
            throw CoverRunRefusedException.changed(plan.figures());
        }
        plan.shortages().stream().findFirst().ifPresent(shortage -> {
            throw CoverRunRefusedException.fundShort(shortage);
        });
    }

    private static void finish(EntityManager em, ClosedPeriod closed, LocalDate date) {
        Counter.CORRECTION.next(em, 1);
        closed.requireStillOpen(date);
    }

    @Override
    public CoverRun undo(UndoCoverRunRequest request) {
        AuditedCommand command = AuditedCommand.of(request);
        return audit.attempt(command, () -> {
            request.actor().require(Role.BILL, "Covers.undo");
            Settings current = settings.current();
            Collection<AccountNumber> accounts =
                    transactions.read(em -> new CoverUndoStore(em, current).accounts(request.run()));
            return audit.once(
                    command,
                    em -> lock(em, accounts),
                    em -> answered(em, request),
                    em -> undo(em, request, current),
                    run -> Optional.empty());
        });
    }

    private Optional<CoverRun> answered(EntityManager em, UndoCoverRunRequest request) {
        CoverRunStore runs = new CoverRunStore(em, settings.current());
        Optional<Recorded> recorded = runs.recorded(request.key());
        if (recorded.filter(each -> !each.act().equals(CoverRunStore.UNDO)
                        || each.subject() != request.run().value())
                .isPresent()) {
            throw new RequestKeyReusedException(request.key());
        }
        return recorded.flatMap(each -> runs.find(request.run()));
    }

    private CoverRun undo(EntityManager em, UndoCoverRunRequest request, Settings current) {
        CoverRunStore runs = new CoverRunStore(em, current);
        CoverRun run = runs.find(request.run()).orElseThrow(() -> CoverRunRefusedException.unknown(request.run()));
        if (run.undone().isPresent()) {
            throw CoverRunRefusedException.undone(request.run());
        }
        LocalDate today = today();
        ClosedPeriod closed = new ClosedPeriod(em);
        closed.requireOpen(today, today);
        CoverUndoStore undoing = new CoverUndoStore(em, current);
        Left left = undoing.left(request.run());
        Act act = runs.record(
                CoverRunStore.UNDO,
                request.key(),
                request.actor(),
                request.run().value(),
                request.reason(),
                today,
                left.rows(),
                new Undone(today, left.returned().size(), left.total()),
                now());
        undoing.undo(left, act);
        finish(em, closed, today);
        return runs.find(request.run()).orElseThrow();
    }

    @Override
    public List<CoverRun> runs(Actor reader, Page page) {
        requireReader(reader, "Covers.runs");
        return transactions.read(em -> new CoverRunStore(em, settings.current()).list(page.offset(), page.limit()));
    }

    private Currency currency() {
        return settings.current().currency();
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }
}
