package org.openadmin.fees.spi;

import java.time.LocalDate;
import org.osgi.annotation.versioning.ProviderType;

/** Draws invoices. It makes no decisions and stores nothing: the pages show exactly the data passed in. */
@ProviderType
public interface InvoiceRenderer {

    /**
     * Begins a document.
     *
     * @param date the date of the invoices
     * @param settings language, paper and letterhead: the same for all documents of a run, even if the configuration changes meanwhile
     */
    InvoiceDocument begin(LocalDate date, Settings settings);

    /**
     * Returns the letters of an invoice's own texts that no font contains, each once. They are drawn as {@code \uFFFD}, so the
     * family may not be able to read a name.
     *
     * @return empty if everything can be drawn, which is nearly always so
     */
    String unprintable(Invoice invoice);
}
