package org.openadmin.fees.internal.invoicing;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Currency;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.persistence.EntityManager;
import org.openadmin.fees.api.AccountNumber;
import org.openadmin.fees.api.Actor;
import org.openadmin.fees.api.RequestKey;
import org.openadmin.fees.api.RequestKeyReusedException;
import org.openadmin.fees.api.StudentSnapshot;
import org.openadmin.fees.api.invoicing.InvoiceRequest;
import org.openadmin.fees.api.invoicing.InvoiceRun;
import org.openadmin.fees.api.invoicing.InvoiceRun.Channel;
import org.openadmin.fees.api.invoicing.InvoiceRun.Kind;
import org.openadmin.fees.api.invoicing.InvoiceRun.Line;
import org.openadmin.fees.api.invoicing.InvoiceRun.Outcome;
import org.openadmin.fees.api.invoicing.InvoiceRun.State;
import org.openadmin.fees.api.invoicing.ReminderStage;
import org.openadmin.fees.api.invoicing.RunNumber;
import org.openadmin.fees.api.invoicing.UnknownRunException;
import org.openadmin.fees.internal.invoicing.InvoiceRunRecorder.PrintedInvoice;
import org.openadmin.fees.internal.invoicing.InvoiceRunRecorder.RunTotals;
import org.openadmin.fees.internal.persistence.Counter;
import org.openadmin.fees.internal.persistence.Row;
import org.openadmin.fees.internal.persistence.Sql;
import org.openadmin.fees.internal.persistence.UtcTimestamp;

/** The runs of invoices and their students in the database. */
final class InvoiceRunStore {

    /** How long a run may go without activity. */
    private static final Duration SILENCE = Duration.ofMinutes(10);

    /** First the failures, then the students left out, then the others. */
    private static final List<Outcome> ORDER = Stream.concat(
                    Stream.of(Outcome.UNCERTAIN, Outcome.FAILED, Outcome.SENDING, Outcome.WAITING),
                    Stream.of(Outcome.values()).filter(Outcome::isLeftOut))
            .toList();

    private final EntityManager em;
    private final Currency currency;
    private final Instant now;

    InvoiceRunStore(EntityManager em, Currency currency, Instant now) {
        this.em = em;
        this.currency = currency;
        this.now = now;
    }

    /** At the clock's current time, with the precision of the tables. */
    static InvoiceRunStore at(Clock clock, EntityManager em, Currency currency) {
        return new InvoiceRunStore(em, currency, clock.instant().truncatedTo(ChronoUnit.MILLIS));
    }

    /** Makes other e-mail runs wait until the transaction ends. This also works on a cluster, because it changes a row. */
    void lockMail() {
        Counter.MAIL.next(em, 1);
    }

    /** The e-mail run that is in progress. */
    Optional<RunNumber> sending() {
        return Sql.of("""
                SELECT r.id FROM fees_run r
                WHERE r.channel = :channel AND r.state = :state AND r.alive_at >= :silent_since
                """)
                .with("channel", RunColumns.code(Channel.EMAIL))
                .with("state", RunColumns.code(State.RUNNING))
                .with("silent_since", inactiveSince())
                .numbers(em)
                .stream()
                .map(RunNumber::new)
                .findFirst();
    }

    /** The run of reminders that is in progress. */
    Optional<RunNumber> reminding() {
        return Sql.of("""
                SELECT r.id FROM fees_run r
                WHERE r.kind = :kind AND r.state = :state AND r.alive_at >= :silent_since
                """)
                .with("kind", RunColumns.code(Kind.REMINDERS))
                .with("state", RunColumns.code(State.RUNNING))
                .with("silent_since", inactiveSince())
                .numbers(em)
                .stream()
                .map(RunNumber::new)
                .findFirst();
    }

    /**
     * The run that this request started, if there is one.
     *
     * @throws RequestKeyReusedException when the key was used for another run
     */
    Optional<InvoiceRun> find(InvoiceRequest request, Channel channel) {
        Optional<InvoiceRunRow> row = row(request.key());
        if (row.isPresent() && !row.get().isFor(request, channel)) {
            throw new RequestKeyReusedException(request.key());
        }
        return row.map(found -> records(List.of(found)).get(0));
    }

    /** The run with this request key, whatever was requested. */
    Optional<InvoiceRun> started(RequestKey key) {
        return row(key).map(found -> records(List.of(found)).get(0));
    }

    private Optional<InvoiceRunRow> row(RequestKey key) {
        return em.createQuery("SELECT r FROM InvoiceRunRow r WHERE r.requestKey = :key", InvoiceRunRow.class)
                .setParameter("key", key.toString())
                .getResultStream()
                .findFirst();
    }

