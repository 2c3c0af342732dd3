package org.openadmin.fees.internal.jpa;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import javax.persistence.EntityManager;
import org.openadmin.fees.api.StudentNumber;
import org.openadmin.fees.api.StudentOfRecord;

/** Students whom the host does not know any more, as the journal's latest row with a name remembers them. One query, or none. */
final class RememberedStudents implements StudentsOfToday {

    /** What to select, in this order, of the journal under the name {@code r}. */
    static final String COLUMNS = "r.studnum, r.student_name, r.student_grade, r.student_homeroom";

    private final Map<StudentNumber, StudentOfRecord> known = new HashMap<>();

    RememberedStudents(EntityManager em, Collection<StudentNumber> gone) {
        if (!gone.isEmpty()) {
            new Sql()
                            .add("SELECT " + COLUMNS + " FROM (SELECT j.studnum, MAX(j.id) AS latest FROM fees_jrl j")
                            .add("WHERE j.student_name <> '' AND j.studnum IN")
                            .inNumbers(gone.stream().map(StudentNumber::value).toList())
                            .add("GROUP BY j.studnum) named JOIN fees_jrl r ON r.id = named.latest")
                            .rows(em)
                            .stream()
                            .map(RememberedStudents::record)
                            .forEach(student -> known.put(student.number(), student));
        }
    }

    static StudentOfRecord record(Object[] row) {
        return new StudentOfRecord(
                new StudentNumber(((Number) row[0]).intValue()),
                Objects.toString(row[1], ""),
                Objects.toString(row[2], ""),
                Objects.toString(row[3], ""));
    }

    @Override
    public StudentOfRecord ofRecord(StudentNumber number) {
        return known.getOrDefault(number, StudentsOfToday.unknown(number));
    }
}
