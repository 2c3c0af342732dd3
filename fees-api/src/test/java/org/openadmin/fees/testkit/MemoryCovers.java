package org.openadmin.fees.testkit;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.openadmin.fees.api.AccountNumber;
import org.openadmin.fees.api.Actor;
import org.openadmin.fees.api.Money;
import org.openadmin.fees.api.Page;
import org.openadmin.fees.api.PayerNumber;
import org.openadmin.fees.api.RequestKey;
import org.openadmin.fees.api.Role;
import org.openadmin.fees.api.audit.AuditSubject.Kind;
import org.openadmin.fees.api.billing.ChargeId;
import org.openadmin.fees.api.billing.SplitPart;
import org.openadmin.fees.api.corrections.CorrectionRequest;
import org.openadmin.fees.api.corrections.CorrectionRequest.PutTogether;
import org.openadmin.fees.api.corrections.CorrectionRequest.TakeBack;
import org.openadmin.fees.api.journal.EntryKind;
import org.openadmin.fees.api.journal.JournalEntry;
import org.openadmin.fees.api.payers.AddCoverRequest;
import org.openadmin.fees.api.payers.Cover;
import org.openadmin.fees.api.payers.Cover.End;
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
import org.openadmin.fees.spi.AuditedCommand;
import org.openadmin.fees.spi.CoverOverlap;
import org.openadmin.fees.spi.CoverPlan;
import org.openadmin.fees.spi.CoverPlan.Open;
import org.openadmin.fees.spi.CoverPlan.Use;

/** The covers, and the runs that transfer what they reach. */
final class MemoryCovers implements Covers {

    private final MemoryLedger ledger;
    private final MemoryBooks books;
    private final MemoryPayers payers;
    private final MemorySplits splits;
    private final MemoryTransfers transfers;
    private final Supplier<Instant> now;
    private final Supplier<LocalDate> today;
    private final MemoryClosings closings;
    private final MemoryCalls calls;
    private final MemoryAuditLog audit;
    private final Map<CoverNumber, Cover> covers = new LinkedHashMap<>();
    private final List<Run> runs = new ArrayList<>();

    MemoryCovers(
            MemoryLedger ledger,
            MemoryBooks books,
            MemoryPayers payers,
            MemorySplits splits,
            MemoryTransfers transfers,
            Supplier<Instant> now,
            Supplier<LocalDate> today,
            MemoryClosings closings,
            MemoryCalls calls,
            MemoryAuditLog audit) {
        this.ledger = ledger;
        this.books = books;
        this.payers = payers;
        this.splits = splits;
        this.transfers = transfers;
        this.now = now;
        this.today = today;
        this.closings = closings;
        this.calls = calls;
        this.audit = audit;
    }

    /**
     * What a run transferred.
     *
     * @param owed the payer's charge
     * @param receipt of the fund that paid it at once
     */
    private record Given(Transfer transfer, long owed, OptionalLong payment) {}

    /** @param parts of each charge that was split */
    private record Run(CoverRun record, List<Given> given, List<List<Long>> parts) {

        Run undone(Undone by) {
            return new Run(
                    new CoverRun(
                            record.number(),
                            record.date(),
                            record.payer(),
                            record.transfers(),
                            record.total(),
                            record.recordedBy(),
                            Optional.of(by)),
                    given,
                    parts);
        }
    }

    @Override
    public List<Cover> list(Actor reader, Optional<AccountNumber> account) {
        query(reader);
        return covers.values().stream()
                .filter(cover -> account.filter(
                                number -> !number.equals(cover.terms().payer())
                                        && !number.equals(cover.terms().student()))
                        .isEmpty())
                .toList();
    }

