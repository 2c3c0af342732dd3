package org.openadmin.fees.reports.internal.documents;

import java.time.Clock;
import java.time.ZonedDateTime;
import java.util.Iterator;
import java.util.List;
import org.openadmin.fees.api.documents.FeeReports.Print;
import org.openadmin.fees.api.payments.Receipt;
import org.openadmin.fees.reports.internal.pdf.DocumentMetadata;
import org.openadmin.fees.reports.internal.pdf.DocumentRow;
import org.openadmin.fees.reports.internal.pdf.PdfOutput;
import org.openadmin.fees.reports.internal.pdf.PdfPrinter;
import org.openadmin.fees.reports.internal.texts.DocumentTexts;
import org.openadmin.fees.spi.Settings;

/** One PDF of receipts. */
final class ReceiptDocument {

    private final PdfPrinter printer;
    private final Clock clock;

    ReceiptDocument(PdfPrinter printer, Clock clock) {
        this.printer = printer;
        this.clock = clock;
    }

    /** @param receipts at least one, in the order of their numbers */
    PdfOutput print(List<Receipt> receipts, Print print, Settings settings) {
        DocumentTexts words = new DocumentTexts(settings, clock.getZone());
        ReceiptRows sheets = new ReceiptRows(words);
        Iterator<DocumentRow> rows =
                receipts.stream().flatMap(receipt -> sheets.of(receipt, print)).iterator();
        return printer.print("receipt", settings, about(receipts, words), words, rows);
    }

    private DocumentMetadata about(List<Receipt> receipts, DocumentTexts words) {
        String first = receipts.get(0).number().toString();
        String last = receipts.get(receipts.size() - 1).number().toString();
        boolean single = first.equals(last);
        return new DocumentMetadata(
                single ? words.text("receipt") + " " + first : words.text("receipts", first, last),
                words.text("receiptNumber") + " " + (single ? first : first + "–" + last),
                ZonedDateTime.now(clock));
    }
}
