package org.openadmin.fees.reports.internal.documents;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.openadmin.fees.api.Money;
import org.openadmin.fees.api.billing.Charge;
import org.openadmin.fees.reports.internal.pdf.DocumentRow;
import org.openadmin.fees.reports.internal.pdf.KeepTogether;
import org.openadmin.fees.reports.internal.pdf.TopNotes;
import org.openadmin.fees.reports.internal.texts.DocumentTexts;
import org.openadmin.fees.spi.Invoice;
import org.openadmin.fees.spi.PaymentTerms;

/** Fills the fields of the invoice's template. */
final class InvoiceRows {

    private final DocumentTexts words;
    private final LocalDate date;
    private final Optional<LocalDate> again;
    private int documents;

    /** @param again the day on which the invoices are made again, if they are marked with it */
    InvoiceRows(DocumentTexts words, LocalDate date, Optional<LocalDate> again) {
        this.words = words;
        this.date = date;
        this.again = again;
    }

    Stream<DocumentRow> of(Invoice invoice) {
        PaymentTerms terms = PaymentTerms.of(invoice, date);
        ChargeTable table = new ChargeTable(invoice.charges(), invoice.credit().currency(), words, remarks(terms));
        Map<String, Object> document = new HashMap<>(table.heads());
        document.put("document", ++documents);
        again.ifPresent(day -> document.put(TopNotes.FIELD, MadeAgain.note(words, "", day, invoice.changes())));
        StudentLine.put(document, invoice.student(), words);
        document.put("address", Addressee.lines(invoice.student(), invoice.hostStudent(), words));
        putFigures(document, terms, invoice.due(), "invoice");
        document.put("fact3Name", words.text("studentNumber"));
        document.put("fact3", invoice.student().number().toString());
        PayCodeNote.put(document, words, List.of(invoice.student().number()));

        TotalsBlock sums = table.sums();
        if (!invoice.credit().isZero()) {
            sums.add(words.text("total"), invoice.charged());
            sums.add(words.text("credit"), invoice.credit().negated());
        }
        return KeepTogether.rows(document, table.rows(closing(terms, sums, invoice.due())));
    }

    /** Puts what is due, and by when. */
    void putFigures(Map<String, Object> document, PaymentTerms terms, Money due, String title) {
        document.put("continued", words.text(title) + DocumentTexts.SEPARATOR + words.date(date));
        document.put("figureName", words.text("amountDue"));
        document.put("figure", words.amount(due));
        document.put("fact1Name", words.text(terms.next().isPresent() ? "dueDate" : "overdueSince"));
        document.put("fact1", terms.due().map(words::date).orElse(DocumentTexts.UNKNOWN));
        document.put("fact2Name", words.text("invoiceDate"));
        document.put("fact2", words.date(date));
    }

    /** The rows below the charges: what is overdue, and the sums. */
    List<Map<String, Object>> closing(PaymentTerms terms, TotalsBlock sums, Money due) {
        List<Map<String, Object>> closing = new ArrayList<>();
        terms.since()
                .ifPresent(since -> closing.add(Map.of(
                        "kind",
                        "NOTE",
                        "name",
                        words.text("overdueNote", words.amount(terms.overdue()), words.date(since)))));
        closing.add(sums.endingWith(words.text("amountDue"), due));
        return closing;
    }

    /** The due date of each charge, unless they are all due on the same day. */
    Function<Charge, String> remarks(PaymentTerms terms) {
        return charge -> terms.showsEach() ? due(charge) : "";
    }

    private String due(Charge charge) {
        return words.text(charge.isPastDue(date) ? "chargeOverdue" : "chargeDue", words.shortDate(charge.due()));
    }
}
