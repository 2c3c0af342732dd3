package org.openadmin.fees.spi;

import java.io.OutputStream;
import java.util.List;
import org.openadmin.fees.api.documents.DocumentException;
import org.openadmin.fees.api.payments.Receipt;
import org.osgi.annotation.versioning.ProviderType;

/** Draws receipts. It makes no decisions and stores nothing: the pages show exactly the data passed in. */
@ProviderType
public interface ReceiptRenderer {

    /**
     * Writes these receipts, in this order, as one PDF. Nothing is written to the stream until the PDF is
     * complete. The stream is not closed.
     *
     * @param receipts at least one
     * @param copies whether they are marked as copies
     * @param settings language, paper and letterhead
     * @throws DocumentException if the PDF cannot be created
     */
    void draw(List<Receipt> receipts, boolean copies, Settings settings, OutputStream out);
}
