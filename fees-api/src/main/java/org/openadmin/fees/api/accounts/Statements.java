package org.openadmin.fees.api.accounts;

import java.util.List;
import java.util.function.Consumer;
import org.openadmin.fees.api.AccountNumber;
import org.openadmin.fees.api.Actor;
import org.openadmin.fees.api.NotAllowedException;
import org.openadmin.fees.api.Page;
import org.openadmin.fees.api.StudentSnapshot;
import org.openadmin.fees.api.UnknownStudentException;
import org.openadmin.fees.api.students.MatchedBy;
import org.openadmin.fees.api.students.Students;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Statements of students' accounts, including the accounts of students who have withdrawn or are no longer in the
 * host's records. Requires any fees role; the account of a payer, {@code fees-bill} or {@code fees-cashier}.
 */
@ProviderType
public interface Statements {

    /**
     * A student who has an account.
     *
     * @param state whether the student is enrolled, withdrawn, or no longer in the host's records
     */
    record AccountHolder(StudentSnapshot student, State state) {}

    /** Whether the student is enrolled, or that it is no student. */
    enum State {
        ACTIVE,
        WITHDRAWN,
        /** The student is in the journal but no longer in the host's records. */
        NOT_IN_HOST,
        /** The account is a payer's. */
        PAYER
    }

    /**
     * An account found by a search.
     *
     * @param by what matched; for a reference, the one of the latest payment that matches
     */
    record AccountMatch(AccountHolder holder, AccountBalance balance, MatchedBy by) {}

    /**
     * The result of a search.
     *
     * @param matches the first matches, in the order of the search, up to its limit
     * @param total the number of all matches
     */
    record SearchResult(List<AccountMatch> matches, int total) {
        public SearchResult {
            matches = List.copyOf(matches);
        }
    }

    /**
     * Searches accounts as {@link Students#search} searches students, and those that are only in the journal, by
     * recorded name or by number, which come after withdrawn students. A query that is the reference of a payment, such
     * as the number of a cheque, also finds the student of this payment, even if it was voided, after the matches of a
     * name or number. Case and leading zeros make no difference to references.
     *
     * <p>Those who only view find no payers.
     *
     * @param limit the maximum number of accounts to return, 1 to 1,000
     * @throws NotAllowedException if the reader has no fees role
     */
    SearchResult search(Actor reader, String query, int limit);

    /**
     * Returns the holder of one account.
     *
     * @throws NotAllowedException if the reader has no fees role, or it is a payer's account and the reader only views
     * @throws UnknownStudentException if the student is neither in the host's records nor in the journal
     */
    AccountHolder holder(Actor reader, AccountNumber student);

    /**
     * Returns the balances before and after a period, and the number of its transactions. Old rows without a date count
     * towards the opening balance.
     *
     * @throws NotAllowedException if the user has no fees role, or it is a payer's account and the user only views
     * @throws UnknownStudentException if the student is neither in the host's records nor in the journal
     */
    AccountStatement statement(StatementRequest request);

    /**
     * Returns the current balance of the account and the number of its transactions.
     *
     * @throws NotAllowedException if the reader has no fees role, or it is a payer's account and the reader only views
     * @throws UnknownStudentException if the student is neither in the host's records nor in the journal
     */
    AccountHistory history(Actor reader, AccountNumber student);

    /**
     * Returns one page of the transactions of an account or of a period of it, oldest first, each with the balance after
     * it, however far down the page is. A page after the last transaction has no lines, and begins with the last balance.
     *
     * @throws NotAllowedException if the reader has no fees role, or it is a payer's account and the reader only views
     * @throws UnknownStudentException if the student is neither in the host's records nor in the journal
     */
    AccountLines lines(Actor reader, AccountPeriod period, Page page);

    /**
     * Passes the transactions of an account or of a period of it to {@code each}, oldest first, holding only some of them in
     * memory at a time; for exports. The balance of each follows from the one before it. {@code each} is called at least
     * once, without lines if there are none. Rows recorded during the call may or may not be included.
     *
     * @throws NotAllowedException if the reader has no fees role, or it is a payer's account and the reader only views
     * @throws UnknownStudentException if the student is neither in the host's records nor in the journal
     */
    void forEach(Actor reader, AccountPeriod period, Consumer<AccountLines> each);
}
