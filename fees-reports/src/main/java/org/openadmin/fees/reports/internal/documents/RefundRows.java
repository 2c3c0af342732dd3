package org.openadmin.fees.reports.internal.documents;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.openadmin.fees.api.journal.JournalEntry;
import org.openadmin.fees.reports.internal.pdf.DocumentRow;
import org.openadmin.fees.reports.internal.pdf.KeepTogether;
import org.openadmin.fees.reports.internal.texts.DocumentTexts;

/** Fills the fields of the refund slip, which the person who gets the money signs. */
final class RefundRows {

    private final DocumentTexts words;

    RefundRows(DocumentTexts words) {
        this.words = words;
    }

    Stream<DocumentRow> of(JournalEntry refund) {
        String number = String.valueOf(refund.id());
        Map<String, Object> document = new HashMap<>();
        document.put("document", 1);
        document.put("columns", 0);
        StudentLine.put(document, refund.student().orElseThrow(), words);
        document.put("continued", words.text("refund") + " " + number);
        document.put("mainName", words.text("refundNumber"));
        document.put("main", number);
        document.put("figureName", words.text("refunded"));
        document.put("figure", words.amount(refund.total()));
        document.put("paidOn", refund.date().map(words::date).orElse(DocumentTexts.UNKNOWN));
        document.put("method", refund.method().map(words::method).orElse(DocumentTexts.UNKNOWN));
        document.put("reference", known(refund.reference()));
        document.put("cashier", known(refund.recordedBy()));
        document.put("recorded", refund.recordedAt().map(words::time).orElse(DocumentTexts.UNKNOWN));
        List<Map<String, Object>> rows = new ArrayList<>();
        rows.add(Map.of("kind", "NOTE", "name", words.text("refundFromCredit")));
        if (!refund.description().isEmpty()) {
            rows.add(Map.of("kind", "NOTE", "name", words.text("refundReason", refund.description())));
        }
        rows.add(new TotalsBlock(words).endingWith(words.text("refunded"), refund.total()));
        return KeepTogether.rows(document, rows);
    }

    private static String known(String text) {
        return text.isEmpty() ? DocumentTexts.UNKNOWN : text;
    }
}
