package org.openadmin.fees.api.collection;

import java.util.Objects;
import org.openadmin.fees.api.StudentSnapshot;

/**
 * A student who was charged a fee.
 *
 * @param student with the homeroom and grade of the day that was asked for
 * @param collected the student's charges of this fee
 */
public record ChargedStudent(StudentSnapshot student, Collected collected) {

    public ChargedStudent {
        Objects.requireNonNull(student, "student");
        Objects.requireNonNull(collected, "collected");
    }
}