    InvoiceRun begin(InvoiceRequest request, Channel channel, PortalStart portal) {
        InvoiceRunRow row = InvoiceRunRow.from(request, channel, now);
        row.portal = portal.portal();
        row.portalStart = portal.start();
        em.persist(row);
        em.flush();
        return row.toRecord(currency, Map.of(), now.minus(SILENCE));
    }

    /** Ends the runs that an earlier start of this portal left unfinished. */
    int endInterrupted(PortalStart portal) {
        return Sql.of("""
                UPDATE fees_run SET state = :failed, problem = :problem, ended_at = alive_at
                WHERE state = :running AND portal = :portal AND portal_start <> :start
                """)
                .with("failed", RunColumns.code(State.FAILED))
                .with("problem", InvoiceRunRow.CUT_OFF)
                .with("running", RunColumns.code(State.RUNNING))
                .with("portal", portal.portal())
                .with("start", portal.start())
                .update(em);
    }

    /** @return whether the run is in progress and had not been asked to stop before */
    boolean requestStop(RunNumber run, Actor actor) {
        return Sql.of("""
                        UPDATE fees_run SET stop_requested_by = :actor
                        WHERE id = :run AND state = :running AND stop_requested_by IS NULL
                        """)
                        .with("actor", actor.name())
                        .with("run", run.value())
                        .with("running", RunColumns.code(State.RUNNING))
                        .update(em)
                == 1;
    }

    void recordWait(RunNumber run, String reason) {
        Sql.of("UPDATE fees_run SET problem = :reason WHERE id = :run AND state = :running")
                .with("reason", RunColumns.shortened(reason))
                .with("run", run.value())
                .with("running", RunColumns.code(State.RUNNING))
                .update(em);
    }

    /** Whether the run is in progress and has not been asked to stop. */
    boolean shouldContinue(RunNumber run) {
        return !Sql.of(
                        "SELECT r.id FROM fees_run r WHERE r.id = :run AND r.state = :running AND r.stop_requested_by IS NULL")
                .with("run", run.value())
                .with("running", RunColumns.code(State.RUNNING))
                .numbers(em)
                .isEmpty();
    }

    /** @return whether the run is in progress; its activity has then been recorded */
    boolean recordActivity(RunNumber run) {
        return Sql.of("""
                        UPDATE fees_run SET alive_at = :now
                        WHERE id = :run AND state = :state AND alive_at >= :silent_since
                        """)
                        .with("now", UtcTimestamp.text(now))
                        .with("run", run.value())
                        .with("state", RunColumns.code(State.RUNNING))
                        .with("silent_since", inactiveSince())
                        .update(em)
                == 1;
    }

    /** @param printed the invoices of those students who have one in a printed document */
    void add(RunNumber run, List<Line> lines, Map<AccountNumber, PrintedInvoice> printed) {
        Sql.of("""
                INSERT INTO fees_run_line (run_id, studnum, student_name, student_grade, student_homeroom,
                  outcome, due, recipient, detail, unprintable, reminder_days, reminder_tone, {invoice_columns})
                VALUES {lines}
                ON DUPLICATE KEY UPDATE run_id = fees_run_line.run_id
                """)
                .part("invoice_columns", RunDocumentStore.COLUMNS)
                .part(
                        "lines",
                        Sql.joined(
                                ", ",
                                lines.stream()
                                        .map(line -> values(
                                                run,
                                                line,
                                                Optional.ofNullable(printed.get(
                                                        line.student().number()))))
                                        .toList()))
                .update(em);
    }

    private static Sql values(RunNumber run, Line line, Optional<PrintedInvoice> printed) {
        StudentSnapshot student = line.student();
        return Sql.of("""
                        (:run, :student, :name, :grade, :homeroom, :outcome, :due, :recipient, :detail,
                          NULLIF(:unprintable, ''), :reminder_days, :reminder_tone, {invoice})
                        """)
                .part("invoice", RunDocumentStore.values(printed))
                .with("run", run.value())
                .with("student", student.number().journalNumber())
                .with("name", student.name())
                .with("grade", student.grade())
                .with("homeroom", student.homeroom())
                .with("outcome", RunColumns.code(line.outcome()))
                .with("due", line.due().amount())
                .with("recipient", RunColumns.shortened(line.recipient()))
                .with("detail", RunColumns.shortened(line.detail()))
                .with("unprintable", RunColumns.shortened(line.unprintable()))
                .with("reminder_days", line.reminder().map(ReminderStage::days).orElse(null))
                .with(
                        "reminder_tone",
                        line.reminder()
                                .map(stage -> RunColumns.code(stage.tone()))
                                .orElse(null));
    }

