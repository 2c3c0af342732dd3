package org.openadmin.fees.internal.ledger;

import org.openadmin.fees.api.AccountNumber;
import org.openadmin.fees.api.StudentSnapshot;

/** Finds the student of a row that contains only the student number. */
@FunctionalInterface
public interface StudentLookup {

    /** The student; without name, grade and homeroom when not found. */
    StudentSnapshot snapshot(AccountNumber number);

    static StudentSnapshot unknown(AccountNumber number) {
        return new StudentSnapshot(number, "", "", "");
    }
}
