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
import org.openadmin.fees.api.accounts.Statements.Holder;
import org.openadmin.fees.api.accounts.Statements.State;
import org.openadmin.fees.api.students.Student;
import org.openadmin.fees.internal.ledger.JournalStudentLookup;
import org.openadmin.fees.internal.ledger.StudentLookup;
import org.openadmin.fees.internal.persistence.Sql;
import org.openadmin.fees.internal.students.HostStudents;
import org.openadmin.fees.internal.students.StudentQuery;
import org.openadmin.fees.internal.students.StudentQuery.Name;

/** The students who have an account: those whom the host knows, and those whom only the journal knows. */
public final class AccountHolderQueries {

    private static final String NAMED = "r.student_name LIKE ? ESCAPE '|'";

    private final EntityManager em;

    public AccountHolderQueries(EntityManager em) {
        this.em = em;
    }

    /** See {@link org.openadmin.fees.api.accounts.Statements#search}. */
    public List<Holder> search(StudentQuery query, int limit) {
        Optional<Holder> exact = query.number().flatMap(this::find);
        if (exact.isPresent()) {
            return List.of(exact.get());
        }
        List<Holder> holders = new ArrayList<>(new HostStudents(em)
                .search(query, limit).students().stream()
                        .map(AccountHolderQueries::holder)
                        .toList());
        if (holders.size() < limit) {
            holders.addAll(gone(query, limit - holders.size()));
        }
        return List.copyOf(holders);
    }

    /** The holder of an account; empty when neither the host nor the journal knows the number. */
    public Optional<Holder> find(StudentNumber number) {
        return Optional.ofNullable(find(Set.of(number)).get(number));
    }

    /** The holders of these accounts, in number order, in three queries at most. */
    public Map<StudentNumber, Holder> find(Set<StudentNumber> numbers) {
        Map<StudentNumber, Student> atHost = new HostStudents(em).find(numbers);
        Set<StudentNumber> gone = new TreeSet<>(numbers);
        gone.removeAll(atHost.keySet());
        gone.retainAll(inJournal(gone));
        StudentLookup remembered = new JournalStudentLookup(em, gone);
        Map<StudentNumber, Holder> holders = new LinkedHashMap<>();
        for (StudentNumber number : new TreeSet<>(numbers)) {
            if (atHost.containsKey(number)) {
                holders.put(number, holder(atHost.get(number)));
            } else if (gone.contains(number)) {
                holders.put(number, new Holder(remembered.ofRecord(number), State.GONE));
            }
        }
        return holders;
    }

    private static Holder holder(Student student) {
        return new Holder(student.ofRecord(), student.active() ? State.ACTIVE : State.WITHDRAWN);
    }

    private List<StudentNumber> inJournal(Set<StudentNumber> numbers) {
        return numbers.isEmpty()
                ? List.of()
                : new Sql()
                                .add("SELECT DISTINCT j.studnum FROM fees_jrl j WHERE j.studnum IN")
                                .inNumbers(numbers.stream()
                                        .map(StudentNumber::value)
                                        .toList())
                                .values(em)
                                .stream()
                                .map(number -> new StudentNumber(((Number) number).intValue()))
                                .toList();
    }

    /** By the name on the latest row. Jumps from student to student in the index fees_jrl_student. */
    private List<Holder> gone(StudentQuery query, int limit) {
        Sql sql = new Sql()
                .add("SELECT " + JournalStudentLookup.COLUMNS + " FROM (SELECT j.studnum, MAX(j.id) AS latest")
                .add("FROM fees_jrl j FORCE INDEX (fees_jrl_student) WHERE j.studnum > 0 GROUP BY j.studnum) a")
                .add("JOIN fees_jrl r ON r.id = a.latest")
                .add("WHERE a.studnum NOT IN (SELECT s.studnum FROM fees_student s WHERE s.studnum IS NOT NULL) AND");
        matches(sql, query);
        sql.add("ORDER BY COALESCE(r.student_name, '') = '', r.student_name, r.studnum LIMIT " + limit);
        List<StudentSnapshot> found =
                sql.rows(em).stream().map(JournalStudentLookup::record).toList();
        List<StudentNumber> nameless = found.stream()
                .filter(student -> student.name().isEmpty())
                .map(StudentSnapshot::number)
                .toList();
        StudentLookup remembered = new JournalStudentLookup(em, nameless);
        return found.stream()
                .map(student -> student.name().isEmpty() ? remembered.ofRecord(student.number()) : student)
                .map(student -> new Holder(student, State.GONE))
                .toList();
    }

    /** The rules of {@link HostStudents} for a name in one piece: last name, comma, first name and initials. */
    private static void matches(Sql sql, StudentQuery query) {
        if (query.isEverybody()) {
            sql.add("TRUE");
        } else if (query.isNumber()) {
            sql.add("CAST(a.studnum AS CHAR) LIKE ?", query.text() + "%");
        } else if (query.lastThenFirst().isPresent()) {
            named(sql, query.lastThenFirst().get());
        } else {
            String begins = HostStudents.begins(query.text());
            sql.add("(" + NAMED + " OR " + NAMED, begins, "%, " + begins);
            query.firstThenLast().ifPresent(name -> named(sql.add("OR"), name));
            query.initials().ifPresent(letters -> initials(sql, letters));
            sql.add(")");
        }
    }

    private static void named(Sql sql, Name name) {
        String last = HostStudents.begins(name.last());
        sql.add(NAMED, name.first().isEmpty() ? last : last + ", " + HostStudents.begins(name.first()));
    }

    private static void initials(Sql sql, int[] letters) {
        String a = Character.toString(letters[0]);
        String b = Character.toString(letters[1]);
        if (letters.length == 2) {
            sql.add("OR " + NAMED + " OR " + NAMED, a + "%, " + b + "%", b + "%, " + a + "%");
        } else {
            String c = Character.toString(letters[2]);
            sql.add("OR " + NAMED + " OR " + NAMED, a + "%, " + b + "% " + c + "%", c + "%, " + a + "% " + b + "%");
        }
    }
}
