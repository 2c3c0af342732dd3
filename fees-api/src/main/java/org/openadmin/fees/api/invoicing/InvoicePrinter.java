package org.openadmin.fees.api.invoicing;

import java.io.OutputStream;
import java.util.Locale;
import org.openadmin.fees.api.NotAllowedException;
import org.openadmin.fees.api.Progress;
import org.openadmin.fees.api.documents.DocumentException;
import org.openadmin.fees.api.students.Students;
import org.openadmin.fees.api.students.UnknownGroupValueException;
import org.osgi.annotation.versioning.ProviderType;

/** Invoices on paper: one PDF for all students of a run. */
@ProviderType
public interface InvoicePrinter {

    /** The language of the invoices, English or French: that of the school, or English for any other. */
    Locale language();

    /**
     * Writes one PDF with an invoice for each chosen student who owes something: the outstanding charges, less credit, and a slip to cut
     * off. Each invoice has a page of its own, and more only when its lines need them. The PDF is complete before its first byte is
     * written: when it cannot be made, the stream stays untouched. The stream is not closed. The log of the run is kept, also when it
     * fails; the same key again makes the document again and no second log. Needs the role {@code fees-bill}.
     *
     * @param progress called before each hundred students; stopped by it, no document is made
     * @return the log of the run
     * @throws NotAllowedException without the role
     * @throws NothingToInvoiceException when nobody chosen gets an invoice; the log gives the reasons
     * @throws RunCancelledException when its progress stopped it
     * @throws UnknownGroupValueException and what else {@link Students#in} throws for the audience
     * @throws DocumentException when it cannot be made
     */
    InvoiceRun print(InvoiceRequest request, Progress progress, OutputStream out);
}
