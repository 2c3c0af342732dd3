package org.openadmin.fees.reports.internal.documents;

import java.io.OutputStream;
import java.time.Clock;
import java.util.List;
import org.openadmin.fees.api.documents.FeeReports.Print;
import org.openadmin.fees.api.payments.Receipt;
import org.openadmin.fees.reports.internal.pdf.PdfOutput;
import org.openadmin.fees.reports.internal.pdf.PdfPrinter;
import org.openadmin.fees.spi.ReceiptRenderer;
import org.openadmin.fees.spi.SchoolClockReference;
import org.openadmin.fees.spi.Settings;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Draws receipts with the school's template. */
@Component
public final class PdfReceiptRenderer implements ReceiptRenderer {

    private final ReceiptDocument document;

    @Activate
    public PdfReceiptRenderer(@Reference(target = SchoolClockReference.TARGET) Clock clock) {
        this.document = new ReceiptDocument(new PdfPrinter(), clock);
    }

    @Override
    public void draw(List<Receipt> receipts, boolean copies, Settings settings, OutputStream out) {
        try (PdfOutput pdf = document.print(receipts, copies ? Print.COPY : Print.ORIGINAL, settings)) {
            pdf.writeTo(out);
        }
    }
}
