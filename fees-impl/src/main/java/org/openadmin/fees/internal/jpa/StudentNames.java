package org.openadmin.fees.internal.jpa;

import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import javax.persistence.EntityManager;
import org.openadmin.fees.api.Student;
import org.openadmin.fees.api.StudentNumber;
import org.openadmin.fees.api.StudentOfRecord;

/** The names of the students whom old rows know by number only, asked of the host in one query, or in none. */
final class StudentNames implements StudentsOfToday {

    private final Map<StudentNumber, Student> known;

    StudentNames(EntityManager em, Collection<? extends JournalRow> rows) {
        this(
                em,
                rows.stream()
                        .filter(row -> row.studentName == null)
                        .map(row -> new StudentNumber(row.student))
                        .collect(Collectors.toSet()));
    }

    StudentNames(EntityManager em, Set<StudentNumber> nameless) {
        known = nameless.isEmpty() ? Map.of() : new HostStudents(em).find(nameless);
    }

    @Override
    public StudentOfRecord ofRecord(StudentNumber number) {
        return Optional.ofNullable(known.get(number))
                .map(Student::ofRecord)
                .orElseGet(() -> StudentsOfToday.unknown(number));
    }
}
