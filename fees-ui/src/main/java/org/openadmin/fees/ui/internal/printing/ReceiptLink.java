package org.openadmin.fees.ui.internal.printing;

import java.io.ByteArrayOutputStream;
import java.util.function.Consumer;
import org.openadmin.fees.api.documents.FeeReports;
import org.openadmin.fees.api.documents.FeeReports.Print;
import org.openadmin.fees.api.payments.ReceiptNumber;
import org.openadmin.fees.ui.internal.UserContext;
import org.openadmin.fees.ui.internal.components.PdfLink;

/** The link that prints one receipt. */
public final class ReceiptLink {

    private ReceiptLink() {}

    /** @param failed runs on the page if the receipt cannot be made */
    public static PdfLink original(
            UserContext context, FeeReports reports, ReceiptNumber receipt, Consumer<RuntimeException> failed) {
        String text = context.text("receipt.print", String.valueOf(receipt));
        return link(context, "print-receipt", text, reports, receipt, Print.ORIGINAL, failed);
    }

    /**
     * Returns the link to a copy.
     *
     * @param id the element's id
     * @param failed runs on the page if the receipt cannot be made
     */
    public static PdfLink copy(
            UserContext context,
            String id,
            String text,
            FeeReports reports,
            ReceiptNumber receipt,
            Consumer<RuntimeException> failed) {
        return link(context, id, text, reports, receipt, Print.COPY, failed);
    }

    private static PdfLink link(
            UserContext context,
            String id,
            String text,
            FeeReports reports,
            ReceiptNumber receipt,
            Print print,
            Consumer<RuntimeException> failed) {
        return new PdfLink(
                        context,
                        id,
                        context.document(text, reports.language()),
                        context.text("receipt.file", String.valueOf(receipt)),
                        () -> {
                            ByteArrayOutputStream pdf = new ByteArrayOutputStream();
                            reports.receipt(context.actor(), receipt, print, pdf);
                            return pdf.toByteArray();
                        },
                        failed)
                .printingHere();
    }
}
