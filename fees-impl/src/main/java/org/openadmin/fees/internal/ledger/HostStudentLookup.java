package org.openadmin.fees.internal.ledger;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import javax.persistence.EntityManager;
import org.openadmin.fees.api.AccountNumber;
import org.openadmin.fees.api.StudentNumber;
import org.openadmin.fees.api.StudentSnapshot;
import org.openadmin.fees.api.students.Student;
import org.openadmin.fees.internal.students.HostStudents;

/** The students of old rows, which contain only the number, as currently in the portal. Needs at most one query. */
public final class HostStudentLookup implements StudentLookup {

    private final Map<StudentNumber, Student> found;

    public HostStudentLookup(EntityManager em, List<JournalRowView> rows) {
        Set<AccountNumber> nameless = rows.stream()
                .filter(JournalRowView::isNameless)
                .flatMap(row -> row.student().stream())
                .collect(Collectors.toSet());
        found = nameless.isEmpty() ? Map.of() : new HostStudents(em).find(nameless);
    }

    @Override
    public StudentSnapshot snapshot(AccountNumber number) {
        return Optional.ofNullable(found.get(number))
                .map(Student::snapshot)
                .orElseGet(() -> StudentLookup.unknown(number));
    }
}
