package org.openadmin.fees.api.documents;

import java.io.OutputStream;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Locale;
import org.openadmin.fees.api.Actor;
import org.openadmin.fees.api.NotAllowedException;
import org.openadmin.fees.api.StudentNumber;
import org.openadmin.fees.api.UnknownStudentException;
import org.openadmin.fees.api.accounts.StatementRequest;
import org.openadmin.fees.api.payments.ReceiptNumber;
import org.openadmin.fees.api.payments.ReceiptQuery;
import org.openadmin.fees.api.payments.UnknownReceiptException;
import org.osgi.annotation.versioning.ProviderType;

/**
 * The documents, as PDF, in the school's language and on its paper. They are read from the journal and store nothing. A document
 * is complete before its first byte is written: when one cannot be made, the stream stays untouched. The stream is not closed.
 */
@ProviderType
public interface FeeReports {

    /** Whether a receipt is the one for the payer or a later print, which says so. */
    enum Print {
        ORIGINAL,
        COPY
    }

    /** The language of the documents, English or French: that of the school, or English for any other. */
    Locale language();

    /**
     * Writes a receipt of one page, or of more when the charges need them. One that was voided says so. Needs any of our roles.
     *
     * @throws NotAllowedException without a role
     * @throws UnknownReceiptException when no receipt has this number
     * @throws DocumentException when it cannot be made
     */
    void receipt(Actor reader, ReceiptNumber number, Print print, OutputStream out);

    /**
     * Writes copies of all receipts that a query finds as one PDF, smallest number first. Up to 2,000 of them: more is {@link
     * DocumentException.Problem#TOO_LONG}. Needs any of our roles.
     *
     * @return how many there are
     * @throws NotAllowedException without a role
     * @throws NothingToPrintException when the query finds none
     * @throws DocumentException when it cannot be made
     */
    int receipts(Actor reader, ReceiptQuery query, OutputStream out);

    /**
     * Writes the statement of one account. Needs any of our roles.
     *
     * @throws NotAllowedException without a role
     * @throws UnknownStudentException when neither the host nor the journal knows the student
     * @throws DocumentException when it cannot be made
     */
    void statement(StatementRequest request, OutputStream out);

    /**
     * Writes the historical bill of transactions of one account. Needs any of our roles.
     *
     * @throws NotAllowedException without a role
     * @throws UnknownStudentException when neither the host nor the journal knows the student
     * @throws DocumentException when it cannot be made
     */
    void history(Actor reader, StudentNumber student, OutputStream out);

    /**
     * Writes the receipts of a day by cashier, with a sum for each method: what must be in the till. A payment that was voided on
     * that day or before is shown and not counted; one that was voided later was in the till that evening and counts, so that the
     * sheet of a day stays what it was. A day without receipts has a sheet that says so. Needs any of our roles.
     *
     * @throws NotAllowedException without a role
     * @throws DocumentException when it cannot be made; more than 2,000 receipts are {@link
     *     DocumentException.Problem#TOO_LONG}
     */
    void daySheet(Actor reader, LocalDate day, OutputStream out);

    /**
     * Writes the aged receivables: what each student has outstanding, by age. Needs any of our roles.
     *
     * @throws NotAllowedException without a role
     * @throws DocumentException when it cannot be made
     */
    void receivables(Actor reader, LocalDate today, OutputStream out);

    /**
     * Writes the summary of a month. Needs any of our roles.
     *
     * @throws NotAllowedException without a role
     * @throws DocumentException when it cannot be made
     */
    void summary(Actor reader, YearMonth month, OutputStream out);
}
