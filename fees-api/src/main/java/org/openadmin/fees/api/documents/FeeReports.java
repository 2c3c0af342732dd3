package org.openadmin.fees.api.documents;

import java.io.OutputStream;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.openadmin.fees.api.AccountNumber;
import org.openadmin.fees.api.Actor;
import org.openadmin.fees.api.NotAllowedException;
import org.openadmin.fees.api.PayerNumber;
import org.openadmin.fees.api.StudentNumber;
import org.openadmin.fees.api.UnknownStudentException;
import org.openadmin.fees.api.accounts.Families;
import org.openadmin.fees.api.accounts.StatementRequest;
import org.openadmin.fees.api.collection.CollectionQuery;
import org.openadmin.fees.api.collection.UnknownFeeException;
import org.openadmin.fees.api.corrections.NotReturnedException;
import org.openadmin.fees.api.corrections.RefundNumber;
import org.openadmin.fees.api.corrections.UnknownRefundException;
import org.openadmin.fees.api.payments.ReceiptNumber;
import org.openadmin.fees.api.payments.ReceiptQuery;
import org.openadmin.fees.api.payments.UnknownReceiptException;
import org.openadmin.fees.api.students.UnknownGroupValueException;
import org.openadmin.fees.api.till.DepositNumber;
import org.openadmin.fees.api.till.UnknownDepositException;
import org.osgi.annotation.versioning.ProviderType;

/**
 * The documents as PDF, in the school's language and paper size. Documents are created from the journal and are not
 * stored. Nothing is written to the stream until the document is complete, so a failure leaves the stream empty. No
 * method closes its stream.
 */
@ProviderType
public interface FeeReports {

    /**
     * Whether a receipt is the original for the payer or a later copy, which is marked as a copy. Who prints it decides: a receipt that was
     * e-mailed is a copy from then on, see {@link org.openadmin.fees.api.mail.ReceiptMailer#isOut}.
     */
    enum Print {
        ORIGINAL,
        COPY
    }

    /** The language of the documents, English or French: that of the school, or English for any other. */
    Locale language();

    /**
     * Writes a receipt, of more than one page if its charges need them. A voided receipt is marked as void. Requires
     * any fees role.
     *
     * @throws NotAllowedException if the reader has no fees role
     * @throws UnknownReceiptException if no receipt has this number
     * @throws DocumentException if the document cannot be created
     */
    void receipt(Actor reader, ReceiptNumber number, Print print, OutputStream out);

    /**
     * Writes copies of all receipts that match the query as one PDF, smallest number first. The maximum is 2,000
     * receipts; more are rejected with {@link DocumentException.Problem#TOO_LONG}. Requires any fees role.
     *
     * @return the number of receipts
     * @throws NotAllowedException if the reader has no fees role
     * @throws NothingToPrintException if no receipt matches the query
     * @throws DocumentException if the document cannot be created
     */
    int receipts(Actor reader, ReceiptQuery query, OutputStream out);

    /**
     * Writes the receipts with these numbers as one PDF, smallest number first, such as the originals of an import. The maximum is 2,000
     * receipts; more are rejected with {@link DocumentException.Problem#TOO_LONG}. Requires any fees role.
     *
     * @throws NotAllowedException if the reader has no fees role
     * @throws NothingToPrintException if there is no such receipt
     * @throws DocumentException if the document cannot be created
     */
    void receipts(Actor reader, List<ReceiptNumber> numbers, Print print, OutputStream out);

    /**
     * Writes the slip of a refund, with its number, to be signed by the person who gets the money. Requires any fees
     * role.
     *
     * @throws NotAllowedException if the reader has no fees role
     * @throws UnknownRefundException if no refund has this number
     * @throws DocumentException if the document cannot be created
     */
    void refund(Actor reader, RefundNumber number, OutputStream out);

    /**
     * Writes the letter to the family about a payment that the bank returned: what was returned, the fee, what is owed now, and until when
     * to pay in cash only. Requires any fees role.
     *
     * @param number the number of the voided receipt
     * @throws NotAllowedException if the reader has no fees role
     * @throws NotReturnedException if the payment was not returned, or that was undone
     * @throws DocumentException if the document cannot be created
     */
    void returnedPayment(Actor reader, ReceiptNumber number, OutputStream out);

    /**
     * Writes the statement of one account. Requires any fees role.
     *
     * @throws NotAllowedException if the user has no fees role
     * @throws UnknownStudentException if the student is neither in the host's records nor in the journal
     * @throws DocumentException if the document cannot be created
     */
    void statement(StatementRequest request, OutputStream out);

