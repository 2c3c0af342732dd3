package org.openadmin.fees.reports.internal.documents;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.openadmin.fees.api.StudentSnapshot;
import org.openadmin.fees.api.students.Student;
import org.openadmin.fees.reports.internal.texts.DocumentTexts;

/** The addressee of a document, as shown in the window of the envelope. */
final class Addressee {

    private Addressee() {}

    /** @param hostStudent the student in the student records, for guardian and address */
    static String lines(StudentSnapshot student, Optional<Student> hostStudent, DocumentTexts words) {
        List<String> lines = new ArrayList<>();
        String guardian = hostStudent.map(Student::guardian).orElse("");
        if (!guardian.isEmpty()) {
            lines.add(guardian);
        } else {
            lines.add(words.text("parentsOf"));
            lines.add(student.spokenName());
        }
        hostStudent.ifPresent(found -> lines.addAll(found.address()));
        return String.join("\n", lines);
    }
}
