package org.openadmin.fees.internal.collection;

import java.util.Optional;
import org.openadmin.fees.api.StudentSnapshot;
import org.openadmin.fees.api.collection.Collected;
import org.openadmin.fees.api.collection.CollectedThen;

/**
 * A student's charges of one fee, all with the same homeroom and grade.
 *
 * @param latest the number of the last of them
 * @param known the same charges as they were known on a past day; empty for the figures of now
 */
record StudentCharges(StudentSnapshot student, long latest, Collected collected, Optional<CollectedThen> known) {

    /** These charges and others of the same student. The snapshot is the one that was recorded last. */
    StudentCharges plus(StudentCharges other) {
        return new StudentCharges(
                latest >= other.latest ? student : other.student,
                Math.max(latest, other.latest),
                collected.plus(other.collected),
                known.flatMap(then -> other.known.map(then::plus)));
    }
}