    /** Adds an invoice sent to the totals of the run. */
    void addTotals(RunNumber run, RunTotals sent) {
        Sql.of("""
                UPDATE fees_run
                SET invoices = invoices + :invoices, charged = charged + :charged, credit = credit + :credit
                WHERE id = :run
                """)
                .with("invoices", sent.invoices())
                .with("charged", sent.charged().amount())
                .with("credit", sent.credit().amount())
                .with("run", run.value())
                .update(em);
    }

    /** @return whether the run was in progress, and of reminders that are done, not silent for so long that others may have begun */
    boolean end(RunNumber run, State state, RunTotals totals, String problem) {
        return Sql.of("""
                UPDATE fees_run
                SET state = :state, invoices = :invoices, pages = :pages, charged = :charged, credit = :credit,
                  problem = :problem, ended_at = :now
                WHERE id = :run AND state = :running AND (kind IS NULL OR :state <> :done OR alive_at >= :silent_since)
                """)
                        .with("done", RunColumns.code(State.DONE))
                        .with("silent_since", inactiveSince())
                        .with("state", RunColumns.code(state))
                        .with("invoices", totals.invoices())
                        .with("pages", totals.pages())
                        .with("charged", totals.charged().amount())
                        .with("credit", totals.credit().amount())
                        .with("problem", RunColumns.shortened(problem))
                        .with("now", UtcTimestamp.text(now))
                        .with("run", run.value())
                        .with("running", RunColumns.code(State.RUNNING))
                        .update(em)
                == 1;
    }

    List<InvoiceRun> latest(int offset, int limit) {
        return records(em.createQuery("SELECT r FROM InvoiceRunRow r ORDER BY r.id DESC", InvoiceRunRow.class)
                .setFirstResult(offset)
                .setMaxResults(limit)
                .getResultList());
    }

    /** @throws UnknownRunException when it does not exist */
    InvoiceRun run(RunNumber number) {
        InvoiceRunRow row = em.find(InvoiceRunRow.class, number.value());
        if (row == null) {
            throw new UnknownRunException(number);
        }
        return records(List.of(row)).get(0);
    }

    /** @throws UnknownRunException when there is no such run */
    List<Line> lines(RunNumber number, int offset, int limit) {
        State state = run(number).state();
        return Sql.of("""
                SELECT l.studnum, l.student_name, l.student_grade, l.student_homeroom, l.outcome, l.due, l.recipient, l.detail,
                  l.unprintable, l.reminder_days, l.reminder_tone
                FROM fees_run_line l
                WHERE l.run_id = :run
                ORDER BY COALESCE(NULLIF(FIELD(l.outcome, :first), 0), :behind), l.student_name, l.studnum
                LIMIT :limit OFFSET :offset
                """)
                .with("run", number.value())
                .with("first", ORDER.stream().map(RunColumns::code).toList())
                .with("behind", ORDER.size() + 1)
                .with("limit", limit)
                .with("offset", offset)
                .rows(em)
                .stream()
                .map(row -> line(row, state))
                .toList();
    }

    private List<InvoiceRun> records(List<InvoiceRunRow> rows) {
        Map<Integer, Map<Outcome, Integer>> outcomes = new HashMap<>();
        List<Integer> ids = rows.stream().map(row -> row.id).collect(Collectors.toList());
        Sql.of("""
                SELECT l.run_id, l.outcome, COUNT(*) AS number FROM fees_run_line l
                WHERE l.run_id IN (:ids) GROUP BY l.run_id, l.outcome
                """).with("ids", ids).rows(em).forEach(row -> outcomes.computeIfAbsent(
                        row.integer("run_id"), id -> new EnumMap<>(Outcome.class))
                .put(RunColumns.outcome(row), row.integer("number")));
        return rows.stream()
                .map(row -> row.toRecord(currency, outcomes.getOrDefault(row.id, Map.of()), now.minus(SILENCE)))
                .toList();
    }

    private Line line(Row row, State state) {
        return new Line(
                RunColumns.snapshot(row),
                RunColumns.outcome(row).in(state),
                row.money("due", currency),
                row.text("recipient"),
                row.text("detail"),
                row.text("unprintable"),
                RunColumns.reminder(row));
    }

    private String inactiveSince() {
        return UtcTimestamp.text(now.minus(SILENCE));
    }
}
