package org.openadmin.fees.api.invoicing;

import java.io.OutputStream;
import java.time.LocalDate;
import java.util.Locale;
import org.openadmin.fees.api.Actor;
import org.openadmin.fees.api.NotAllowedException;
import org.openadmin.fees.api.Progress;
import org.openadmin.fees.api.StudentNumber;
import org.openadmin.fees.api.accounts.FeeAccounts;
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
     * Writes one PDF with an invoice for each chosen student who owes money: the outstanding charges, less any credit,
     * and a remittance slip to cut off. Invoices dated a past day show what was outstanding and on account at the end of that day, as is
     * known now (see {@link FeeAccounts#balance(StudentNumber, LocalDate)}), to the students who owed money then; names and
     * addresses are those of today. Each invoice starts on a new page. Nothing is written to the stream until the
     * PDF is complete, so a failure leaves the stream empty. Does not close the stream. The log of the run is stored,
     * even if the run fails; the same key again creates the document again but no second log. Requires the role {@code
     * fees-bill}.
     *
     * @param progress called before each hundred students; if it stops the run, no document is created
     * @return the log of the run
     * @throws NotAllowedException if the user does not have the role
     * @throws NothingToInvoiceException if none of the chosen students gets an invoice; the log has the reasons
     * @throws RunCancelledException if {@code progress} stopped the run
     * @throws UnknownGroupValueException and everything else that {@link Students#in} throws for the audience
     * @throws DocumentException if the PDF cannot be created
     */
    InvoiceRun print(InvoiceRequest request, Progress progress, OutputStream out);

    /**
     * Writes the document of an earlier print run again: the invoices as they were on that day, with the charges, credit,
     * names, grades and homerooms of that day, whatever has been paid or corrected since. While nothing else that they
     * show has changed either, it is the same file to the byte. Otherwise each page has a line at its top that it was
     * made again, and what has changed on it. Nothing is written to the stream until the PDF is complete. Does not close
     * the stream. Stores nothing: it is no new run. Requires the role {@code fees-bill}.
     *
     * @param progress called before each hundred students; if it stops the work, no document is created
     * @throws NotAllowedException if the user does not have the role
     * @throws UnknownRunException if there is no run with this number
     * @throws CannotReprintException if the run has no document, or it was not recorded what is in it
     * @throws RunCancelledException if {@code progress} stopped the work
     * @throws DocumentException if the PDF cannot be created
     */
    InvoiceReprint reprint(Actor actor, RunNumber number, Progress progress, OutputStream out);
}