    @Override
    public Cover add(AddCoverRequest request) {
        AuditedCommand command = AuditedCommand.of(request);
        return audit.attempt(command, () -> {
            request.actor().require(Role.BILL);
            CoverNumber added =
                    calls.command(request, request.key(), List.of(request.terms()), CoverNumber.class, () -> {
                        if (!payers.require(request.terms().payer()).active()) {
                            throw CoverNotAllowedException.inactive(
                                    request.terms().payer());
                        }
                        books.requireKnown(request.terms().student());
                        CoverOverlap.require(
                                request.terms(),
                                list(
                                        request.actor(),
                                        Optional.of(request.terms().student())));
                        CoverNumber number = new CoverNumber(covers.size() + 1L);
                        covers.put(
                                number,
                                new Cover(
                                        number, request.terms(), request.actor().name(), Optional.empty()));
                        audit.done(command, Kind.COVER, number.value());
                        return number;
                    });
            return covers.get(added);
        });
    }

    @Override
    public Cover end(EndCoverRequest request) {
        AuditedCommand command = AuditedCommand.of(request);
        return audit.attempt(command, () -> {
            request.actor().require(Role.BILL);
            List<Object> meaning = List.of("end", request.cover(), request.lastDay());
            return calls.command(request, request.key(), meaning, Cover.class, () -> {
                Cover cover = Optional.ofNullable(covers.get(request.cover()))
                        .orElseThrow(() -> CoverNotAllowedException.unknown(request.cover()));
                if (cover.ended().isPresent()) {
                    throw CoverNotAllowedException.ended(request.cover());
                }
                Cover ended = new Cover(
                        cover.number(),
                        cover.terms(),
                        cover.recordedBy(),
                        Optional.of(new End(
                                request.lastDay(),
                                request.reason(),
                                request.actor().name())));
                covers.put(cover.number(), ended);
                audit.done(command);
                return ended;
            });
        });
    }

    @Override
    public CoverRunPlan preview(Actor reader, Optional<PayerNumber> payer) {
        query(reader);
        return plan(payer);
    }

    private CoverRunPlan plan(Optional<PayerNumber> payer) {
        payer.ifPresent(payers::require);
        List<Cover> active = covers.values().stream()
                .filter(cover -> payers.require(cover.terms().payer()).active())
                .toList();
        List<Open> open = active.stream()
                .map(cover -> cover.terms().student())
                .distinct()
                .flatMap(student -> ledger.rows(student).stream())
                .filter(JournalEntry::isOutstanding)
                .map(this::open)
                .toList();
        Map<PayerNumber, Money> funds = new HashMap<>();
        active.stream()
                .map(cover -> cover.terms().payer())
                .filter(number -> !payers.require(number).kind().mayOwe())
                .forEach(number -> funds.put(number, books.balance(number).credit()));
        return CoverPlan.of(today.get(), active, payer, open, given(), uses(), funds, books.zero());
    }

    private Open open(JournalEntry row) {
        Set<Long> line = new HashSet<>();
        JournalEntry whole = row;
        Money base = row.total();
        boolean rest = true;
        line.add(row.id());
        while (whole.links().origin().isPresent()) {
            JournalEntry origin = ledger.row(whole.links().origin().getAsLong()).orElseThrow();
            rest = rest && isPart(whole.id());
            base = rest ? origin.total() : base;
            line.add(origin.id());
            whole = origin;
        }
        return new Open(MemoryBooks.asCharge(row), MemoryBooks.day(whole), base, line);
    }

    /** Whether a run made it. */
    private boolean isPart(long charge) {
        return runs.stream().flatMap(run -> run.parts().stream()).anyMatch(parts -> parts.contains(charge));
    }

    private Map<PayerNumber, Set<Long>> given() {
        Set<Long> undone = new HashSet<>();
        runs.stream()
                .filter(run -> run.record().undone().isPresent())
                .flatMap(run -> run.given().stream())
                .forEach(each -> undone.add(each.owed()));
        Map<PayerNumber, Set<Long>> given = new HashMap<>();
        ledger.rows(EntryKind.CHARGE).stream()
                .filter(row ->
                        !undone.contains(row.id()) && row.links().origin().isPresent())
                .forEach(row -> {
                    if (row.student().orElseThrow().number() instanceof PayerNumber payer) {
                        Set<Long> charges = given.computeIfAbsent(payer, none -> new HashSet<>());
                        long origin = row.links().origin().getAsLong();
                        charges.add(origin);
                        if (isPart(origin)) {
                            charges.add(ledger.row(origin)
                                    .orElseThrow()
                                    .links()
                                    .origin()
                                    .orElseThrow());
                        }
                    }
                });
        return given;
    }

