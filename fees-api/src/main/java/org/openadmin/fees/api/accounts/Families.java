package org.openadmin.fees.api.accounts;

import java.util.List;
import org.openadmin.fees.api.AccountNumber;
import org.openadmin.fees.api.Actor;
import org.openadmin.fees.api.NotAllowedException;
import org.openadmin.fees.api.StudentNumber;
import org.openadmin.fees.api.StudentSnapshot;
import org.openadmin.fees.api.UnknownStudentException;
import org.openadmin.fees.api.billing.Charge;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Who belongs to a student at the counter. Students are one family if they have the same family number in the student records or, where
 * these have no such numbers, the same guardian and the same postal address; case, accents, punctuation and blanks make no difference then.
 * A student without a number, or without a guardian or an address, has no family, and neither has a payer or somebody who is no longer in
 * the student records.
 */
@ProviderType
public interface Families {

    /**
     * A student of a family.
     *
     * @param outstanding the unsettled charges, oldest first
     */
    record Sibling(StudentSnapshot student, AccountBalance account, List<Charge> outstanding) {
        public Sibling {
            outstanding = List.copyOf(outstanding);
        }
    }

    /**
     * Returns the others of a student's family, in number order, in a fixed number of queries: those who are at the school, and those
     * who have left and owe something or have credit. Requires any fees role.
     *
     * @throws NotAllowedException if the reader has no fees role
     */
    List<Sibling> siblings(Actor reader, AccountNumber student);

    /**
     * Returns a student and the {@linkplain #siblings siblings}, in number order. Requires any fees role.
     *
     * @throws NotAllowedException if the reader has no fees role
     * @throws UnknownStudentException if the student is neither in the host's records nor in the journal
     */
    List<Sibling> family(Actor reader, StudentNumber student);
}
