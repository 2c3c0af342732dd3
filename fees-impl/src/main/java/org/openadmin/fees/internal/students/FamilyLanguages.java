package org.openadmin.fees.internal.students;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.openadmin.fees.api.AccountNumber;
import org.openadmin.fees.api.StudentNumber;
import org.openadmin.fees.api.UnknownStudentException;
import org.openadmin.fees.api.students.Audience;
import org.openadmin.fees.api.students.Student;
import org.openadmin.fees.api.students.Students;
import org.openadmin.fees.api.students.UnknownGroupValueException;

/** The language that a family reads first, if it is not the school's: {@code mail.families.LANGUAGE} in the configuration. */
public final class FamilyLanguages {

    private final Map<StudentNumber, String> languages = new HashMap<>();

    /**
     * A value that no student has any more, such as last year's homeroom, is ignored: it must not stop a run.
     *
     * @param families the students of these families, by language
     */
    public FamilyLanguages(Map<String, Audience.Group> families, Students students) {
        families.forEach((language, group) -> group.values().forEach(value -> {
            for (Student student : members(new Audience.Group(group.kind(), List.of(value)), students)) {
                languages.putIfAbsent(student.number(), language);
            }
        }));
    }

    private static List<Student> members(Audience.Group group, Students students) {
        try {
            return students.in(group);
        } catch (UnknownGroupValueException | UnknownStudentException e) {
            return List.of();
        }
    }

    /** The language of the first of a family's students who has one. */
    public Optional<String> of(Collection<? extends AccountNumber> family) {
        return family.stream()
                .flatMap(student -> Optional.ofNullable(languages.get(student)).stream())
                .findFirst();
    }
}
