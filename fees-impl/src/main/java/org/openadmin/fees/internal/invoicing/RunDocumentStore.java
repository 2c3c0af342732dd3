package org.openadmin.fees.internal.invoicing;

import java.util.Currency;
import java.util.List;
import java.util.Optional;
import javax.persistence.EntityManager;
import org.openadmin.fees.api.invoicing.RunNumber;
import org.openadmin.fees.internal.invoicing.InvoiceRunRecorder.PrintedInvoice;
import org.openadmin.fees.internal.invoicing.InvoiceRunRecorder.RunDigests;
import org.openadmin.fees.internal.persistence.Sql;

/** What opens the documents of printed runs again: columns of the runs and of their students. */
final class RunDocumentStore {

    /** The columns of a student's line; see {@link #values}. */
    static final String COLUMNS = "page_order, charges, credit, family_digest";

    private final EntityManager em;
    private final Currency currency;

    RunDocumentStore(EntityManager em, Currency currency) {
        this.em = em;
        this.currency = currency;
    }

    /** The values of the {@link #COLUMNS}: NULL for a student without an invoice in a printed document. */
    static Sql values(Optional<PrintedInvoice> printed) {
        return Sql.of(":order, :charges, :credit, :family")
                .with("order", printed.map(PrintedInvoice::order).orElse(null))
                .with(
                        "charges",
                        printed.map(each -> RunColumns.text(each.charges())).orElse(null))
                .with("credit", printed.map(each -> each.credit().amount()).orElse(null))
                .with("family", printed.map(PrintedInvoice::family).orElse(null));
    }

    void record(RunNumber run, RunDigests digests) {
        Sql.of("UPDATE fees_run SET document_digest = :document, settings_digest = :settings WHERE id = :run")
                .with("document", digests.document())
                .with("settings", digests.settings())
                .with("run", run.value())
                .update(em);
    }

    /** See {@link InvoiceRunRecorder#digests}. */
    Optional<RunDigests> digests(RunNumber run) {
        return Sql.of("""
                SELECT r.document_digest, r.settings_digest FROM fees_run r
                WHERE r.id = :run AND r.document_digest IS NOT NULL
                """).with("run", run.value()).rows(em).stream()
                .map(row -> new RunDigests(row.text("document_digest"), row.text("settings_digest")))
                .findFirst();
    }

    /** See {@link InvoiceRunRecorder#printed}. */
    List<PrintedInvoice> printed(RunNumber run, int after, int limit) {
        return Sql.of("""
                SELECT l.studnum, l.student_name, l.student_grade, l.student_homeroom, l.reminder_days, l.reminder_tone, {columns}
                FROM fees_run_line l
                WHERE l.run_id = :run AND l.page_order > :after
                ORDER BY l.page_order LIMIT :limit
                """)
                .part("columns", COLUMNS)
                .with("run", run.value())
                .with("after", after)
                .with("limit", limit)
                .rows(em)
                .stream()
                .map(row -> new PrintedInvoice(
                        row.integer("page_order"),
                        RunColumns.snapshot(row),
                        RunColumns.charges(row),
                        row.money("credit", currency),
                        row.text("family_digest"),
                        RunColumns.reminder(row)))
                .toList();
    }
}
