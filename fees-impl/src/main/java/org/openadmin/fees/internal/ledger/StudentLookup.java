package org.openadmin.fees.internal.ledger;

import org.openadmin.fees.api.StudentNumber;
import org.openadmin.fees.api.StudentSnapshot;

/** Finds the student of a row that holds nothing of her but the number. */
@FunctionalInterface
public interface StudentLookup {

    /** The student, without name, grade and homeroom when she is not found. */
    StudentSnapshot ofRecord(StudentNumber number);

    static StudentSnapshot unknown(StudentNumber number) {
        return new StudentSnapshot(number, "", "", "");
    }
}
