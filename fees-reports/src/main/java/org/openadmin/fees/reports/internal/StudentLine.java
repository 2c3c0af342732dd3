package org.openadmin.fees.reports.internal;

import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.openadmin.fees.api.StudentOfRecord;

/** The student as each page names her. */
final class StudentLine {

    private StudentLine() {}

    static void put(Map<String, Object> document, StudentOfRecord student, Wording words) {
        document.put("studentName", student.nameOrNumber());
        document.put(
                "studentLine",
                Stream.of(
                                words.text("numbered", student.number().toString()),
                                student.grade().isEmpty() ? "" : words.text("grade", student.grade()),
                                student.homeroom().isEmpty() ? "" : words.text("homeroom", student.homeroom()))
                        .filter(part -> !part.isEmpty())
                        .collect(Collectors.joining(Wording.BESIDE)));
    }
}
