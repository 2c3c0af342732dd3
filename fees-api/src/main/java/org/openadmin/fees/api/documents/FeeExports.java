package org.openadmin.fees.api.documents;

import java.io.OutputStream;
import java.time.LocalDate;
import java.time.YearMonth;
import org.openadmin.fees.api.Actor;
import org.openadmin.fees.api.NotAllowedException;
import org.openadmin.fees.api.StudentNumber;
import org.openadmin.fees.api.UnknownStudentException;
import org.openadmin.fees.api.accounts.StatementRequest;
import org.openadmin.fees.api.invoicing.RunNumber;
import org.openadmin.fees.api.invoicing.UnknownRunException;
import org.openadmin.fees.api.journal.JournalQuery;
import org.openadmin.fees.api.journal.JournalTotals;
import org.openadmin.fees.api.journal.MonthSummary;
import org.openadmin.fees.api.payments.ReceiptQuery;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Lists for other programs, as CSV after RFC 4180: UTF-8 without byte order mark, a comma between fields, CR LF after each line, a header row in English,
 * dates as {@code 2026-09-08}, amounts as plain decimals with their sign. A text that a spreadsheet would take for a formula is
 * preceded by an apostrophe. Needs any of our roles. The stream is not closed; what is long is written while it is read, so that
 * a failure may leave a part: write to a file of another name first, and rename it.
 */
@ProviderType
public interface FeeExports {

    /**
     * The month's summary: {@code month, kind, name, account, count, subtotal, tax names…, total}, and a closing line of the kind
     * {@code total} with the sum of the month's journal.
     *
     * @return the summary that was written
     * @throws NotAllowedException without a role
     */
    MonthSummary summary(Actor reader, YearMonth month, OutputStream out);

    /**
     * Every transaction of the month, by date and number, with its account, and a closing line with the sum.
     *
     * @return the sums of what was written
     * @throws NotAllowedException without a role
     */
    JournalTotals transactions(Actor reader, YearMonth month, OutputStream out);

    /**
     * The rows of the journal that a query finds.
     *
     * @throws NotAllowedException without a role
     */
    void journal(Actor reader, JournalQuery query, OutputStream out);

    /**
     * The receipts that a query finds, newest first.
     *
     * @throws NotAllowedException without a role
     */
    void receipts(Actor reader, ReceiptQuery query, OutputStream out);

    /**
     * The statement of one account, with a line for the opening and for the closing balance.
     *
     * @throws NotAllowedException without a role
     * @throws UnknownStudentException when neither the host nor the journal knows the student
     */
    void statement(StatementRequest request, OutputStream out);

    /**
     * The historical bill of transactions of one account.
     *
     * @throws NotAllowedException without a role
     * @throws UnknownStudentException when neither the host nor the journal knows the student
     */
    void history(Actor reader, StudentNumber student, OutputStream out);

    /**
     * The aged receivables of today: a line for each student.
     *
     * @throws NotAllowedException without a role
     */
    void receivables(Actor reader, LocalDate today, OutputStream out);

    /**
     * The log of a run of invoices: a line for each of its students.
     *
     * @throws NotAllowedException without a role
     * @throws UnknownRunException when there is none with this number
     */
    void run(Actor reader, RunNumber number, OutputStream out);
}
