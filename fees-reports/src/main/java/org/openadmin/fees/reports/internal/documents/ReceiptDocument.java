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
import org.openadmin.fees.spi.DocumentSettings.ReceiptPaper;
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
        DocumentMetadata about = about(receipts, words);
        ReceiptPaper paper = settings.documents().receipts();
        ReceiptRows rows = new ReceiptRows(words, paper);
        if (paper == ReceiptPaper.ROLL) {
            Iterator<Iterator<DocumentRow>> parts = receipts.stream()
                    .map(receipt -> rows.of(receipt, print).iterator())
                    .iterator();
            return printer.printParts("receipt-roll", settings, about, words, parts);
        }
        return printer.print(
                paper == ReceiptPaper.HALF_PAGE ? "receipt-half" : "receipt",
                settings,
                about,
                words,
                receipts.stream().flatMap(receipt -> rows.of(receipt, print)).iterator());
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
