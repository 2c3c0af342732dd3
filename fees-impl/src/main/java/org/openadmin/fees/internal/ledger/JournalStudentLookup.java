package org.openadmin.fees.internal.ledger;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;
import javax.persistence.EntityManager;
import org.openadmin.fees.api.AccountNumber;
import org.openadmin.fees.api.StudentSnapshot;
import org.openadmin.fees.internal.persistence.Row;
import org.openadmin.fees.internal.persistence.Sql;

/**
 * Students who are no longer in the portal, as on the journal's latest row with a name, and payers. Needs at most one query for each, which starts at
 * a student's last row in the index fees_jrl_student and usually stops there.
 */
public final class JournalStudentLookup implements StudentLookup {

    private final Map<AccountNumber, StudentSnapshot> found = new HashMap<>();

    public JournalStudentLookup(EntityManager em, Collection<? extends AccountNumber> gone) {
        found.putAll(new PayerQueries(em).find(gone));
        if (!AccountNumber.students(gone).isEmpty()) {
            Sql.of("""
                    SELECT r.studnum, r.student_name, r.student_grade, r.student_homeroom
                    FROM (
                      SELECT (
                        SELECT l.id FROM fees_jrl l FORCE INDEX (fees_jrl_student)
                        WHERE l.studnum = gone.studnum AND l.student_name <> ''
                        ORDER BY l.id DESC LIMIT 1) AS latest
                      FROM JSON_TABLE(:gone, '$[*]' COLUMNS (studnum INT PATH '$')) gone) named
                    JOIN fees_jrl r ON r.id = named.latest
                    """).with("gone", numbers(AccountNumber.students(gone))).rows(em).stream()
                    .map(JournalStudentLookup::record)
                    .forEach(student -> found.put(student.number(), student));
        }
    }

    private static String numbers(Collection<? extends AccountNumber> students) {
        return students.stream()
                .distinct()
                .map(student -> String.valueOf(student.journalNumber()))
                .collect(Collectors.joining(",", "[", "]"));
    }

    /** The student on a row of the journal. */
    public static StudentSnapshot record(Row row) {
        return new StudentSnapshot(
                AccountNumber.ofJournal(row.integer("studnum")),
                row.text("student_name"),
                row.text("student_grade"),
                row.text("student_homeroom"));
    }

    @Override
    public StudentSnapshot snapshot(AccountNumber number) {
        return found.getOrDefault(number, StudentLookup.unknown(number));
    }
}
