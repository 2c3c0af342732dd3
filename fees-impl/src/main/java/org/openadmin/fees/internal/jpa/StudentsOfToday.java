package org.openadmin.fees.internal.jpa;

import org.openadmin.fees.api.StudentNumber;
import org.openadmin.fees.api.StudentOfRecord;

/** What the host knows today of a student whose row remembers nothing but the number. */
@FunctionalInterface
interface StudentsOfToday {

    /** The student, without name, grade and homeroom when the host does not know her any more. */
    StudentOfRecord ofRecord(StudentNumber number);

    static StudentOfRecord unknown(StudentNumber number) {
        return new StudentOfRecord(number, "", "", "");
    }
}
