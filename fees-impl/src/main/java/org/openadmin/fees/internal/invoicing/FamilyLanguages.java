package org.openadmin.fees.internal.invoicing;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.openadmin.fees.api.StudentNumber;
import org.openadmin.fees.api.UnknownStudentException;
import org.openadmin.fees.api.students.Audience;
import org.openadmin.fees.api.students.Student;
import org.openadmin.fees.api.students.Students;
import org.openadmin.fees.api.students.UnknownGroupValueException;
import org.openadmin.fees.internal.invoicing.MailPlan.Family;
import org.openadmin.fees.internal.mail.MailSettings;

/** The language that a family reads first, if it is not the school's: {@code mail.families.LANGUAGE} in the configuration. */
final class FamilyLanguages {

    private final Map<StudentNumber, String> languages = new HashMap<>();

    /** A value that no student has any more, such as last year's homeroom, is ignored: it must not stop a run. */
    FamilyLanguages(MailSettings mail, Students students) {
        mail.families().forEach((language, group) -> group.values().forEach(value -> {
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

    /** The language of the first of its students who has one. */
    Optional<String> of(Family family) {
        return family.invoices().stream()
                .flatMap(invoice ->
                        Optional.ofNullable(languages.get(invoice.student().number())).stream())
                .findFirst();
    }
}
