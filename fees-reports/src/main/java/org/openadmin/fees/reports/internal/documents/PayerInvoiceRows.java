package org.openadmin.fees.reports.internal.documents;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.openadmin.fees.api.Money;
import org.openadmin.fees.api.billing.Charge;
import org.openadmin.fees.api.payers.Payer;
import org.openadmin.fees.api.payers.PayerInvoice;
import org.openadmin.fees.api.payers.PayerInvoice.StudentCharges;
import org.openadmin.fees.reports.internal.pdf.DocumentRow;
import org.openadmin.fees.reports.internal.pdf.KeepTogether;
import org.openadmin.fees.reports.internal.texts.DocumentTexts;

/** Fills the fields of the template of an account with a payer's invoice: a heading for each student, and the charges below it. */
final class PayerInvoiceRows {

    private final DocumentTexts words;

    PayerInvoiceRows(DocumentTexts words) {
        this.words = words;
    }

    Stream<DocumentRow> of(PayerInvoice invoice) {
        ChargeTable table = new ChargeTable(
                invoice.charges(),
                invoice.credit().currency(),
                words,
                charge -> words.text(
                        charge.isPastDue(invoice.date()) ? "chargeOverdue" : "chargeDue",
                        words.shortDate(charge.due())));
        Map<String, Object> document = document(invoice, table);
        TotalsBlock sums = table.sums();
        if (!invoice.credit().isZero()) {
            sums.add(words.text("total"), invoice.charged());
            sums.add(words.text("credit"), invoice.credit().negated());
        }
        List<Map<String, Object>> closing = new ArrayList<>();
        if (invoice.students().isEmpty()) {
            closing.add(AmountColumns.none(document, words.text("payer.nothing")));
        }
        closing.add(sums.endingWith(words.text("amountDue"), invoice.due()));
        closing.add(PayCodeNote.row(words, List.of(invoice.payer().number())));
        return KeepTogether.rows(document, byStudent(invoice, table.rows(closing)));
    }

    private Map<String, Object> document(PayerInvoice invoice, ChargeTable table) {
        Payer payer = invoice.payer();
        Map<String, Object> document = new HashMap<>(table.heads());
        document.put("document", 1);
        document.put("title", words.text("invoice"));
        document.put("continued", words.text("invoice") + DocumentTexts.SEPARATOR + words.date(invoice.date()));
        document.put("studentName", payer.name());
        String authorization = payer.details().authorization();
        document.put(
                "studentLine",
                authorization.isEmpty()
                        ? words.text("payer.number", payer.number().toString())
                        : words.text("payer.number", payer.number().toString())
                                + DocumentTexts.SEPARATOR
                                + words.text("payer.authorization", authorization));
        document.put("address", Addressee.lines(payer));
        document.put("figureName", words.text("amountDue"));
        document.put("figure", words.amount(invoice.due()));
        document.put("fact1Name", words.text("invoiceDate"));
        document.put("fact1", words.date(invoice.date()));
        return document;
    }

    /** The rows of the charges, with the student's name above them and, below several, their sum. */
    private List<Map<String, Object>> byStudent(PayerInvoice invoice, List<Map<String, Object>> rows) {
        List<Map<String, Object>> sorted = new ArrayList<>();
        int next = 0;
        for (StudentCharges student : invoice.students()) {
            sorted.add(heading(student, rows.get(next)));
            int end = next + student.charges().size();
            sorted.addAll(rows.subList(next, end));
            if (student.charges().size() > 1) {
                sorted.add(total(student, rows.get(end - 1)));
            }
            next = end;
        }
        sorted.addAll(rows.subList(next, rows.size()));
        return sorted;
    }

    private Map<String, Object> heading(StudentCharges student, Map<String, Object> first) {
        Map<String, Object> row = strong(student.student().isEmpty() ? words.text("payer.others") : student.student());
        row.put(KeepTogether.HEADING, true);
        row.put("brought", first.get("brought"));
        row.put("carried", first.get("brought"));
        return row;
    }

    private Map<String, Object> total(StudentCharges student, Map<String, Object> last) {
        Money sum = student.charges().stream()
                .map(Charge::total)
                .reduce(Money::plus)
                .orElseThrow();
        Map<String, Object> row = strong(words.text("payer.total", student.student()));
        row.put("cell0", words.amountWithoutCurrency(sum));
        row.put("brought", last.get("carried"));
        row.put("carried", last.get("carried"));
        return row;
    }

    private static Map<String, Object> strong(String name) {
        Map<String, Object> row = new HashMap<>();
        row.put("kind", "LINE");
        row.put("strong", true);
        row.put("name", name);
        return row;
    }
}
