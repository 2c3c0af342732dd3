package org.openadmin.fees.api.accounts;

import java.util.List;
import org.openadmin.fees.api.Actor;
import org.openadmin.fees.api.NotAllowedException;
import org.openadmin.fees.api.StudentNumber;
import org.openadmin.fees.api.StudentSnapshot;
import org.openadmin.fees.api.UnknownStudentException;
import org.openadmin.fees.api.students.Students;
import org.osgi.annotation.versioning.ProviderType;

/** What happened on one student's account. Reaches the accounts of withdrawn and purged students too. Needs any of our roles. */
@ProviderType
public interface Statements {

    /**
     * A student whose account there is.
     *
     * @param state whether the student is at school, withdrawn, or known to the journal only
     */
    record Holder(StudentSnapshot student, State state) {}

    /** Where a student is. */
    enum State {
        ACTIVE,
        WITHDRAWN,
        /** The host does not know the number any more; the journal does. */
        GONE
    }

    /**
     * Finds accounts the way {@link Students#search} finds students, and after them those whom only the journal knows, by the name
     * that it remembers or by number.
     *
     * @param limit how many to give at most, 1 to 1,000
     * @throws NotAllowedException without a role
     */
    List<Holder> search(Actor reader, String query, int limit);

    /**
     * The holder of one account.
     *
     * @throws NotAllowedException without a role
     * @throws UnknownStudentException when neither the host nor the journal knows the student
     */
    Holder holder(Actor reader, StudentNumber student);

    /**
     * The account in a period, with the balance before and after. Old rows without a date count as before every period.
     *
     * @throws NotAllowedException without a role
     * @throws UnknownStudentException when neither the host nor the journal knows the student
     */
    AccountStatement statement(StatementRequest request);

    /**
     * Everything that ever happened on the account.
     *
     * @throws NotAllowedException without a role
     * @throws UnknownStudentException when neither the host nor the journal knows the student
     */
    AccountHistory history(Actor reader, StudentNumber student);
}
