package org.openadmin.fees.internal.ledger;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import javax.persistence.EntityManager;
import org.openadmin.fees.api.StudentNumber;
import org.openadmin.fees.api.StudentSnapshot;
import org.openadmin.fees.internal.persistence.Sql;

/**
 * Students whom the host does not know any more, as the journal's latest row with a name remembers them. One query, or none; it
 * goes up from a student's last row in the index fees_jrl_student, and usually no further.
 */
public final class JournalStudentLookup implements StudentLookup {

    /** What to select, in this order, of the journal under the name {@code r}. */
    public static final String COLUMNS = "r.studnum, r.student_name, r.student_grade, r.student_homeroom";

    private final Map<StudentNumber, StudentSnapshot> known = new HashMap<>();

    public JournalStudentLookup(EntityManager em, Collection<StudentNumber> gone) {
        if (!gone.isEmpty()) {
            new Sql()
                            .add("SELECT " + COLUMNS + " FROM (SELECT (SELECT l.id FROM fees_jrl l")
                            .add(
                                    "FORCE INDEX (fees_jrl_student) WHERE l.studnum = gone.studnum AND l.student_name <> ''")
                            .add("ORDER BY l.id DESC LIMIT 1) AS latest FROM")
                            .add("JSON_TABLE(?, '$[*]' COLUMNS (studnum INT PATH '$')) gone", numbers(gone))
                            .add(") named JOIN fees_jrl r ON r.id = named.latest")
                            .rows(em)
                            .stream()
                            .map(JournalStudentLookup::record)
                            .forEach(student -> known.put(student.number(), student));
        }
    }

    private static String numbers(Collection<StudentNumber> students) {
        return students.stream()
                .distinct()
                .map(student -> String.valueOf(student.value()))
                .collect(Collectors.joining(",", "[", "]"));
    }

    public static StudentSnapshot record(Object[] row) {
        return new StudentSnapshot(
                new StudentNumber(((Number) row[0]).intValue()),
                Objects.toString(row[1], ""),
                Objects.toString(row[2], ""),
                Objects.toString(row[3], ""));
    }

    @Override
    public StudentSnapshot ofRecord(StudentNumber number) {
        return known.getOrDefault(number, StudentLookup.unknown(number));
    }
}
