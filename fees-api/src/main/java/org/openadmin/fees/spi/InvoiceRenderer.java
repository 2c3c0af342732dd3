package org.openadmin.fees.spi;

import java.time.Instant;
import java.time.LocalDate;
import org.openadmin.fees.api.invoicing.InvoiceRun.Kind;
import org.osgi.annotation.versioning.ProviderType;

/** Draws invoices and reminders, of one kind in each document. It makes no decisions and stores nothing: the pages show exactly the data passed in. */
@ProviderType
public interface InvoiceRenderer {

    /**
     * Begins a document that is made now.
     *
     * @param date the date of the invoices
     * @param settings language, paper and letterhead: the same for all documents of a run, even if the configuration changes meanwhile
     */
    InvoiceDocument begin(LocalDate date, Settings settings);

    /**
     * Begins the document of a run. The same invoices drawn with the same settings are the same file, to the byte.
     *
     * @param at when the run was started, which the file records as its time
     */
    InvoiceDocument begin(LocalDate date, Instant at, Settings settings);

    /**
     * Begins the document of an earlier run that is no longer the same. At the top of each page is when it was made again, and
     * the {@link Invoice#changes()}.
     */
    InvoiceDocument beginAgain(LocalDate date, Settings settings);

    /**
     * Returns a digest of everything that invoices, or reminders, show of the settings: the school's details, the content of its logo and of
     * its own template, language, paper and so on. While it is the same, the settings have not changed an invoice.
     *
     * @return 64 hexadecimal digits
     */
    String fingerprint(Kind kind, Settings settings);

    /**
     * Returns a digest of everything that the invoice shows of {@link Invoice#hostStudent()}, which the portal may change.
     *
     * @return 64 hexadecimal digits
     */
    String fingerprint(Invoice invoice);

    /**
     * Returns the letters of an invoice's own texts that no font contains, each once. They are drawn as {@code \uFFFD}, so the
     * family may not be able to read a name.
     *
     * @return empty if everything can be drawn, which is nearly always so
     */
    String unprintable(Invoice invoice);
}
