package org.openadmin.fees.internal.students;

import java.util.List;
import java.util.stream.Collectors;
import org.openadmin.fees.api.StudentSnapshot;

/** Students as a single parameter: a JSON array of {@code [number, name, grade, homeroom]}. */
public final class StudentsJson {

    private static final char FIRST_PRINTABLE = ' ';

    private StudentsJson() {}

    public static String of(List<StudentSnapshot> students) {
        return students.stream().map(StudentsJson::row).collect(Collectors.joining(",", "[", "]"));
    }

    private static String row(StudentSnapshot student) {
        return "[" + student.number() + "," + quoted(student.name()) + "," + quoted(student.grade()) + ","
                + quoted(student.homeroom()) + "]";
    }

    /** RFC 8259, section 7: the quotation mark, the backslash and control characters are escaped. */
    private static String quoted(String text) {
        StringBuilder json = new StringBuilder("\"");
        for (char c : text.toCharArray()) {
            if (c == '"' || c == '\\') {
                json.append('\\').append(c);
            } else if (c < FIRST_PRINTABLE) {
                json.append(String.format("\\u%04x", (int) c));
            } else {
                json.append(c);
            }
        }
        return json.append('"').toString();
    }
}
