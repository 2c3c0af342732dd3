package org.openadmin.fees.itest.container;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.Test;
import org.openadmin.fees.api.Page;
import org.openadmin.fees.api.RequestKey;
import org.openadmin.fees.api.accounts.StatementRequest;
import org.openadmin.fees.api.accounts.Statements;
import org.openadmin.fees.api.billing.Charge;
import org.openadmin.fees.api.corrections.CorrectionRequest;
import org.openadmin.fees.api.documents.ListFormat;
import org.openadmin.fees.api.journal.EntryKind;
import org.openadmin.fees.api.journal.JournalQuery;
import org.openadmin.fees.api.payments.Receipt;
import org.openadmin.fees.api.payments.ReceiptQuery;

/** Calls each of the reporting services once, as another bundle would. */
public class BackOfficeIT extends BackOfficeTestBase {

    private static final YearMonth MONTH = YearMonth.from(DAY);
    private static final LocalDate LAST = MONTH.atEndOfMonth();

    /** Writes a document. */
    private interface Writer {
        void write(ByteArrayOutputStream out);
    }

    @Test
    public void whatWasDoneIsFound() {
        Receipt receipt = chargedAndPaid(510);
        JournalQuery mine = JournalQuery.everything().ofStudent(student(510));
        var rows = journal.entries(VIEWER, mine, Page.first(10));
        assertEquals(3, rows.size());
        assertEquals(EntryKind.PAYMENT, rows.get(0).kind());
        var totals = journal.totals(VIEWER, mine);
        assertEquals(3, totals.count());
        assertEquals(money("32.20"), totals.charged());
        assertEquals(money("-22.20"), totals.received());
        assertEquals(money("10.00"), totals.total());
        var found = receipts.search(VIEWER, ReceiptQuery.ofStudent(student(510)), Page.first(10));
        assertEquals(List.of(receipt), found.receipts());
        assertEquals(money("22.20"), found.received());
        assertTrue(receipts.cashiers(VIEWER).contains(CASHIER.name()));
        assertEquals(
                Statements.State.ACTIVE,
                statements.search(VIEWER, "510", 10).matches().get(0).holder().state());
        var statement = statements.statement(new StatementRequest(VIEWER, student(510), DAY, LAST));
        assertEquals(money("0.00"), statement.opening());
        assertEquals(money("10.00"), statement.closing());
        assertEquals(3, statements.history(VIEWER, student(510)).transactions());
    }

    @Test
    public void theFiguresAreThoseOfTheJournal() {
        chargedAndPaid(514);
        var month = months.of(VIEWER, MONTH);
        assertEquals(number("SELECT COUNT(*) FROM fees_jrl WHERE trans_date LIKE '2026-09-%'"), month.count());
        assertEquals(
                number("SELECT ROUND(100 * SUM(total)) FROM fees_jrl WHERE trans_date LIKE '2026-09-%'"),
                month.total().amount().movePointRight(2).longValueExact());
        var figures = overview.figures(VIEWER, DAY);
        assertEquals(
                number("SELECT ROUND(100 * SUM(total)) FROM fees_jrl"),
                figures.balance().amount().movePointRight(2).longValueExact());
        assertTrue(overview.receivables(VIEWER, DAY).owing().stream()
                .anyMatch(each -> each.student().number().equals(student(514))));
    }

    @Test
    public void eachDocumentIsAPdf() {
        Receipt receipt = chargedAndPaid(515);
        var period = new StatementRequest(VIEWER, student(515), DAY, LAST);
        Map<String, Writer> documents = new LinkedHashMap<>();
        documents.put(
                "receipts",
                out -> assertEquals(1, reports.receipts(VIEWER, ReceiptQuery.ofStudent(student(515)), out)));
        documents.put("statement", out -> reports.statement(period, out));
        documents.put("history", out -> reports.history(VIEWER, student(515), out));
        documents.put("day sheet", out -> reports.daySheet(VIEWER, receipt.date(), out));
        documents.put("receivables", out -> reports.receivables(VIEWER, DAY, out));
        documents.put("summary", out -> reports.summary(VIEWER, MONTH, out));
        documents.forEach((name, document) -> {
            String text = written(document, StandardCharsets.ISO_8859_1);
            assertTrue(name, text.startsWith("%PDF-") && text.strip().endsWith("%%EOF"));
        });
    }

