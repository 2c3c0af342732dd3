package org.openadmin.fees.internal.ledger;

import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import javax.persistence.EntityManager;
import org.openadmin.fees.api.StudentNumber;
import org.openadmin.fees.api.StudentSnapshot;
import org.openadmin.fees.api.students.Student;
import org.openadmin.fees.internal.students.HostStudents;

/** The names of the students whom old rows know by number only, asked of the host in one query, or in none. */
public final class HostStudentLookup implements StudentLookup {

    private final Map<StudentNumber, Student> known;

    public HostStudentLookup(EntityManager em, Collection<? extends JournalRow> rows) {
        this(
                em,
                rows.stream()
                        .filter(row -> row.studentName == null)
                        .map(row -> new StudentNumber(row.student))
                        .collect(Collectors.toSet()));
    }

    HostStudentLookup(EntityManager em, Set<StudentNumber> nameless) {
        known = nameless.isEmpty() ? Map.of() : new HostStudents(em).find(nameless);
    }

    @Override
    public StudentSnapshot ofRecord(StudentNumber number) {
        return Optional.ofNullable(known.get(number))
                .map(Student::ofRecord)
                .orElseGet(() -> StudentLookup.unknown(number));
    }
}
