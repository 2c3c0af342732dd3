package org.openadmin.fees.reports.internal.pdf;

import java.util.Iterator;
import java.util.function.Function;
import org.openadmin.fees.spi.ReaderWork;

/**
 * A document that is printed part by part as the parts are added, so that its memory does not grow with it. Jasper takes the parts
 * when it wants them; here the caller decides, and Jasper's thread waits for the next. For one thread.
 */
public final class PartwisePdf implements AutoCloseable {

    private final PartQueue parts = new PartQueue();
    private final ShortLivedThread.Task<PdfOutput> printing;
    private PdfOutput pdf;

    /** @param printer prints all parts, in a thread of its own */
    PartwisePdf(ClassLoader classes, Function<Iterator<Iterator<DocumentRow>>, PdfOutput> printer) {
        printing = ShortLivedThread.start(classes, () -> printer.apply(parts), parts::end);
    }

    /**
     * Prints a part; when this returns it is printed.
     *
     * @param rows the rows of whole documents, read in the printing thread
     * @throws org.openadmin.fees.api.documents.DocumentException when it cannot be printed
     */
    public void add(Iterator<DocumentRow> rows) {
        try {
            if (!parts.put(rows)) {
                ShortLivedThread.result(printing);
                throw new IllegalStateException("The document was complete before its last part.");
            }
        } catch (InterruptedException e) {
            throw ReaderWork.stopped(e);
        }
    }

    /**
     * Completes the document, which then stays readable until this is closed.
     *
     * @throws org.openadmin.fees.api.documents.DocumentException when it cannot be completed
     */
    public PdfOutput complete() {
        if (pdf == null) {
            parts.complete();
            parts.awaitEnd();
            pdf = ShortLivedThread.result(printing);
        }
        return pdf;
    }

    /** Discards the document; the printing thread has ended when this returns. */
    @Override
    public void close() {
        if (pdf != null) {
            pdf.close();
            return;
        }
        printing.stop();
    }
}
