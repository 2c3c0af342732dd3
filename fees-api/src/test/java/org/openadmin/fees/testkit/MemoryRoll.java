package org.openadmin.fees.testkit;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListMap;
import org.openadmin.fees.api.AccountNumber;
import org.openadmin.fees.api.PayerNumber;
import org.openadmin.fees.api.StudentSnapshot;
import org.openadmin.fees.api.students.Student;

/** The host's records: the students by number, and the subject-sections that each takes. And the payers, who are none. */
final class MemoryRoll {

    private final Map<AccountNumber, Student> students = new ConcurrentSkipListMap<>();
    private final Map<AccountNumber, Set<String>> sections = new ConcurrentSkipListMap<>();

    private final Map<AccountNumber, StudentSnapshot> payers = new ConcurrentSkipListMap<>();

    void addPayer(PayerNumber number, String name) {
        payers.put(number, new StudentSnapshot(number, name, "", ""));
    }

    Optional<StudentSnapshot> payer(AccountNumber number) {
        return Optional.ofNullable(payers.get(number));
    }

    /** All payers, by number. */
    Collection<StudentSnapshot> payers() {
        return payers.values();
    }

    void enrol(Student student, String... taken) {
        students.put(student.number(), student);
        sections.put(student.number(), Set.of(taken));
    }

    void remove(AccountNumber student) {
        students.remove(student);
        sections.remove(student);
    }

    /** All students, in number order. */
    List<Student> all() {
        return List.copyOf(students.values());
    }

    List<Student> active() {
        return students.values().stream().filter(Student::active).toList();
    }

    Optional<Student> find(AccountNumber number) {
        return Optional.ofNullable(students.get(number));
    }

    Collection<String> sections(Student student) {
        return sections.get(student.number());
    }
}
