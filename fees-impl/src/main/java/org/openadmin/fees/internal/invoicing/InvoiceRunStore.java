package org.openadmin.fees.internal.invoicing;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Currency;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.persistence.EntityManager;
import org.openadmin.fees.api.Money;
import org.openadmin.fees.api.RequestKeyReusedException;
import org.openadmin.fees.api.StudentNumber;
import org.openadmin.fees.api.StudentSnapshot;
import org.openadmin.fees.api.invoicing.InvoiceRequest;
import org.openadmin.fees.api.invoicing.InvoiceRun;
import org.openadmin.fees.api.invoicing.InvoiceRun.Channel;
import org.openadmin.fees.api.invoicing.InvoiceRun.Line;
import org.openadmin.fees.api.invoicing.InvoiceRun.Outcome;
import org.openadmin.fees.api.invoicing.InvoiceRun.State;
import org.openadmin.fees.api.invoicing.RunNumber;
import org.openadmin.fees.api.invoicing.UnknownRunException;
import org.openadmin.fees.internal.persistence.Counter;
import org.openadmin.fees.internal.persistence.Sql;
import org.openadmin.fees.internal.persistence.UtcTimestamp;
import org.openadmin.fees.spi.InvoiceRunRecorder.Made;

/** The runs of invoices and their students in the database. */
public final class InvoiceRunStore {

    /** How long a run may be silent. */
    private static final Duration SILENCE = Duration.ofMinutes(10);

    private static final int LONGEST_TEXT = 512;
    /** What went wrong, who was left out, the others. */
    private static final List<Outcome> ORDER = Stream.concat(
                    Stream.of(Outcome.UNCERTAIN, Outcome.FAILED, Outcome.SENDING, Outcome.WAITING),
                    Stream.of(Outcome.values()).filter(Outcome::isLeftOut))
            .toList();

    private final EntityManager em;
    private final Currency currency;
    private final Instant now;

    public InvoiceRunStore(EntityManager em, Currency currency, Instant now) {
        this.em = em;
        this.currency = currency;
        this.now = now;
    }

    /** Makes other runs by e-mail wait until the transaction ends; certified on a cluster, as the row changes. */
    public void lockMail() {
        Counter.MAIL.next(em, 1);
    }

    /** The run by e-mail that is under way. */
    public Optional<RunNumber> sending() {
        return new Sql()
                        .add("SELECT r.id FROM fees_run r WHERE r.channel = ?", InvoiceRunRow.word(Channel.EMAIL))
                        .add("AND r.state = ? AND r.alive_at >= ?", InvoiceRunRow.word(State.RUNNING), silentSince())
                        .values(em)
                        .stream()
                        .map(id -> new RunNumber(((Number) id).intValue()))
                        .findFirst();
    }

    /**
     * The run that this request has begun, if it has.
     *
     * @throws RequestKeyReusedException when the key was used for another one
     */
    public Optional<InvoiceRun> find(InvoiceRequest request, Channel channel) {
        Optional<InvoiceRunRow> row = em.createQuery(
                        "SELECT r FROM InvoiceRunRow r WHERE r.requestKey = :key", InvoiceRunRow.class)
                .setParameter("key", request.key().toString())
                .getResultStream()
                .findFirst();
        if (row.isPresent() && !row.get().isFor(request, channel)) {
            throw new RequestKeyReusedException(request.key());
        }
        return row.map(found -> records(List.of(found)).get(0));
    }

    public InvoiceRun begin(InvoiceRequest request, Channel channel) {
        InvoiceRunRow row = InvoiceRunRow.from(request, channel, now);
        em.persist(row);
        em.flush();
        return row.toRecord(currency, Map.of(), now.minus(SILENCE));
    }

    /** @return whether it is running, and now known to be alive */
    public boolean signOfLife(RunNumber run) {
        return new Sql()
                        .add("UPDATE fees_run SET alive_at = ? WHERE id = ?", UtcTimestamp.text(now), run.value())
                        .add("AND state = ? AND alive_at >= ?", InvoiceRunRow.word(State.RUNNING), silentSince())
                        .on(em)
                        .executeUpdate()
                == 1;
    }

    public void add(RunNumber run, List<Line> lines) {
        Sql sql = new Sql()
                .add("INSERT INTO fees_run_line (run_id, studnum, student_name, student_grade, student_homeroom,")
                .add("outcome, due, recipient, detail) VALUES");
        String comma = "";
        for (Line line : lines) {
            StudentSnapshot student = line.student();
            sql.add(
                    comma + "(?, ?, ?, ?, ?, ?, ?, ?, ?)",
                    run.value(),
                    student.number().value(),
                    student.name(),
                    student.grade(),
                    student.homeroom(),
                    InvoiceRunRow.word(line.outcome()),
                    line.due().amount(),
                    line.recipient(),
                    shortened(line.detail()));
            comma = ", ";
        }
        sql.add("ON DUPLICATE KEY UPDATE run_id = fees_run_line.run_id").on(em).executeUpdate();
    }

    /** @return whether the message was waiting */
    public boolean claim(RunNumber run, String recipient) {
        return change(run, recipient, Outcome.WAITING, Outcome.SENDING, "") > 0;
    }

    public void settle(RunNumber run, String recipient, Outcome outcome, String detail) {
        change(run, recipient, Outcome.SENDING, outcome, detail);
    }

