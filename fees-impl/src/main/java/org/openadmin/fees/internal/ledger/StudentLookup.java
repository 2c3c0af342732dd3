package org.openadmin.fees.internal.ledger;

import org.openadmin.fees.api.StudentNumber;
import org.openadmin.fees.api.StudentSnapshot;

/** Finds the student of a row that contains only the student number. */
@FunctionalInterface
public interface StudentLookup {

    /** The student; without name, grade and homeroom when not found. */
    StudentSnapshot snapshot(StudentNumber number);

    static StudentSnapshot unknown(StudentNumber number) {
        return new StudentSnapshot(number, "", "", "");
    }
}
