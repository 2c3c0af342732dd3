package org.openadmin.fees.reports.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.openadmin.fees.api.Student;
import org.openadmin.fees.api.StudentOfRecord;

/** Whom a document goes to, as the window of the envelope shows it. */
final class Addressee {

    private Addressee() {}

    /** @param atHost the student at the host, for guardian and address */
    static String lines(StudentOfRecord student, Optional<Student> atHost, Wording words) {
        List<String> lines = new ArrayList<>();
        String guardian = atHost.map(Student::guardian).orElse("");
        if (!guardian.isEmpty()) {
            lines.add(guardian);
        } else {
            lines.add(words.text("parentsOf"));
            lines.add(student.nameOrNumber());
        }
        atHost.ifPresent(found -> lines.addAll(found.address()));
        return String.join("\n", lines);
    }
}
