package org.openadmin.fees.reports.internal.documents;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.openadmin.fees.api.collection.ChargedStudent;
import org.openadmin.fees.api.collection.ChargedStudents;
import org.openadmin.fees.api.collection.CollectedThen;
import org.openadmin.fees.api.students.GroupKind;
import org.openadmin.fees.reports.internal.pdf.DocumentRow;
import org.openadmin.fees.reports.internal.pdf.KeepTogether;
import org.openadmin.fees.reports.internal.texts.DocumentTexts;

/**
 * The class list for a teacher: the students who were charged a fee, and a mark for each who owes nothing of it any more. It tells
 * neither amounts nor whether a family paid or the school gave up the fee: hardship is nobody's business in a homeroom. The mark is
 * in the first column of the template, beside the name, so that the eye does not lose the row.
 */
final class ClassListRows {

    private static final String MARK = "X";

    private final ChargedStudents charged;
    private final GroupKind by;
    private final DocumentTexts words;
    private final List<ChargedStudent> students;

    ClassListRows(ChargedStudents charged, GroupKind by, DocumentTexts words) {
        this.charged = charged;
        this.by = by;
        this.words = words;
        this.students = charged.students().stream()
                .filter(each -> each.collected().isCharged())
                .toList();
    }

    /** @param asOf the past day of the marks; absent for today */
    Stream<DocumentRow> rows(ListHeading head, LocalDate today, Optional<LocalDate> asOf) {
        long settled =
                students.stream().filter(each -> each.collected().isSettled()).count();
        Map<String, Object> document = head.of(
                words.text(asOf.isPresent() ? "asOf" : "date"),
                words.date(asOf.orElse(today)),
                words.text("settledMark"),
                words.text("settledCount", settled, students.size()),
                subject());
        document.put("columns", 1);
        document.put("headDate", words.text("settledMark"));
        document.put("headName", words.text("student"));
        List<Map<String, Object>> rows = new ArrayList<>();
        students.forEach(each -> rows.add(line(each)));
        if (rows.isEmpty()) {
            rows.add(AmountColumns.none(document, words.text("noneCharged")));
        }
        long later = students.stream().filter(ClassListRows::hadAnotherMark).count();
        if (later > 0) {
            rows.add(Map.of("kind", "NOTE", "name", words.text("settledLater", later, words.date(asOf.orElse(today)))));
        }
        return KeepTogether.rows(document, rows);
    }

    /** Whether what was recorded after the past day has changed the mark, or brought the student onto the list. */
    private static boolean hadAnotherMark(ChargedStudent each) {
        return each.known()
                .map(CollectedThen::collected)
                .filter(then -> !then.isCharged()
                        || then.isSettled() != each.collected().isSettled())
                .isPresent();
    }

    /** The fee and the class, which every page shows. */
    String subject() {
        String group = charged.group().orElse("");
        String named = by == GroupKind.GRADE ? words.grade(group) : words.text("homeroom", group);
        return group.isEmpty() ? charged.fee() : charged.fee() + " – " + named;
    }

    private Map<String, Object> line(ChargedStudent each) {
        Map<String, Object> line = new HashMap<>();
        line.put("kind", "LINE");
        line.put("date", each.collected().isSettled() ? MARK : "");
        line.put("name", each.student().nameOrNumber());
        return line;
    }
}
