package org.openadmin.fees.spi;

import java.io.OutputStream;
import java.util.List;
import org.openadmin.fees.api.documents.DocumentException;
import org.osgi.annotation.versioning.ProviderType;

/**
 * One PDF of invoices, created in steps: {@link #add} the invoices in batches, {@link #complete} it, then {@link #writeTo} a
 * stream. Only the pages of one batch are in memory at a time. Not thread-safe. If it is closed before it is completed, it is
 * discarded.
 */
@ProviderType
public interface InvoiceDocument extends AutoCloseable {

    /**
     * Draws these invoices after those added before, each starting on a new page. They have been drawn when this method returns.
     *
     * @param invoices at least one, and no more than a few hundred, because they are all laid out at once; each has charges
     * @throws DocumentException if one cannot be drawn; the document cannot be used afterwards
     */
    void add(List<Invoice> invoices);

    /**
     * Completes the document.
     *
     * @return the number of pages
     * @throws DocumentException if it cannot be completed
     * @throws IllegalStateException if no invoices were added
     */
    int complete();

    /**
     * Writes the document, which must have been completed. The stream is not closed.
     *
     * @throws DocumentException {@link DocumentException.Problem#OUTPUT} if the stream fails
     * @throws IllegalStateException if it has not been completed
     */
    void writeTo(OutputStream out);

    /** Discards the document. */
    @Override
    void close();
}
