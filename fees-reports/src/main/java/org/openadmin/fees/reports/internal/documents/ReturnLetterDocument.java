package org.openadmin.fees.reports.internal.documents;

import java.time.Clock;
import java.time.ZonedDateTime;
import org.openadmin.fees.reports.internal.pdf.DocumentMetadata;
import org.openadmin.fees.reports.internal.pdf.PdfOutput;
import org.openadmin.fees.reports.internal.pdf.PdfPrinter;
import org.openadmin.fees.reports.internal.texts.DocumentTexts;
import org.openadmin.fees.spi.ReturnLetter;
import org.openadmin.fees.spi.Settings;

/** The PDF of the letter about a returned payment. */
final class ReturnLetterDocument {

    private final PdfPrinter printer;
    private final Clock clock;

    ReturnLetterDocument(PdfPrinter printer, Clock clock) {
        this.printer = printer;
        this.clock = clock;
    }

    PdfOutput print(ReturnLetter letter, Settings settings) {
        DocumentTexts words = new DocumentTexts(settings, clock.getZone());
        DocumentMetadata about = new DocumentMetadata(
                words.text("returnedPayment") + " – "
                        + letter.returned().student().nameOrNumber(),
                words.text("returnedReceipt") + " " + letter.returned().receipt(),
                ZonedDateTime.now(clock));
        return printer.print(
                "letter",
                settings,
                about,
                words,
                new ReturnedPaymentRows(letter, words).of().iterator());
    }
}
