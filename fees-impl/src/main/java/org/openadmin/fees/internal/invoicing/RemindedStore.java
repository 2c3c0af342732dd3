package org.openadmin.fees.internal.invoicing;

import java.util.Collection;
import java.util.List;
import javax.persistence.EntityManager;
import org.openadmin.fees.api.AccountNumber;
import org.openadmin.fees.api.invoicing.InvoiceRun.Channel;
import org.openadmin.fees.api.invoicing.InvoiceRun.Kind;
import org.openadmin.fees.api.invoicing.InvoiceRun.Outcome;
import org.openadmin.fees.api.invoicing.InvoiceRun.State;
import org.openadmin.fees.api.invoicing.RunNumber;
import org.openadmin.fees.internal.invoicing.InvoiceRunRecorder.Reminded;
import org.openadmin.fees.internal.persistence.Sql;

/** The reminders that students have had: on paper, of runs that made their document; by e-mail, to any address. */
final class RemindedStore {

    private final EntityManager em;

    RemindedStore(EntityManager em) {
        this.em = em;
    }

    /** See {@link InvoiceRunRecorder#reminded}. */
    List<Reminded> of(Collection<AccountNumber> students) {
        return Sql.of("""
                SELECT l.run_id, r.channel, r.invoice_date, l.studnum, l.reminder_days, l.reminder_tone, l.charges
                FROM fees_run_line l JOIN fees_run r ON r.id = l.run_id
                WHERE l.studnum IN (:students) AND l.outcome = :invoiced AND r.kind = :kind AND r.channel = :print
                  AND r.state = :done
                UNION ALL
                SELECT m.run_id, r.channel, r.invoice_date, m.studnum, l.reminder_days, l.reminder_tone, m.charges
                FROM fees_run_message m JOIN fees_run r ON r.id = m.run_id
                JOIN fees_run_line l ON l.run_id = m.run_id AND l.studnum = m.studnum
                WHERE m.studnum IN (:students) AND m.outcome IN (:away) AND r.kind = :kind AND r.channel = :email
                """)
                .with(
                        "students",
                        students.stream().map(AccountNumber::journalNumber).toList())
                .with("invoiced", RunColumns.code(Outcome.INVOICED))
                .with("kind", RunColumns.code(Kind.REMINDERS))
                .with("print", RunColumns.code(Channel.PRINT))
                .with("done", RunColumns.code(State.DONE))
                .with("away", RunMessageStore.away())
                .with("email", RunColumns.code(Channel.EMAIL))
                .rows(em)
                .stream()
                .map(row -> new Reminded(
                        new RunNumber(row.integer("run_id")),
                        Channel.valueOf(RunColumns.constantName(row.text("channel"))),
                        row.day("invoice_date").orElseThrow(),
                        RunColumns.student(row),
                        RunColumns.reminder(row).orElseThrow(),
                        RunColumns.charges(row)))
                .toList();
    }
}
