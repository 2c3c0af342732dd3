package org.openadmin.fees.api.accounts;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.openadmin.fees.api.StudentNumber;
import org.openadmin.fees.api.UnknownStudentException;
import org.openadmin.fees.api.billing.Charge;
import org.osgi.annotation.versioning.ProviderType;

/**
 * The students' accounts, for other modules of the portal and for our own screens. Each answer is read from the journal at that
 * moment; there is no cache.
 */
@ProviderType
public interface FeeAccounts {

    /**
     * What one student owes.
     *
     * @throws UnknownStudentException when neither the host nor the journal knows the student
     */
    AccountBalance balance(StudentNumber student);

    /** What these students owe, in one query; zero for those without a row; in number order. */
    Map<StudentNumber, AccountBalance> balances(Collection<StudentNumber> students);

    /** What everybody owes whom the host or the journal knows, in one query, in number order. */
    List<AccountBalance> balances();

    /**
     * The charges of one student that nothing has settled, oldest first.
     *
     * @throws UnknownStudentException when neither the host nor the journal knows the student
     */
    List<Charge> outstanding(StudentNumber student);

    /** The charges of these students that nothing has settled, in one query; students without any are left out; in number order. */
    Map<StudentNumber, List<Charge>> outstanding(Collection<StudentNumber> students);
}
