package org.openadmin.fees.api.collection;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * The students who were charged a fee.
 *
 * @param fee the name of the fee as it was charged last
 * @param group the homeroom or grade, as the school spells it; empty text for those who have none; absent for all students
 * @param students by name, each once
 */
public record ChargedStudents(String fee, Optional<String> group, List<ChargedStudent> students) {

    public ChargedStudents {
        Objects.requireNonNull(fee, "fee");
        Objects.requireNonNull(group, "group");
        students = List.copyOf(students);
    }

    /** The same charges as they were known on a past day; empty for the figures of now, and without students. */
    public Optional<CollectedThen> known() {
        return CollectedThen.sum(students.stream().map(ChargedStudent::known));
    }
}
