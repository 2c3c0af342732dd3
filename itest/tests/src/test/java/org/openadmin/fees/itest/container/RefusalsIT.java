package org.openadmin.fees.itest.container;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.YearMonth;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.Test;
import org.junit.function.ThrowingRunnable;
import org.openadmin.fees.api.Actor;
import org.openadmin.fees.api.NotAllowedException;
import org.openadmin.fees.api.Page;
import org.openadmin.fees.api.Progress;
import org.openadmin.fees.api.RequestKey;
import org.openadmin.fees.api.Role;
import org.openadmin.fees.api.accounts.StatementRequest;
import org.openadmin.fees.api.billing.BatchNumber;
import org.openadmin.fees.api.billing.Charge;
import org.openadmin.fees.api.billing.ChargeId;
import org.openadmin.fees.api.collection.CollectionPeriod;
import org.openadmin.fees.api.corrections.CorrectionRequest;
import org.openadmin.fees.api.documents.FeeReports.Print;
import org.openadmin.fees.api.documents.ListFormat;
import org.openadmin.fees.api.invoicing.InvoiceRequest;
import org.openadmin.fees.api.journal.JournalQuery;
import org.openadmin.fees.api.payments.PaymentMethod;
import org.openadmin.fees.api.payments.ReceiptNumber;
import org.openadmin.fees.api.payments.ReceiptQuery;
import org.openadmin.fees.api.postings.PostingFormat;
import org.openadmin.fees.api.postings.PostingNumber;

/** The services themselves reject users without the required role, whichever page or module calls them. */
public class RefusalsIT extends BackOfficeTestBase {

    private static final Actor NOBODY = new Actor("teacher", Set.of());
    private static final YearMonth MONTH = YearMonth.from(DAY);

    @Test
    public void aRefusalIsInThePortalsLog() throws IOException {
        assertThrows(NotAllowedException.class, () -> journal.totals(NOBODY, JournalQuery.everything()));

        String log = Files.readString(Path.of(System.getProperty("karaf.data"), "log", "karaf.log"));
        assertTrue(log.contains("Refused JpaJournal.totals: the user \"teacher\" does not have the role fees-view"));
    }

