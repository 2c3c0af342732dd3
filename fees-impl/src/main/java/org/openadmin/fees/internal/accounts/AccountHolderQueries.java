package org.openadmin.fees.internal.accounts;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import javax.persistence.EntityManager;
import org.openadmin.fees.api.StudentNumber;
import org.openadmin.fees.api.StudentSnapshot;
import org.openadmin.fees.api.accounts.Statements.AccountHolder;
import org.openadmin.fees.api.accounts.Statements.State;
import org.openadmin.fees.api.students.Student;
import org.openadmin.fees.internal.ledger.JournalIndex;
import org.openadmin.fees.internal.ledger.JournalStudentLookup;
import org.openadmin.fees.internal.ledger.StudentLookup;
import org.openadmin.fees.internal.persistence.Sql;
import org.openadmin.fees.internal.students.HostStudents;
import org.openadmin.fees.internal.students.StudentQuery;
import org.openadmin.fees.internal.students.StudentQuery.Name;

/** The students who have an account: those in the portal, and those who are only in the journal. */
public final class AccountHolderQueries {

    private final EntityManager em;

    public AccountHolderQueries(EntityManager em) {
        this.em = em;
    }

    /** See {@link org.openadmin.fees.api.accounts.Statements#search}. */
    public List<AccountHolder> search(StudentQuery query, int limit) {
        Optional<AccountHolder> exact = query.number().flatMap(this::find);
        if (exact.isPresent()) {
            return List.of(exact.get());
        }
        List<AccountHolder> holders = new ArrayList<>(new HostStudents(em)
                .search(query, limit).students().stream()
                        .map(AccountHolderQueries::holder)
                        .toList());
        if (holders.size() < limit) {
            holders.addAll(gone(query, limit - holders.size()));
        }
        return List.copyOf(holders);
    }

    /** The holder of an account; empty when the number is neither in the portal nor in the journal. */
    public Optional<AccountHolder> find(StudentNumber number) {
        return Optional.ofNullable(find(Set.of(number)).get(number));
    }

    /** The holders of these accounts, in number order, in three queries at most. */
    public Map<StudentNumber, AccountHolder> find(Set<StudentNumber> numbers) {
        Map<StudentNumber, Student> inPortal = new HostStudents(em).find(numbers);
        Set<StudentNumber> gone = new TreeSet<>(numbers);
        gone.removeAll(inPortal.keySet());
        gone.retainAll(inJournal(gone));
        StudentLookup remembered = new JournalStudentLookup(em, gone);
        Map<StudentNumber, AccountHolder> holders = new LinkedHashMap<>();
        for (StudentNumber number : new TreeSet<>(numbers)) {
            if (inPortal.containsKey(number)) {
                holders.put(number, holder(inPortal.get(number)));
            } else if (gone.contains(number)) {
                holders.put(number, new AccountHolder(remembered.snapshot(number), State.NOT_IN_HOST));
            }
        }
        return holders;
    }

    private static AccountHolder holder(Student student) {
        return new AccountHolder(student.snapshot(), student.active() ? State.ACTIVE : State.WITHDRAWN);
    }

    private List<StudentNumber> inJournal(Set<StudentNumber> numbers) {
        return numbers.isEmpty()
                ? List.of()
                : Sql.of("SELECT DISTINCT j.studnum FROM fees_jrl j WHERE j.studnum IN (:numbers)")
                        .with(
                                "numbers",
                                numbers.stream().map(StudentNumber::value).toList())
                        .numbers(em)
                        .stream()
                        .map(StudentNumber::new)
                        .toList();
    }

    /** By the name on the latest row. Jumps from student to student in the index fees_jrl_student. */
    private List<AccountHolder> gone(StudentQuery query, int limit) {
        List<StudentSnapshot> found = Sql.of("""
                SELECT r.studnum, r.student_name, r.student_grade, r.student_homeroom
                FROM (
                  SELECT j.studnum, MAX(j.id) AS latest
                  FROM {journal} WHERE j.studnum > 0 GROUP BY j.studnum) a
                JOIN fees_jrl r ON r.id = a.latest
                WHERE a.studnum NOT IN (SELECT s.studnum FROM fees_student s WHERE s.studnum IS NOT NULL)
                  AND {matches}
                ORDER BY COALESCE(r.student_name, '') = '', r.student_name, r.studnum
                LIMIT :limit
                """)
                .part("journal", JournalIndex.STUDENT.table())
                .part("matches", matches(query))
                .with("limit", limit)
                .rows(em)
                .stream()
                .map(JournalStudentLookup::record)
                .toList();
        List<StudentNumber> nameless = found.stream()
                .filter(student -> student.name().isEmpty())
                .map(StudentSnapshot::number)
                .toList();
        StudentLookup remembered = new JournalStudentLookup(em, nameless);
        return found.stream()
                .map(student -> student.name().isEmpty() ? remembered.snapshot(student.number()) : student)
                .map(student -> new AccountHolder(student, State.NOT_IN_HOST))
                .toList();
    }

    /** The rules of {@link HostStudents} for a name in one piece: last name, comma, first name and initials. */
    private static Sql matches(StudentQuery query) {
        if (query.isEverybody()) {
            return Sql.of("TRUE");
        }
        if (query.isNumber()) {
            return Sql.of("CAST(a.studnum AS CHAR) LIKE :digits").with("digits", query.text() + "%");
        }
        if (query.lastThenFirst().isPresent()) {
            return named(query.lastThenFirst().get());
        }
        String begins = HostStudents.begins(query.text());
        List<Sql> any = new ArrayList<>(List.of(named(begins), named("%, " + begins)));
        query.firstThenLast().ifPresent(name -> any.add(named(name)));
        query.initials().ifPresent(letters -> any.addAll(initials(letters)));
        return Sql.of("({any})").part("any", Sql.joined(" OR ", any));
    }

    private static Sql named(String pattern) {
        return Sql.of("r.student_name LIKE :pattern ESCAPE '|'").with("pattern", pattern);
    }

    private static Sql named(Name name) {
        String last = HostStudents.begins(name.last());
        return named(name.first().isEmpty() ? last : last + ", " + HostStudents.begins(name.first()));
    }

    private static List<Sql> initials(int[] letters) {
        String a = Character.toString(letters[0]);
        String b = Character.toString(letters[1]);
        if (letters.length == 2) {
            return List.of(named(a + "%, " + b + "%"), named(b + "%, " + a + "%"));
        }
        String c = Character.toString(letters[2]);
        return List.of(named(a + "%, " + b + "% " + c + "%"), named(c + "%, " + a + "% " + b + "%"));
    }
}
