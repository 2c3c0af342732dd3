package org.openadmin.fees.reports.internal.documents;

import java.io.OutputStream;
import java.time.Clock;
import org.openadmin.fees.reports.internal.pdf.PdfOutput;
import org.openadmin.fees.reports.internal.pdf.PdfPrinter;
import org.openadmin.fees.spi.ReturnLetter;
import org.openadmin.fees.spi.ReturnLetterRenderer;
import org.openadmin.fees.spi.SchoolClockReference;
import org.openadmin.fees.spi.Settings;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Draws the letter about a returned payment with the school's template. */
@Component
public final class PdfReturnLetterRenderer implements ReturnLetterRenderer {

    private final ReturnLetterDocument document;

    @Activate
    public PdfReturnLetterRenderer(@Reference(target = SchoolClockReference.TARGET) Clock clock) {
        document = new ReturnLetterDocument(new PdfPrinter(), clock);
    }

    @Override
    public void draw(ReturnLetter letter, Settings settings, OutputStream out) {
        try (PdfOutput pdf = document.print(letter, settings)) {
            pdf.writeTo(out);
        }
    }
}
