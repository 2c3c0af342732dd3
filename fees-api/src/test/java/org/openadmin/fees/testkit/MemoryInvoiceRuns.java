package org.openadmin.fees.testkit;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.openadmin.fees.api.AccountNumber;
import org.openadmin.fees.api.Actor;
import org.openadmin.fees.api.DateNotAllowedException;
import org.openadmin.fees.api.DateNotAllowedException.Limit;
import org.openadmin.fees.api.Money;
import org.openadmin.fees.api.Page;
import org.openadmin.fees.api.RequestKey;
import org.openadmin.fees.api.RequestKeyReusedException;
import org.openadmin.fees.api.Role;
import org.openadmin.fees.api.audit.AuditSubject;
import org.openadmin.fees.api.billing.ChargeId;
import org.openadmin.fees.api.invoicing.InvoiceRequest;
import org.openadmin.fees.api.invoicing.InvoiceRun;
import org.openadmin.fees.api.invoicing.InvoiceRun.Channel;
import org.openadmin.fees.api.invoicing.InvoiceRun.Delivery;
import org.openadmin.fees.api.invoicing.InvoiceRun.Kind;
import org.openadmin.fees.api.invoicing.InvoiceRun.Line;
import org.openadmin.fees.api.invoicing.InvoiceRun.Outcome;
import org.openadmin.fees.api.invoicing.InvoiceRun.State;
import org.openadmin.fees.api.invoicing.InvoiceRuns;
import org.openadmin.fees.api.invoicing.ReminderStage;
import org.openadmin.fees.api.invoicing.RemindersInProgressException;
import org.openadmin.fees.api.invoicing.RunNumber;
import org.openadmin.fees.api.invoicing.UnknownRunException;
import org.openadmin.fees.api.students.Audience;
import org.openadmin.fees.spi.AuditedCommand;

/** The logs of the invoice runs, which a run writes and everybody reads. */
public final class MemoryInvoiceRuns implements InvoiceRuns {

    private static final List<Outcome> FIRST = Stream.concat(
                    Stream.of(Outcome.UNCERTAIN, Outcome.FAILED, Outcome.SENDING, Outcome.WAITING),
                    Stream.of(Outcome.values()).filter(Outcome::isLeftOut))
            .toList();

    /** The outcomes of messages that have arrived, or may have. */
    private static final List<Outcome> AWAY = List.of(Outcome.SENDING, Outcome.SENT, Outcome.UNCERTAIN);

    private final Map<RunNumber, Log> logs = new TreeMap<>();
    private final Supplier<Money> zero;
    private final Supplier<Instant> now;
    private final Supplier<LocalDate> today;
    private final MemoryCalls calls;
    private final MemoryAuditLog audit;

    MemoryInvoiceRuns(
            Supplier<Money> zero,
            Supplier<Instant> now,
            Supplier<LocalDate> today,
            MemoryCalls calls,
            MemoryAuditLog audit) {
        this.zero = zero;
        this.now = now;
        this.today = today;
        this.calls = calls;
        this.audit = audit;
    }

    /** A student at an e-mail address. */
    private record Destination(AccountNumber student, String address) {}

    /** A student's invoice in a message. */
    private record Copy(List<ChargeId> charges, Delivery delivery) {}

    /** A run: its request, its result so far, and its students. */
    private static final class Log {

        private final InvoiceRequest request;
        private InvoiceRun run;
        private final Map<AccountNumber, Line> lines = new LinkedHashMap<>();
        private final Map<Destination, Copy> copies = new LinkedHashMap<>();
        private final Map<AccountNumber, List<ChargeId>> printed = new LinkedHashMap<>();

        Log(InvoiceRequest request, InvoiceRun run) {
            this.request = request;
            this.run = run;
        }
    }

    /** Does what precedes the start of a run, and records a refusal. */
    public <R> R prepare(InvoiceRequest request, Channel channel, Supplier<R> work) {
        return audit.attempt(AuditedCommand.of(request, channel), work);
    }