    @Test
    public void whoHasNoRoleReadsNothing() {
        var out = new ByteArrayOutputStream();
        var period = new StatementRequest(NOBODY, student(500), DAY, DAY);
        JournalQuery rows = JournalQuery.everything();
        ReceiptQuery given = ReceiptQuery.everything();
        ReceiptNumber first = new ReceiptNumber(1);
        Map<String, ThrowingRunnable> wishes = new LinkedHashMap<>();
        wishes.put("journal entries", () -> journal.entries(NOBODY, rows, Page.first(10)));
        wishes.put("journal totals", () -> journal.totals(NOBODY, rows));
        wishes.put("journal in full", () -> journal.forEach(NOBODY, rows, each -> out.write(1)));
        wishes.put("receipts", () -> receipts.search(NOBODY, given, Page.first(10)));
        wishes.put("receipt by number", () -> cashier.receipt(NOBODY, first));
        wishes.put("receipt by key", () -> cashier.receipt(NOBODY, RequestKey.fresh()));
        wishes.put(
                "preview of an assessment",
                () -> assessment.preview(
                        NOBODY,
                        assessmentRequest(fee("Any fee", "1.00"), students(500)).draft()));
        wishes.put("cashiers", () -> receipts.cashiers(NOBODY));
        wishes.put("accounts", () -> statements.search(NOBODY, "500", 10));
        wishes.put("holder", () -> statements.holder(NOBODY, student(500)));
        wishes.put("statement", () -> statements.statement(period));
        wishes.put("history", () -> statements.history(NOBODY, student(500)));
        wishes.put("month", () -> months.of(NOBODY, MONTH));
        wishes.put("overview", () -> overview.figures(NOBODY, DAY));
        wishes.put("receivables", () -> overview.receivables(NOBODY, DAY));
        wishes.put("collection", () -> collection.fees(NOBODY, CollectionPeriod.always()));
        wishes.put("drawer", () -> till.drawers(NOBODY, DAY));
        wishes.put("undeposited", () -> deposits.undeposited(NOBODY));
        wishes.put("what is not posted", () -> postings.preview(NOBODY, DAY));
        wishes.put("postings", () -> postings.postings(NOBODY, Page.first(10)));
        wishes.put("a posting as a file", () -> books.write(NOBODY, new PostingNumber(1), PostingFormat.CSV, out));
        wishes.put("summary as a list", () -> exports.summary(NOBODY, MONTH, ListFormat.XLSX, out));
        wishes.put("transactions as a list", () -> exports.transactions(NOBODY, MONTH, ListFormat.XLSX, out));
        wishes.put("journal as a list", () -> exports.journal(NOBODY, rows, ListFormat.XLSX, out));
        wishes.put("receipts as a list", () -> exports.receipts(NOBODY, given, ListFormat.XLSX, out));
        wishes.put("statement as a list", () -> exports.statement(period, ListFormat.XLSX, out));
        wishes.put("history as a list", () -> exports.history(NOBODY, student(500), ListFormat.XLSX, out));
        wishes.put("receivables as a list", () -> exports.receivables(NOBODY, DAY, ListFormat.XLSX, out));
        wishes.put("receipt", () -> reports.receipt(NOBODY, first, Print.COPY, out));
        wishes.put("receipts as PDF", () -> reports.receipts(NOBODY, given, out));
        wishes.put("receipts by number", () -> receipts.numbered(NOBODY, List.of(first)));
        wishes.put("receipts by number as PDF", () -> reports.receipts(NOBODY, List.of(first), Print.ORIGINAL, out));
        wishes.put("statement as PDF", () -> reports.statement(period, out));
        wishes.put("history as PDF", () -> reports.history(NOBODY, student(500), out));
        wishes.put("day sheet", () -> reports.daySheet(NOBODY, DAY, out));
        wishes.put("receivables as PDF", () -> reports.receivables(NOBODY, DAY, out));
        wishes.put("summary as PDF", () -> reports.summary(NOBODY, MONTH, out));
        wishes.put(
                "invoices", () -> printer.print(InvoiceRequest.of(NOBODY, DAY, Optional.empty()), Progress.NONE, out));
        wishes.forEach((wish, asked) -> assertThrows(wish, NotAllowedException.class, asked));
        assertEquals("nothing was written", 0, out.size());
    }

    @Test
    public void whoHasTheWrongRoleCorrectsNothing() {
        BatchNumber batch = charge(fee("Camp", "40.00"), 501).batch();
        Charge charge = accounts.outstanding(student(501)).get(0);
        ReceiptNumber receipt = cashier.receive(payment(501, "5.00", List.of())).number();
        long before = journalRows();
        for (Actor actor : List.of(NOBODY, VIEWER, CASHIER)) {
            refuses(actor, cancel(actor, charge.id()));
            refuses(actor, waive(actor, charge.id()));
            refuses(actor, new CorrectionRequest.Undo(RequestKey.fresh(), actor, batch, DAY, ""));
        }
        for (Actor actor : List.of(NOBODY, VIEWER, CLERK)) {
            refuses(actor, new CorrectionRequest.VoidReceipt(RequestKey.fresh(), actor, receipt, DAY, ""));
            refuses(actor, refund(actor, 501, "5.00"));
        }
        assertEquals(before, journalRows());
    }

    private void refuses(Actor actor, CorrectionRequest request) {
        String wish = actor.name() + ": " + request.getClass().getSimpleName();
        Role needed = request.needed();
        assertEquals(
                wish,
                needed,
                assertThrows(wish, NotAllowedException.class, () -> corrections.preview(request))
                        .needed());
        assertThrows(wish, NotAllowedException.class, () -> corrections.apply(request));
    }

    static CorrectionRequest cancel(Actor actor, ChargeId charge) {
        return new CorrectionRequest.Cancel(RequestKey.fresh(), actor, charge, DAY, "", CONFIRMED);
    }

    static CorrectionRequest waive(Actor actor, ChargeId charge) {
        return new CorrectionRequest.Waive(RequestKey.fresh(), actor, charge, DAY, "Bursary", CONFIRMED);
    }

    static CorrectionRequest refund(Actor actor, int student, String amount) {
        return new CorrectionRequest.Refund(
                RequestKey.fresh(),
                actor,
                student(student),
                money(amount),
                PaymentMethod.CHEQUE,
                "88",
                DAY,
                "Moved",
                CONFIRMED);
    }
}