    private int change(RunNumber run, String recipient, Outcome from, Outcome to, String detail) {
        return new Sql()
                .add("UPDATE fees_run_line SET outcome = ?, detail = ?", InvoiceRunRow.word(to), shortened(detail))
                .add(
                        "WHERE run_id = ? AND recipient = ? AND outcome = ?",
                        run.value(),
                        recipient,
                        InvoiceRunRow.word(from))
                .on(em)
                .executeUpdate();
    }

    public void end(RunNumber run, State state, Made made, String problem) {
        new Sql()
                .add("UPDATE fees_run SET state = ?, invoices = ?", InvoiceRunRow.word(state), made.invoices())
                .add(
                        ", pages = ?, charged = ?, credit = ?, problem = ?, ended_at = ?",
                        made.pages(),
                        made.charged().amount(),
                        made.credit().amount(),
                        shortened(problem),
                        UtcTimestamp.text(now))
                .add("WHERE id = ? AND state = ?", run.value(), InvoiceRunRow.word(State.RUNNING))
                .on(em)
                .executeUpdate();
    }

    public List<InvoiceRun> latest(int offset, int limit) {
        return records(em.createQuery("SELECT r FROM InvoiceRunRow r ORDER BY r.id DESC", InvoiceRunRow.class)
                .setFirstResult(offset)
                .setMaxResults(limit)
                .getResultList());
    }

    /** @throws UnknownRunException when there is none */
    public InvoiceRun run(RunNumber number) {
        InvoiceRunRow row = em.find(InvoiceRunRow.class, number.value());
        if (row == null) {
            throw new UnknownRunException(number);
        }
        return records(List.of(row)).get(0);
    }

    /** @throws UnknownRunException when there is no such run */
    public List<Line> lines(RunNumber number, int offset, int limit) {
        State state = run(number).state();
        Sql sql = new Sql()
                .add("SELECT l.studnum, l.student_name, l.student_grade, l.student_homeroom, l.outcome, l.due,")
                .add("l.recipient, l.detail FROM fees_run_line l WHERE l.run_id = ?", number.value())
                .add("ORDER BY COALESCE(NULLIF(FIELD(l.outcome");
        ORDER.forEach(outcome -> sql.add(", ?", InvoiceRunRow.word(outcome)));
        sql.add("), 0), " + (ORDER.size() + 1) + "), l.student_name, l.studnum LIMIT " + limit + " OFFSET " + offset);
        return sql.rows(em).stream().map(row -> line(row, state)).toList();
    }

    /** See {@link org.openadmin.fees.spi.InvoiceRunRecorder#sent}. */
    public Map<StudentNumber, List<Money>> sent(LocalDate date, Collection<StudentNumber> students) {
        Map<StudentNumber, List<Money>> sent = new TreeMap<>();
        new Sql()
                .add("SELECT l.studnum, l.due FROM fees_run_line l JOIN fees_run r ON r.id = l.run_id")
                .add("WHERE r.channel = ? AND r.invoice_date = ?", InvoiceRunRow.word(Channel.EMAIL), date.toString())
                .add("AND l.outcome IN")
                .in(Stream.of(Outcome.SENDING, Outcome.SENT, Outcome.UNCERTAIN)
                        .map(InvoiceRunRow::word)
                        .toList())
                .add("AND l.studnum IN")
                .inNumbers(students.stream().map(StudentNumber::value).toList())
                .rows(em)
                .forEach(row -> sent.computeIfAbsent(student(row[0]), number -> new ArrayList<>())
                        .add(Money.of((BigDecimal) row[1], currency)));
        return sent;
    }

    private List<InvoiceRun> records(List<InvoiceRunRow> rows) {
        Map<Integer, Map<Outcome, Integer>> outcomes = new HashMap<>();
        List<Integer> ids = rows.stream().map(row -> row.id).collect(Collectors.toList());
        new Sql()
                .add("SELECT l.run_id, l.outcome, COUNT(*) FROM fees_run_line l WHERE l.run_id IN")
                .inNumbers(ids)
                .add("GROUP BY l.run_id, l.outcome")
                .rows(em)
                .forEach(row -> outcomes.computeIfAbsent(
                                ((Number) row[0]).intValue(), id -> new EnumMap<>(Outcome.class))
                        .put(outcome(row[1]), ((Number) row[2]).intValue()));
        return rows.stream()
                .map(row -> row.toRecord(currency, outcomes.getOrDefault(row.id, Map.of()), now.minus(SILENCE)))
                .toList();
    }

    private Line line(Object[] row, State state) {
        return new Line(
                new StudentSnapshot(student(row[0]), row[1].toString(), row[2].toString(), row[3].toString()),
                outcome(row[4]).in(state),
                Money.of((BigDecimal) row[5], currency),
                row[6].toString(),
                row[7].toString());
    }

    private String silentSince() {
        return UtcTimestamp.text(now.minus(SILENCE));
    }

    private static StudentNumber student(Object column) {
        return new StudentNumber(((Number) column).intValue());
    }

    private static Outcome outcome(Object column) {
        return Outcome.valueOf(InvoiceRunRow.constant(column.toString()));
    }

    private static String shortened(String text) {
        return text.codePointCount(0, text.length()) <= LONGEST_TEXT
                ? text
                : text.substring(0, text.offsetByCodePoints(0, LONGEST_TEXT - 1)) + "…";
    }
}