    /**
     * Starts a run.
     *
     * @throws RemindersInProgressException if this is one of reminders, and another is in progress
     * @throws DateNotAllowedException if reminders are dated after today
     */
    public synchronized InvoiceRun begin(InvoiceRequest request, Channel channel) {
        if (request.isOfReminders()) {
            DateNotAllowedException.requireNotAfter(today.get(), request.date(), Limit.REMINDER_AFTER_TODAY);
            logs.values().stream()
                    .map(log -> log.run)
                    .filter(run -> run.isOfReminders() && run.state().isUnderWay())
                    .findFirst()
                    .ifPresent(other -> {
                        throw new RemindersInProgressException(other.number());
                    });
        }
        RunNumber number = new RunNumber(logs.size() + 1);
        InvoiceRun run = new InvoiceRun(
                number,
                request.kind(),
                request.stage(),
                channel,
                State.RUNNING,
                request.date(),
                request.audience().map(MemoryInvoiceRuns::text).orElse(""),
                request.minimum(),
                request.order(),
                0,
                0,
                zero.get(),
                zero.get(),
                Map.of(),
                "",
                now.get(),
                Optional.empty(),
                request.actor().name());
        logs.put(number, new Log(request, run));
        audit.done(AuditedCommand.of(request, channel), AuditSubject.Kind.RUN, number.value());
        return run;
    }

    /**
     * The run that a request with this key started.
     *
     * @throws RequestKeyReusedException if the key was used for another run
     */
    public synchronized Optional<InvoiceRun> find(InvoiceRequest request, Channel channel) {
        Optional<Log> found = logs.values().stream()
                .filter(log -> log.request.key().equals(request.key()))
                .findFirst();
        if (found.filter(log -> log.run.channel() != channel || !isSame(log.request, request))
                .isPresent()) {
            throw new RequestKeyReusedException(request.key());
        }
        return found.map(MemoryInvoiceRuns::shown);
    }

    private static boolean isSame(InvoiceRequest one, InvoiceRequest other) {
        return one.date().equals(other.date())
                && one.audience().equals(other.audience())
                && one.minimum().equals(other.minimum())
                && one.order() == other.order()
                && one.kind() == other.kind()
                && one.stage().equals(other.stage());
    }

    private static String text(Audience audience) {
        return audience instanceof Audience.Group group
                ? group.kind().keyword() + " " + group.text()
                : "profile " + ((Audience.Profile) audience).name();
    }

    /** Adds students. The line of a student who is already in the run is left unchanged. */
    public synchronized void add(RunNumber run, List<Line> lines) {
        lines.forEach(line -> log(run).lines.putIfAbsent(line.student().number(), line));
    }

    /** Records which charges are on the invoice of a student in a printed document. */
    public synchronized void addPrinted(RunNumber run, AccountNumber student, List<ChargeId> charges) {
        log(run).printed.putIfAbsent(student, charges);
    }

    /** Adds a student's invoice at one address: {@link Outcome#WAITING} or {@link Outcome#SHARED_EMAIL}. */
    public synchronized void addCopy(
            RunNumber run, AccountNumber student, String address, Outcome outcome, List<ChargeId> charges) {
        log(run).copies
                .putIfAbsent(new Destination(student, address), new Copy(charges, new Delivery(address, outcome, "")));
    }

    /**
     * @param recipient the addresses of the message, separated by commas
     * @return whether a copy of this message had the outcome {@code from}, and now has {@code to}
     */
    public synchronized boolean change(RunNumber run, String recipient, Outcome from, Outcome to, String detail) {
        Log log = log(run);
        List<String> addresses = List.of(recipient.split(","));
        List<Destination> found = log.copies.entrySet().stream()
                .filter(each -> addresses.contains(each.getKey().address())
                        && each.getValue().delivery().outcome() == from)
                .map(Map.Entry::getKey)
                .toList();
        found.forEach(each -> log.copies.put(
                each, new Copy(log.copies.get(each).charges(), new Delivery(each.address(), to, detail))));
        found.forEach(each -> log.lines.computeIfPresent(each.student(), (student, line) -> summed(log, line)));
        return !found.isEmpty();
    }

