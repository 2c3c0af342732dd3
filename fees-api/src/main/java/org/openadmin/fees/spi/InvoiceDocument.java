package org.openadmin.fees.spi;

import java.io.OutputStream;
import java.util.List;
import org.openadmin.fees.api.documents.DocumentException;
import org.osgi.annotation.versioning.ProviderType;

/**
 * One PDF of invoices, made in steps: {@link #add} the invoices part by part, {@link #complete} it, then {@link #writeTo} a stream. It
 * holds the pages of one part in memory at a time. For one thread; closed without having been completed, nothing of it is left.
 */
@ProviderType
public interface InvoiceDocument extends AutoCloseable {

    /**
     * Draws these invoices after those that were added before, each from a new page on. They are drawn when this returns.
     *
     * @param invoices at least one and, as all of them are laid out at once, no more than a few hundred; each has charges
     * @throws DocumentException when one cannot be drawn; the document is of no use then
     */
    void add(List<Invoice> invoices);

    /**
     * Completes the document.
     *
     * @return how many pages it has
     * @throws DocumentException when it cannot be completed
     * @throws IllegalStateException when nothing was added
     */
    int complete();

    /**
     * Writes the document, which must have been completed. The stream is not closed.
     *
     * @throws DocumentException {@link DocumentException.Problem#OUTPUT} when the stream fails
     * @throws IllegalStateException when it was not completed
     */
    void writeTo(OutputStream out);

    /** Discards the document. */
    @Override
    void close();
}
