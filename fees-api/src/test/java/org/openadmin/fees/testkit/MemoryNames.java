package org.openadmin.fees.testkit;

import java.text.Normalizer;
import java.util.Comparator;
import java.util.Locale;
import org.openadmin.fees.api.students.Student;

/** Names and words as they are compared: ignoring case and accents. */
final class MemoryNames {

    static final Comparator<Student> BY_NAME = Comparator.comparing((Student student) -> folded(student.lastname()))
            .thenComparing(student -> folded(student.firstname()))
            .thenComparing(Student::number);

    private MemoryNames() {}

    static String folded(String text) {
        return Normalizer.normalize(text.strip(), Normalizer.Form.NFD)
                .replaceAll("\\p{M}", "")
                .toLowerCase(Locale.ROOT);
    }

    static boolean begins(String text, String beginning) {
        return folded(text).startsWith(folded(beginning));
    }
}
