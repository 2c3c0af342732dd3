package org.openadmin.fees.internal.collection;

import org.openadmin.fees.api.StudentSnapshot;
import org.openadmin.fees.api.collection.Collected;

/**
 * A student's charges of one fee, all with the same homeroom and grade.
 *
 * @param latest the number of the last of them
 */
record StudentCharges(StudentSnapshot student, long latest, Collected collected) {

    /** These charges and others of the same student. The snapshot is the one that was recorded last. */
    StudentCharges plus(StudentCharges other) {
        return new StudentCharges(
                latest >= other.latest ? student : other.student,
                Math.max(latest, other.latest),
                collected.plus(other.collected));
    }
}
