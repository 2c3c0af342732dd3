package org.openadmin.fees.reports.internal.documents;

import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.openadmin.fees.api.AccountNumber;
import org.openadmin.fees.api.PayerNumber;
import org.openadmin.fees.api.StudentSnapshot;
import org.openadmin.fees.reports.internal.texts.DocumentTexts;

/** The line that identifies the student on each page. */
final class StudentLine {

    private StudentLine() {}

    /** What the number of an account is called. */
    static String numberName(AccountNumber number, DocumentTexts words) {
        return words.text(number instanceof PayerNumber ? "payerNumber" : "studentNumber");
    }

    static void put(Map<String, Object> document, StudentSnapshot student, DocumentTexts words) {
        document.put("studentName", student.nameOrNumber());
        document.put(
                "studentLine",
                Stream.of(
                                words.text("numbered", student.number().toString()),
                                student.grade().isEmpty() ? "" : words.grade(student.grade()),
                                student.homeroom().isEmpty() ? "" : words.text("homeroom", student.homeroom()))
                        .filter(part -> !part.isEmpty())
                        .collect(Collectors.joining(DocumentTexts.SEPARATOR)));
    }
}
