package org.openadmin.fees.ui.internal.printing;

import java.io.ByteArrayOutputStream;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Supplier;
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
        return original(context, reports, receipt, () -> false, () -> {}, failed);
    }

    /**
     * Returns the link to the original, which may have become a copy.
     *
     * @param copy whether the payer has the receipt already, at the time of the click; on the thread of the request
     * @param printed runs when the receipt was made, on the same thread
     * @param failed runs on the page if the receipt cannot be made
     */
    public static PdfLink original(
            UserContext context,
            FeeReports reports,
            ReceiptNumber receipt,
            BooleanSupplier copy,
            Runnable printed,
            Consumer<RuntimeException> failed) {
        String text = context.text("receipt.print", String.valueOf(receipt));
        return link(
                context,
                "print-receipt",
                text,
                reports,
                receipt,
                () -> copy.getAsBoolean() ? Print.COPY : Print.ORIGINAL,
                printed,
                failed);
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
        return link(context, id, text, reports, receipt, () -> Print.COPY, () -> {}, failed);
    }

    private static PdfLink link(
            UserContext context,
            String id,
            String text,
            FeeReports reports,
            ReceiptNumber receipt,
            Supplier<Print> print,
            Runnable printed,
            Consumer<RuntimeException> failed) {
        return new PdfLink(
                        context,
                        id,
                        context.document(text, reports.language()),
                        context.text("receipt.file", String.valueOf(receipt)),
                        () -> {
                            ByteArrayOutputStream pdf = new ByteArrayOutputStream();
                            reports.receipt(context.actor(), receipt, print.get(), pdf);
                            printed.run();
                            return pdf.toByteArray();
                        },
                        failed)
                .printingHere();
    }
}
