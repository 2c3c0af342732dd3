package org.openadmin.fees.reports.internal;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.openadmin.fees.api.Student;

/** Says what an invoice says, in the fields of its template. */
final class InvoiceRows {

    private final Wording words;
    private final LocalDate date;
    private final LocalDate dueDate;
    private int documents;

    InvoiceRows(Wording words, LocalDate date, LocalDate dueDate) {
        this.words = words;
        this.date = date;
        this.dueDate = dueDate;
    }

    Stream<Row> of(Invoice invoice) {
        ChargeTable table = new ChargeTable(invoice.charges(), invoice.credit().currency(), words);
        Map<String, Object> document = new HashMap<>(table.heads());
        document.put("document", ++documents);
        StudentLine.put(document, invoice.student(), words);
        document.put("studentNumber", invoice.student().number().toString());
        document.put("address", address(invoice));
        document.put("invoiceDate", words.date(date));
        document.put("dueDate", words.date(dueDate));
        document.put("amountDue", words.amount(invoice.due()));

        List<Map<String, Object>> rows = new ArrayList<>(table.rows());
        Sums sums = table.sums();
        if (!invoice.credit().isZero()) {
            sums.add(words.text("total"), invoice.charged());
            sums.add(words.text("credit"), invoice.credit().negated());
        }
        rows.add(sums.endingWith(words.text("amountDue"), invoice.due()));
        return rows.stream().map(row -> new Row(document, row));
    }

    private String address(Invoice invoice) {
        List<String> lines = new ArrayList<>();
        String guardian = invoice.atHost().map(Student::guardian).orElse("");
        if (!guardian.isEmpty()) {
            lines.add(guardian);
        } else {
            lines.add(words.text("parentsOf"));
            lines.add(invoice.student().nameOrNumber());
        }
        invoice.atHost().ifPresent(student -> lines.addAll(student.address()));
        return String.join("\n", lines);
    }
}