    private static Line summed(Log log, Line line) {
        Line summed = Line.of(
                line.student(),
                line.due(),
                log.copies.entrySet().stream()
                        .filter(each ->
                                each.getKey().student().equals(line.student().number()))
                        .map(each -> each.getValue().delivery())
                        .sorted(Comparator.comparing(Delivery::address))
                        .toList());
        return line.with(summed.outcome(), summed.detail());
    }

    /** Ends a run. A run that has already ended is left unchanged. */
    public synchronized InvoiceRun end(
            RunNumber number, State state, int invoices, int pages, Money charged, Money credit, String problem) {
        Log log = log(number);
        if (log.run.state().isUnderWay()) {
            log.run = changed(log.run, state, invoices, pages, charged, credit, problem, Optional.of(now.get()));
        }
        return shown(log);
    }

    /** Adds a message that was sent to the totals of a run that is in progress. */
    public synchronized void count(RunNumber number, int invoices, Money charged, Money credit) {
        Log log = log(number);
        InvoiceRun run = log.run;
        log.run = changed(
                run,
                run.state(),
                run.invoices() + invoices,
                run.pages(),
                run.charged().plus(charged),
                run.credit().plus(credit),
                run.problem(),
                run.endedAt());
    }

    /** Records what a run in progress is waiting for. */
    public synchronized void recordWait(RunNumber number, String reason) {
        Log log = log(number);
        InvoiceRun run = log.run;
        if (run.state().isUnderWay()) {
            log.run = changed(
                    run, run.state(), run.invoices(), run.pages(), run.charged(), run.credit(), reason, run.endedAt());
        }
    }

    /** Whether the run is in progress and has not been asked to stop. */
    public synchronized boolean shouldContinue(RunNumber number) {
        return log(number).run.state() == State.RUNNING;
    }

    @Override
    public synchronized InvoiceRun stop(Actor actor, RunNumber number) {
        AuditedCommand command = AuditedCommand.stopping(actor, number);
        return audit.attempt(command, () -> stop(actor, number, command));
    }

    private InvoiceRun stop(Actor actor, RunNumber number, AuditedCommand command) {
        actor.require(Role.BILL);
        Log log = log(number);
        InvoiceRun run = log.run;
        if (run.state() == State.RUNNING) {
            audit.done(command);
            log.run = changed(
                    run,
                    State.STOPPING,
                    run.invoices(),
                    run.pages(),
                    run.charged(),
                    run.credit(),
                    run.problem(),
                    run.endedAt());
        }
        return shown(log);
    }

    private static InvoiceRun changed(
            InvoiceRun run,
            State state,
            int invoices,
            int pages,
            Money charged,
            Money credit,
            String problem,
            Optional<Instant> endedAt) {
        return new InvoiceRun(
                run.number(),
                run.kind(),
                run.stage(),
                run.channel(),
                state,
                run.date(),
                run.audience(),
                run.minimum(),
                run.order(),
                invoices,
                pages,
                charged,
                credit,
                Map.of(),
                problem,
                run.startedAt(),
                endedAt,
                run.startedBy());
    }

    /** An invoice that has been e-mailed to an address, or may have been. */
    public record Emailed(RunNumber run, AccountNumber student, String address, List<ChargeId> charges, Money due) {}

    /** A reminder that was printed or sent, or may have been sent. */
    public record Reminded(InvoiceRun run, AccountNumber student, ReminderStage stage, List<ChargeId> charges) {}