    @Test
    public void eachListHasItsHeaderAndItsLines() {
        chargedAndPaid(516);
        var period = new StatementRequest(VIEWER, student(516), DAY, LAST);
        JournalQuery mine = JournalQuery.everything().ofStudent(student(516));
        list(
                "month,kind,name,account,count,subtotal,GST,PST,total\r\n",
                out -> exports.summary(VIEWER, MONTH, ListFormat.CSV, out));
        list("date,number,kind,student,", out -> exports.transactions(VIEWER, MONTH, ListFormat.CSV, out));
        assertEquals(4, list("date,number,kind,student,", out -> exports.journal(VIEWER, mine, ListFormat.CSV, out)));
        assertEquals(
                2,
                list(
                        "receipt,date,student,",
                        out -> exports.receipts(VIEWER, ReceiptQuery.ofStudent(student(516)), ListFormat.CSV, out)));
        assertEquals(6, list("student,student name,date,", out -> exports.statement(period, ListFormat.CSV, out)));
        assertEquals(
                4,
                list("student,student name,date,", out -> exports.history(VIEWER, student(516), ListFormat.CSV, out)));
        list("date,student,student name,grade,homeroom,", out -> exports.receivables(VIEWER, DAY, ListFormat.CSV, out));
    }

    @Test
    public void mistakesAreMadeGood() {
        Receipt receipt = chargedAndPaid(517);
        Charge paid = receipt.settled().get(0);
        Charge left = accounts.outstanding(student(517)).get(0);
        var waived = corrections.apply(RefusalsIT.waive(CLERK, left.id()));
        assertEquals(money("-10.00"), waived.amount());
        assertEquals(
                paid.total(),
                corrections.apply(RefusalsIT.cancel(CLERK, paid.id())).toCredit());
        var back = corrections.apply(RefusalsIT.refund(CASHIER, 517, "2.20"));
        assertEquals(EntryKind.REFUND, back.kind());
        assertEquals(money("20.00"), accounts.balance(student(517)).credit());

        charge(fee("Band", "10.00"), 518);
        Receipt mistaken = cashier.receive(payment(518, "10.00", accounts.outstanding(student(518))));
        var again = corrections.apply(new CorrectionRequest.VoidReceipt(
                RequestKey.fresh(), CASHIER, mistaken.number(), DAY, "Wrong student", CONFIRMED));
        assertEquals(1, again.reopened());
        var batch = charge(fee("Choir", "7.00"), 518).batch();
        assertEquals(
                1,
                corrections
                        .apply(new CorrectionRequest.Undo(RequestKey.fresh(), CLERK, batch, DAY, "", CONFIRMED))
                        .rows());
        assertEquals(money("10.00"), accounts.balance(student(518)).balance());
    }

    /** Charges the fee Camp with taxes, and pays it; charges the fee Band of 10.00, and leaves it outstanding. */
    private Receipt chargedAndPaid(int student) {
        charge(fee("Camp", "20.00", "GST", "PST"), student);
        List<Charge> camp = accounts.outstanding(student(student));
        charge(fee("Band", "10.00"), student);
        return cashier.receive(payment(student, "22.20", camp));
    }

    /** Checks the start of a list and returns the number of its lines. */
    private static int list(String begin, Writer writer) {
        String text = written(writer, StandardCharsets.UTF_8);
        assertTrue(text, text.startsWith(begin) && text.endsWith("\r\n"));
        return (int) text.lines().count();
    }

    private static String written(Writer writer, java.nio.charset.Charset charset) {
        var out = new ByteArrayOutputStream();
        writer.write(out);
        return out.toString(charset);
    }
}
