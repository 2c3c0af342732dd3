package org.openadmin.fees.reports.internal.documents;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.openadmin.fees.api.PayerNumber;
import org.openadmin.fees.api.StudentSnapshot;
import org.openadmin.fees.api.payers.Payer;
import org.openadmin.fees.api.students.Student;
import org.openadmin.fees.reports.internal.texts.DocumentTexts;

/** The addressee of a document, as shown in the window of the envelope. */
final class Addressee {

    private Addressee() {}

    /** The name and the postal address of a payer. */
    static String lines(Payer payer) {
        List<String> lines = new ArrayList<>(List.of(payer.name()));
        lines.addAll(payer.details().address());
        return String.join("\n", lines);
    }

    /** @param hostStudent the student in the student records, for guardian and address */
    static String lines(StudentSnapshot student, Optional<Student> hostStudent, DocumentTexts words) {
        List<String> lines = new ArrayList<>();
        String guardian = hostStudent.map(Student::guardian).orElse("");
        if (student.number() instanceof PayerNumber) {
            lines.add(student.name());
        } else if (!guardian.isEmpty()) {
            lines.add(guardian);
        } else {
            lines.add(words.text("parentsOf"));
            lines.add(student.spokenName());
        }
        hostStudent.ifPresent(found -> lines.addAll(found.address()));
        return String.join("\n", lines);
    }
}
