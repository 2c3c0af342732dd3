package org.openadmin.fees.api.documents;

import java.io.OutputStream;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.openadmin.fees.api.AccountNumber;
import org.openadmin.fees.api.Actor;
import org.openadmin.fees.api.NotAllowedException;
import org.openadmin.fees.api.UnknownStudentException;
import org.openadmin.fees.api.accounts.StatementRequest;
import org.openadmin.fees.api.audit.AuditQuery;
import org.openadmin.fees.api.collection.CollectionPeriod;
import org.openadmin.fees.api.collection.CollectionQuery;
import org.openadmin.fees.api.collection.UnknownFeeException;
import org.openadmin.fees.api.invoicing.RunNumber;
import org.openadmin.fees.api.invoicing.UnknownRunException;
import org.openadmin.fees.api.journal.JournalQuery;
import org.openadmin.fees.api.journal.JournalTotals;
import org.openadmin.fees.api.journal.MonthSummary;
import org.openadmin.fees.api.payments.ReceiptQuery;
import org.openadmin.fees.api.students.UnknownGroupValueException;
import org.openadmin.fees.api.till.DepositNumber;
import org.openadmin.fees.api.till.UnknownDepositException;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Lists for other programs and for people. Both formats have the same rows and columns. All methods require any fees
 * role, unless they name one.
 *
 * <p>{@link ListFormat#CSV} is that of RFC 4180: UTF-8 without byte order mark, fields separated by commas, lines ended by
 * CR LF, a header row in English, dates such as {@code 2026-09-08}, and amounts as plain decimals with their sign. A text
 * that a spreadsheet would run as a formula is prefixed with an apostrophe.
 *
 * <p>{@link ListFormat#XLSX} is an Excel workbook with headings and kinds in the school's language. Amounts are numbers
 * with the decimals of the currency, dates are dates, moments are those of the school's clock, and texts are texts,
 * unchanged. No cell is a formula. A list longer than a sheet continues on another one.
 *
 * <p>No method closes its stream. Long lists are written while they are read, so a failure can leave a partial list:
 * write to a temporary file and rename it when it is complete.
 */
@ProviderType
public interface FeeExports {

    /** Returns the language of the workbooks: the school's. */
    Locale language();

    /**
     * Writes the summary of a month: {@code month, kind, name, account, count, subtotal, tax names…, total}. The last
     * line has the kind {@code total} and the sum of the month's journal.
     *
     * @return the summary that was written
     * @throws NotAllowedException if the reader has no fees role
     */
    MonthSummary summary(Actor reader, YearMonth month, ListFormat format, OutputStream out);

    /**
     * Writes all transactions of a month with their accounts, by date and number. The last line has their sum.
     *
     * @return the totals of what was written
     * @throws NotAllowedException if the reader has no fees role
     */
    JournalTotals transactions(Actor reader, YearMonth month, ListFormat format, OutputStream out);

    /**
     * Writes the journal rows that match the query, in its order.
     *
     * @throws NotAllowedException if the reader has no fees role
     */
    void journal(Actor reader, JournalQuery query, ListFormat format, OutputStream out);

    /**
     * Writes the receipts that match the query, newest first.
     *
     * @throws NotAllowedException if the reader has no fees role
     */
    void receipts(Actor reader, ReceiptQuery query, ListFormat format, OutputStream out);

    /**
     * Writes the statement of one account, with a line each for the opening and the closing balance.
     *
     * @throws NotAllowedException if the user has no fees role
     * @throws UnknownStudentException if the student is neither in the host's records nor in the journal
     */
    void statement(StatementRequest request, ListFormat format, OutputStream out);

    /**
     * Writes the historical bill of transactions of one account.
     *
     * @throws NotAllowedException if the reader has no fees role
     * @throws UnknownStudentException if the student is neither in the host's records nor in the journal
     */
    void history(Actor reader, AccountNumber student, ListFormat format, OutputStream out);

    /**
     * Writes the aged receivables, one line for each student who owes and one for all students with credit
     * only, which has no student number. The balances add up to those of all accounts. Those of a past day are as of that day, and end
     * with two more columns, for what was recorded after it.
     *
     * @param today today or a past day
     * @throws NotAllowedException if the reader has no fees role
     */
    void receivables(Actor reader, LocalDate today, ListFormat format, OutputStream out);

    /**
     * Writes the aged receivables of some students, such as those that a filtered list shows, without the line
     * for students with credit only.
     *
     * @param today today or a past day, as for all students
     * @param students those who owe nothing are left out
     * @throws NotAllowedException if the reader has no fees role
     */
    void receivables(
            Actor reader, LocalDate today, Set<? extends AccountNumber> students, ListFormat format, OutputStream out);

    /**
     * Writes what was charged and collected of each fee, with the number and the sum of the charges in each state and the rate in
     * percent.
     *
     * @throws NotAllowedException if the reader has no fees role
     */
    void collection(Actor reader, CollectionPeriod period, ListFormat format, OutputStream out);

    /**
     * Writes what was charged and collected of one fee, by homeroom or grade.
     *
     * @throws NotAllowedException if the reader has no fees role
     * @throws UnknownFeeException if there is no such fee
     */
    void collection(Actor reader, CollectionQuery query, ListFormat format, OutputStream out);

    /**
     * Writes the students who were charged a fee, with the states and the sums of their charges, for the office.
     *
     * @param group the homeroom or grade; an empty text for the students who have none; absent for all students
     * @throws NotAllowedException if the reader has no fees role
     * @throws UnknownFeeException if there is no such fee
     * @throws UnknownGroupValueException if there is no such homeroom or grade
     */
    void chargedStudents(
            Actor reader, CollectionQuery query, Optional<String> group, ListFormat format, OutputStream out);

    /**
     * Writes the class list for a teacher, see {@link FeeReports#classList}: a name and a mark in each line.
     *
     * @throws NotAllowedException if the reader has no fees role
     * @throws UnknownFeeException if there is no such fee
     * @throws UnknownGroupValueException if there is no such homeroom or grade
     */
    void classList(Actor reader, CollectionQuery query, String group, ListFormat format, OutputStream out);

    /**
     * Writes the cheques of a deposit, one line each: {@code deposit, receipt, date, student, student name, reference, amount}. The amount
     * is negative in a counter-deposit.
     *
     * @throws NotAllowedException if the reader has no fees role
     * @throws UnknownDepositException if there is no such deposit
     */
    void cheques(Actor reader, DepositNumber number, ListFormat format, OutputStream out);

    /**
     * Writes the log of an invoice run, one line for each student.
     *
     * @throws NotAllowedException if the reader has no fees role
     * @throws UnknownRunException if there is no run with this number
     */
    void run(Actor reader, RunNumber number, ListFormat format, OutputStream out);

    /**
     * Writes the lines of the audit log that match, newest first: {@code time, user, operation, subject, result, outcome, reason,
     * request key, line}. Requires the role {@code fees-admin}.
     *
     * @throws NotAllowedException if the reader does not have the role
     */
    void audit(Actor reader, AuditQuery query, ListFormat format, OutputStream out);
}