    private List<Use> uses() {
        return runs.stream()
                .flatMap(run -> run.given().stream())
                .filter(each -> !isBack(each))
                .map(each -> new Use(
                        each.transfer().cover().number(),
                        each.transfer().charged(),
                        each.transfer().amount()))
                .toList();
    }

    /** Whether the payer's charge was taken back or reversed. */
    private boolean isBack(Given each) {
        return settling(each)
                .filter(row -> row.kind() == EntryKind.TRANSFER || row.kind() == EntryKind.REVERSAL)
                .isPresent();
    }

    private Optional<JournalEntry> settling(Given each) {
        return ledger.row(each.owed()).orElseThrow().settledBy().stream()
                .mapToObj(ledger::row)
                .flatMap(Optional::stream)
                .findFirst();
    }

    @Override
    public CoverRun run(CoverRunRequest request) {
        AuditedCommand command = AuditedCommand.of(request);
        return audit.attempt(command, () -> {
            request.actor().require(Role.BILL);
            List<Object> meaning = List.of("run", request.payer());
            CoverRunNumber number = calls.command(request, request.key(), meaning, CoverRunNumber.class, () -> {
                CoverRun done = run(request, plan(request.payer()));
                audit.done(command, Kind.COVER_RUN, done.number().value());
                return done.number();
            });
            return find(number).orElseThrow().record();
        });
    }

    private CoverRun run(CoverRunRequest request, CoverRunPlan plan) {
        closings.requireOpen(today.get());
        if (plan.transfers().isEmpty()) {
            throw CoverRunRefusedException.nothing();
        }
        if (request.expected()
                .filter(expected -> !expected.equals(plan.figures()))
                .isPresent()) {
            throw CoverRunRefusedException.changed(plan.figures());
        }
        plan.shortages().stream().findFirst().ifPresent(shortage -> {
            throw CoverRunRefusedException.fundShort(shortage);
        });
        List<List<Long>> parts = new ArrayList<>();
        Map<Transfer, Long> owed = new LinkedHashMap<>();
        CoverPlan.byCharge(plan).forEach((charge, ofCharge) -> {
            List<Long> shared = share(charge, ofCharge, request.actor());
            if (shared.size() > 1) {
                parts.add(shared);
            }
            for (int i = 0; i < ofCharge.size(); i++) {
                JournalEntry part = ledger.row(shared.get(i)).orElseThrow();
                owed.put(ofCharge.get(i), transfers.add(transfer(ofCharge.get(i), request), part));
            }
        });
        Map<PayerNumber, List<Transfer>> byPayer = new LinkedHashMap<>();
        owed.keySet().forEach(each -> byPayer.computeIfAbsent(each.payer(), none -> new ArrayList<>())
                .add(each));
        byPayer.forEach((payer, all) -> {
            if (!payers.require(payer).kind().mayOwe()) {
                transfers.payFromCredit(
                        transfer(all.get(0), request),
                        all.stream().map(owed::get).sorted().toList());
            }
        });
        List<Given> given = owed.entrySet().stream()
                .map(each -> new Given(
                        each.getKey(),
                        each.getValue(),
                        ledger.row(each.getValue()).orElseThrow().settledBy()))
                .toList();
        CoverRun done = new CoverRun(
                new CoverRunNumber(runs.size() + 1L),
                plan.date(),
                request.payer(),
                given.size(),
                plan.total(),
                request.actor().name(),
                Optional.empty());
        runs.add(new Run(done, given, parts));
        return done;
    }

    private List<Long> share(ChargeId charge, List<Transfer> ofCharge, Actor actor) {
        List<Money> totals = CoverPlan.parts(ofCharge);
        if (totals.size() == 1) {
            return List.of(charge.value());
        }
        JournalEntry whole = ledger.row(charge.value()).orElseThrow();
        LocalDate due = whole.due().orElse(MemoryBooks.day(whole));
        List<SplitPart> parts = MemorySplits.parts(
                whole, totals, totals.stream().map(total -> due).toList());
        return splits.split(whole, parts, (kind, total) -> row(kind, total, "", actor)).stream()
                .map(part -> part.id().orElseThrow().value())
                .toList();
    }

