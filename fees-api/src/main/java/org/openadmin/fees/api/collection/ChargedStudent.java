package org.openadmin.fees.api.collection;

import java.util.Objects;
import java.util.Optional;
import org.openadmin.fees.api.StudentSnapshot;

/**
 * A student who was charged a fee.
 *
 * @param student with the homeroom and grade of the day that was asked for
 * @param collected the student's charges of this fee
 * @param known the same charges as they were known on a past day; empty for the figures of now
 */
public record ChargedStudent(StudentSnapshot student, Collected collected, Optional<CollectedThen> known) {

    public ChargedStudent {
        Objects.requireNonNull(student, "student");
        Objects.requireNonNull(collected, "collected");
        Objects.requireNonNull(known, "known");
    }

    /** The charges of now. */
    public ChargedStudent(StudentSnapshot student, Collected collected) {
        this(student, collected, Optional.empty());
    }
}
