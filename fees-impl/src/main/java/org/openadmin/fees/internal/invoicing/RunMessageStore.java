package org.openadmin.fees.internal.invoicing;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import javax.persistence.EntityManager;
import org.openadmin.fees.api.AccountNumber;
import org.openadmin.fees.api.Money;
import org.openadmin.fees.api.StudentNumber;
import org.openadmin.fees.api.StudentSnapshot;
import org.openadmin.fees.api.invoicing.InvoiceRun.Delivery;
import org.openadmin.fees.api.invoicing.InvoiceRun.Kind;
import org.openadmin.fees.api.invoicing.InvoiceRun.Line;
import org.openadmin.fees.api.invoicing.InvoiceRun.Outcome;
import org.openadmin.fees.api.invoicing.RunNumber;
import org.openadmin.fees.internal.invoicing.InvoiceRunRecorder.Copy;
import org.openadmin.fees.internal.invoicing.InvoiceRunRecorder.EmailedInvoice;
import org.openadmin.fees.internal.persistence.Sql;

/** The messages of e-mail runs, one for each address, and what they make of the students' lines. */
final class RunMessageStore {

    /** Only outcome and detail of a student are updated; the rest of the line is as it was added. */
    private static final StudentSnapshot NO_NAME = new StudentSnapshot(new StudentNumber(1), "", "", "");

    private final EntityManager em;
    private final Currency currency;

    RunMessageStore(EntityManager em, Currency currency) {
        this.em = em;
        this.currency = currency;
    }

    void add(RunNumber run, List<Copy> copies) {
        Sql.of("""
                INSERT INTO fees_run_message (run_id, recipient, studnum, outcome, detail, charges)
                VALUES {copies}
                ON DUPLICATE KEY UPDATE run_id = fees_run_message.run_id
                """)
                .part(
                        "copies",
                        Sql.joined(
                                ", ",
                                copies.stream().map(copy -> values(run, copy)).toList()))
                .update(em);
    }

    private static Sql values(RunNumber run, Copy copy) {
        return Sql.of("(:run, :recipient, :student, :outcome, '', :charges)")
                .with("run", run.value())
                .with("recipient", RunColumns.shortened(copy.address()))
                .with("student", copy.student().journalNumber())
                .with("outcome", RunColumns.code(copy.outcome()))
                .with("charges", RunColumns.text(copy.charges()));
    }

    /** @return whether the message was still waiting */
    boolean claim(RunNumber run, String recipient) {
        return change(run, recipient, Outcome.WAITING, Outcome.SENDING, "");
    }

    /**
     * Records what became of a message.
     *
     * @return whether it was being sent: another attempt changes nothing
     */
    boolean recordResult(RunNumber run, String recipient, Outcome outcome, String detail) {
        return change(run, recipient, Outcome.SENDING, outcome, detail);
    }

    private boolean change(RunNumber run, String recipient, Outcome from, Outcome to, String detail) {
        List<String> addresses =
                Stream.of(recipient.split(",")).map(RunColumns::shortened).toList();
        boolean changed = Sql.of("""
                UPDATE fees_run_message SET outcome = :to, detail = :detail
                WHERE run_id = :run AND recipient IN (:addresses) AND outcome = :from
                """)
                        .with("to", RunColumns.code(to))
                        .with("detail", RunColumns.shortened(detail))
                        .with("run", run.value())
                        .with("addresses", addresses)
                        .with("from", RunColumns.code(from))
                        .update(em)
                > 0;
        if (changed) {
            updateStudents(run, addresses);
        }
        return changed;
    }

    /** The outcome of each student of these messages, over all addresses of the student. */
    private void updateStudents(RunNumber run, List<String> addresses) {
        Map<Integer, List<Delivery>> deliveries = new TreeMap<>();
        Sql.of("""
                SELECT m.studnum, m.recipient, m.outcome, m.detail
                FROM fees_run_message m
                WHERE m.run_id = :run AND m.studnum IN (
                  SELECT n.studnum FROM fees_run_message n WHERE n.run_id = :run AND n.recipient IN (:addresses))
                ORDER BY m.recipient
                """)
                .with("run", run.value())
                .with("addresses", addresses)
                .rows(em)
                .forEach(row -> deliveries
                        .computeIfAbsent(row.integer("studnum"), student -> new ArrayList<>())
                        .add(new Delivery(row.text("recipient"), RunColumns.outcome(row), row.text("detail"))));
        deliveries.forEach((student, each) -> {
            Line line = Line.of(NO_NAME, Money.zero(currency), each);
            Sql.of("""
                    UPDATE fees_run_line SET outcome = :outcome, detail = :detail
                    WHERE run_id = :run AND studnum = :student
                    """)
                    .with("outcome", RunColumns.code(line.outcome()))
                    .with("detail", RunColumns.shortened(line.detail()))
                    .with("run", run.value())
                    .with("student", student)
                    .update(em);
        });
    }

    /** The outcomes of messages that have arrived, or may have. */
    static List<String> away() {
        return Stream.of(Outcome.SENDING, Outcome.SENT, Outcome.UNCERTAIN)
                .map(RunColumns::code)
                .toList();
    }

    /** See {@link InvoiceRunRecorder#emailed}. */
    List<EmailedInvoice> emailed(Kind kind, Collection<AccountNumber> students) {
        return Sql.of("""
                SELECT m.run_id, m.studnum, m.recipient, m.charges, l.due
                FROM fees_run_message m JOIN fees_run_line l ON l.run_id = m.run_id AND l.studnum = m.studnum
                JOIN fees_run r ON r.id = m.run_id
                WHERE m.studnum IN (:students) AND m.outcome IN (:outcomes) AND COALESCE(r.kind, :invoices) = :kind
                """)
                .with(
                        "students",
                        students.stream().map(AccountNumber::journalNumber).toList())
                .with("outcomes", away())
                .with("invoices", RunColumns.code(Kind.INVOICES))
                .with("kind", RunColumns.code(kind))
                .rows(em)
                .stream()
                // before each address had a message of its own, a run recorded all addresses of the message together
                .flatMap(row -> Stream.of(row.text("recipient").split(","))
                        .map(address -> new EmailedInvoice(
                                new RunNumber(row.integer("run_id")),
                                RunColumns.student(row),
                                address,
                                RunColumns.charges(row),
                                row.money("due", currency))))
                .toList();
    }
}