    private CorrectionRequest.Transfer transfer(Transfer each, CoverRunRequest request) {
        return new CorrectionRequest.Transfer(
                RequestKey.fresh(), request.actor(), each.charge(), each.payer(), today.get(), "");
    }

    private JournalRow row(EntryKind kind, Money total, String reason, Actor actor) {
        return JournalRow.of(kind, total).on(today.get()).about(reason).recorded(actor.name(), Optional.of(now.get()));
    }

    @Override
    public CoverRun undo(UndoCoverRunRequest request) {
        AuditedCommand command = AuditedCommand.of(request);
        return audit.attempt(command, () -> {
            request.actor().require(Role.BILL);
            List<Object> meaning = List.of("undo", request.run());
            return calls.command(request, request.key(), meaning, CoverRun.class, () -> {
                CoverRun undone = undone(request);
                audit.done(command);
                return undone;
            });
        });
    }

    private CoverRun undone(UndoCoverRunRequest request) {
        closings.requireOpen(today.get());
        Run run = find(request.run()).orElseThrow(() -> CoverRunRefusedException.unknown(request.run()));
        if (run.record().undone().isPresent()) {
            throw CoverRunRefusedException.undone(request.run());
        }
        List<Given> left = run.given().stream()
                .filter(each -> isOpen(each) || settling(each).orElseThrow().kind() == EntryKind.PAYMENT)
                .toList();
        left.stream()
                .filter(each -> !isOpen(each) && !isPaidAtOnce(each))
                .findFirst()
                .ifPresent(each -> {
                    throw CoverRunRefusedException.paid(
                            request.run(),
                            each.transfer().payer(),
                            settling(each).orElseThrow().receipt().orElseThrow());
                });
        left.forEach(each -> transfers
                .takeBack(
                        new TakeBack(
                                RequestKey.fresh(),
                                request.actor(),
                                new ChargeId(each.owed()),
                                today.get(),
                                request.reason()),
                        false)
                .rows()
                .get());
        run.parts().forEach(parts -> putTogether(parts, request));
        Money total = left.stream().map(each -> each.transfer().amount()).reduce(books.zero(), Money::plus);
        Run undone = run.undone(new Undone(today.get(), left.size(), total));
        runs.set(runs.indexOf(run), undone);
        return undone.record();
    }

    private boolean isOpen(Given each) {
        return ledger.row(each.owed()).orElseThrow().isOutstanding();
    }

    private boolean isPaidAtOnce(Given each) {
        return each.payment().isPresent()
                && ledger.row(each.owed()).orElseThrow().settledBy().equals(each.payment());
    }

    private void putTogether(List<Long> parts, UndoCoverRunRequest request) {
        List<JournalEntry> all =
                parts.stream().flatMap(id -> ledger.row(id).stream()).toList();
        if (all.stream().allMatch(JournalEntry::isOutstanding)) {
            ChargeId first = new ChargeId(parts.get(0));
            splits.putTogether(
                    splits.openParts(
                            new PutTogether(RequestKey.fresh(), request.actor(), first, today.get(), request.reason())),
                    first,
                    (kind, total) -> row(kind, total, request.reason(), request.actor()));
        }
    }

    private Optional<Run> find(CoverRunNumber number) {
        return runs.stream().filter(run -> run.record().number().equals(number)).findFirst();
    }

    @Override
    public List<CoverRun> runs(Actor reader, Page page) {
        query(reader);
        return Stream.iterate(runs.size() - 1, i -> i >= 0, i -> i - 1)
                .map(i -> runs.get(i).record())
                .skip(page.offset())
                .limit(page.limit())
                .toList();
    }

    private void query(Actor reader) {
        reader.requireEither(Role.CASHIER, Role.BILL, "Covers");
        calls.query(Covers.class);
    }
}
