package org.openadmin.fees.api.accounts;

import java.util.List;
import org.openadmin.fees.api.Actor;
import org.openadmin.fees.api.NotAllowedException;
import org.openadmin.fees.api.StudentNumber;
import org.openadmin.fees.api.StudentSnapshot;
import org.openadmin.fees.api.UnknownStudentException;
import org.openadmin.fees.api.students.Students;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Statements of students' accounts, including the accounts of students who have withdrawn or are no longer in the
 * host's records. Requires any fees role.
 */
@ProviderType
public interface Statements {

    /**
     * A student who has an account.
     *
     * @param state whether the student is enrolled, withdrawn, or no longer in the host's records
     */
    record AccountHolder(StudentSnapshot student, State state) {}

    /** Whether the student is enrolled. */
    enum State {
        ACTIVE,
        WITHDRAWN,
        /** The student is in the journal but no longer in the host's records. */
        NOT_IN_HOST
    }

    /**
     * Searches accounts as {@link Students#search} searches students. The matches that are only in the journal, by
     * recorded name or by number, come last.
     *
     * @param limit the maximum number of accounts to return, 1 to 1,000
     * @throws NotAllowedException if the reader has no fees role
     */
    List<AccountHolder> search(Actor reader, String query, int limit);

    /**
     * Returns the holder of one account.
     *
     * @throws NotAllowedException if the reader has no fees role
     * @throws UnknownStudentException if the student is neither in the host's records nor in the journal
     */
    AccountHolder holder(Actor reader, StudentNumber student);

    /**
     * Returns the transactions in a period with the balances before and after. Old rows without a date count towards
     * the opening balance.
     *
     * @throws NotAllowedException if the user has no fees role
     * @throws UnknownStudentException if the student is neither in the host's records nor in the journal
     */
    AccountStatement statement(StatementRequest request);

    /**
     * Returns all transactions of the account.
     *
     * @throws NotAllowedException if the reader has no fees role
     * @throws UnknownStudentException if the student is neither in the host's records nor in the journal
     */
    AccountHistory history(Actor reader, StudentNumber student);
}