    /** The reminders of these students that count. */
    public synchronized List<Reminded> reminded(Collection<AccountNumber> students) {
        List<Reminded> reminded = new ArrayList<>();
        logs.values().stream().filter(log -> log.run.isOfReminders()).forEach(log -> {
            if (log.run.channel() == Channel.PRINT && log.run.state() == State.DONE) {
                log.printed.forEach((student, charges) -> reminded.add(new Reminded(
                        log.run, student, log.lines.get(student).reminder().orElseThrow(), charges)));
            }
            log.copies.forEach((destination, copy) -> {
                if (AWAY.contains(copy.delivery().outcome())) {
                    AccountNumber student = destination.student();
                    reminded.add(new Reminded(
                            log.run, student, log.lines.get(student).reminder().orElseThrow(), copy.charges()));
                }
            });
        });
        reminded.removeIf(each -> !students.contains(each.student()));
        return reminded;
    }

    /** The invoices, or the reminders, of these students that have been e-mailed, or may have been. */
    public synchronized List<Emailed> emailed(Kind kind, Collection<AccountNumber> students) {
        List<Emailed> emailed = new ArrayList<>();
        logs.forEach((run, log) -> log.copies.forEach((destination, copy) -> {
            if (log.run.kind() == kind
                    && students.contains(destination.student())
                    && AWAY.contains(copy.delivery().outcome())) {
                emailed.add(new Emailed(
                        run,
                        destination.student(),
                        destination.address(),
                        copy.charges(),
                        log.lines.get(destination.student()).due()));
            }
        }));
        return emailed;
    }

    @Override
    public synchronized List<InvoiceRun> latest(Actor reader, Page page) {
        query(reader);
        return logs.values().stream()
                .sorted(Comparator.comparing((Log log) -> log.run.number()).reversed())
                .skip(page.offset())
                .limit(page.limit())
                .map(MemoryInvoiceRuns::shown)
                .toList();
    }

    @Override
    public synchronized InvoiceRun run(Actor reader, RunNumber number) {
        query(reader);
        return shown(log(number));
    }

    @Override
    public synchronized Optional<InvoiceRun> started(Actor reader, RequestKey key) {
        query(reader);
        return logs.values().stream()
                .filter(log -> log.request.key().equals(key))
                .findFirst()
                .map(MemoryInvoiceRuns::shown);
    }

    @Override
    public synchronized List<Line> lines(Actor reader, RunNumber number, Page page) {
        query(reader);
        Log log = log(number);
        return log.lines.values().stream()
                .sorted(Comparator.comparing((Line line) -> place(line.outcome()))
                        .thenComparing(line -> MemoryNames.folded(line.student().name()))
                        .thenComparing(line -> line.student().number()))
                .skip(page.offset())
                .limit(page.limit())
                .map(line -> line.with(line.outcome().in(log.run.state()), line.detail()))
                .toList();
    }

    /** Failures first, then those left out, then all others. */
    private static int place(Outcome outcome) {
        int index = FIRST.indexOf(outcome);
        return index < 0 ? FIRST.size() : index;
    }

    private Log log(RunNumber number) {
        return Optional.ofNullable(logs.get(number)).orElseThrow(() -> new UnknownRunException(number));
    }

    private static InvoiceRun shown(Log log) {
        InvoiceRun run = log.run;
        return new InvoiceRun(
                run.number(),
                run.kind(),
                run.stage(),
                run.channel(),
                run.state(),
                run.date(),
                run.audience(),
                run.minimum(),
                run.order(),
                run.invoices(),
                run.pages(),
                run.charged(),
                run.credit(),
                log.lines.values().stream()
                        .collect(Collectors.toMap(line -> line.outcome().in(run.state()), line -> 1, Integer::sum)),
                run.problem(),
                run.startedAt(),
                run.endedAt(),
                run.startedBy());
    }

    private void query(Actor reader) {
        reader.require(Role.VIEW);
        calls.query(InvoiceRuns.class);
    }
}