    /**
     * Writes one statement of a student and the student's {@linkplain Families#siblings siblings}: each child's transactions with opening
     * and closing balance, by student number, and one total of all. Requires any fees role.
     *
     * @throws NotAllowedException if the user has no fees role
     * @throws UnknownStudentException if the student is neither in the host's records nor in the journal
     * @throws DocumentException if the document cannot be created
     */
    void familyStatement(StatementRequest request, OutputStream out);

    /**
     * Writes the invoice of a payer, in the payer's language: its outstanding charges by student, of whom it has the names alone, with
     * the payer's authorization. Requires any fees role.
     *
     * @throws NotAllowedException if the reader has no fees role
     * @throws UnknownStudentException if there is no such payer
     * @throws DocumentException if the document cannot be created
     */
    void payerInvoice(Actor reader, PayerNumber payer, OutputStream out);

    /**
     * Writes one invoice, dated today, of a student and the student's {@linkplain Families#siblings siblings}: for each child, by student
     * number, the outstanding charges of today or earlier, the credit that pays for them, and what is due, as on the child's own invoice;
     * one amount due for all, and one slip to return with the payment. The credit of a child pays for that child alone. It is addressed to
     * the guardian of the student. Requires any fees role.
     *
     * @throws NotAllowedException if the reader has no fees role
     * @throws UnknownStudentException if the student is neither in the host's records nor in the journal
     * @throws NothingDueException if nothing is due for any of the children
     * @throws DocumentException if the document cannot be created
     */
    void familyInvoice(Actor reader, StudentNumber student, OutputStream out);

    /**
     * Writes the historical bill of transactions of one account. Requires any fees role.
     *
     * @throws NotAllowedException if the reader has no fees role
     * @throws UnknownStudentException if the student is neither in the host's records nor in the journal
     * @throws DocumentException if the document cannot be created
     */
    void history(Actor reader, AccountNumber student, OutputStream out);

    /**
     * Writes the money of a day by cashier, with a total for each payment method, to compare with the cash drawer:
     * receipts, less refunds and voids of receipts of other days. A payment that was voided on its own day is listed but
     * not counted. One that was voided later is counted, because its money was in the drawer that evening; the void
     * counts on its own day, so the sums of a day do not change afterwards. If there was no money on the day, the
     * document has a line to that effect. Requires any fees role.
     *
     * @throws NotAllowedException if the reader has no fees role
     * @throws DocumentException if the document cannot be created; with {@link DocumentException.Problem#TOO_LONG} for
     *     more than 2,000 entries
     */
    void daySheet(Actor reader, LocalDate day, OutputStream out);

    /**
     * Writes the aged receivables: the outstanding amount of each student, by age, and one line for all students with
     * credit only. The total is that of all accounts. Those of a past day are as of that day; a line tells how much was recorded
     * after it. Requires any fees role.
     *
     * @param today today or a past day
     * @throws NotAllowedException if the reader has no fees role
     * @throws DocumentException if the document cannot be created
     */
    void receivables(Actor reader, LocalDate today, OutputStream out);

    /**
     * Writes the aged receivables of some students, such as those that a filtered list shows. The document states how many of all students
     * who owe it contains, and its totals are theirs. Requires any fees role.
     *
     * @param today today or a past day, as for all students
     * @param students those who owe nothing are left out
     * @throws NotAllowedException if the reader has no fees role
     * @throws DocumentException if the document cannot be created
     */
    void receivables(Actor reader, LocalDate today, Set<? extends AccountNumber> students, OutputStream out);

    /**
     * Writes the class list for a teacher: the names of the students of a homeroom or grade who were charged a fee, and a mark for each
     * of whose charges nothing is outstanding. Paid and waived look the same, and no amount is shown. Students whose charges were all
     * reversed are left out. Requires any fees role.
     *
     * @param group the homeroom or grade; an empty text for the students who have none
     * @throws NotAllowedException if the reader has no fees role
     * @throws UnknownFeeException if there is no such fee
     * @throws UnknownGroupValueException if there is no such homeroom or grade
     * @throws DocumentException if the document cannot be created
     */
    void classList(Actor reader, CollectionQuery query, String group, OutputStream out);

    /**
     * Writes the slip of a deposit: its cash, by notes and coins if it was counted that way, with what drawers were over or short; its
     * cheques, each with the number of the receipt, the payer and the amount; the totals, the bank account, and who made and verified
     * it, with room for signatures. Requires any fees role.
     *
     * @throws NotAllowedException if the reader has no fees role
     * @throws UnknownDepositException if there is no such deposit
     * @throws DocumentException if the document cannot be created
     */
    void depositSlip(Actor reader, DepositNumber number, OutputStream out);

    /**
     * Writes the summary of a month. Requires any fees role.
     *
     * @throws NotAllowedException if the reader has no fees role
     * @throws DocumentException if the document cannot be created
     */
    void summary(Actor reader, YearMonth month, OutputStream out);
}
