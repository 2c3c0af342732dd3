package org.openadmin.fees.internal.ledger;

import org.openadmin.fees.api.StudentNumber;
import org.openadmin.fees.api.StudentSnapshot;

/** What the host knows today of a student whose row remembers nothing but the number. */
@FunctionalInterface
public interface StudentLookup {

    /** The student, without name, grade and homeroom when the host does not know her any more. */
    StudentSnapshot ofRecord(StudentNumber number);

    static StudentSnapshot unknown(StudentNumber number) {
        return new StudentSnapshot(number, "", "", "");
    }
}
