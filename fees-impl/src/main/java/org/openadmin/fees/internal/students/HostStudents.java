package org.openadmin.fees.internal.students;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import javax.persistence.EntityManager;
import org.openadmin.fees.api.NaturalOrder;
import org.openadmin.fees.api.StudentNumber;
import org.openadmin.fees.api.UnknownStudentException;
import org.openadmin.fees.api.students.Audience;
import org.openadmin.fees.api.students.GroupKind;
import org.openadmin.fees.api.students.Student;
import org.openadmin.fees.api.students.Students.SearchResult;
import org.openadmin.fees.api.students.UnknownGroupValueException;
import org.openadmin.fees.internal.persistence.Row;
import org.openadmin.fees.internal.persistence.Sql;

/**
 * Queries over the two views of the portal's students. Names are compared ignoring case and accents, whatever collation the
 * portal's tables have.
 */
public final class HostStudents {

    private static final String BY_NAME = "s.lastname, s.firstname, s.studnum";

    private final EntityManager em;

    public HostStudents(EntityManager em) {
        this.em = em;
    }

    /** See {@link org.openadmin.fees.api.students.Students#search}. */
    public SearchResult search(StudentQuery query, int limit) {
        if (query.number().isPresent()) {
            Map<StudentNumber, Student> exact = find(List.of(query.number().get()));
            if (!exact.isEmpty()) {
                return new SearchResult(List.copyOf(exact.values()), exact.size());
            }
        }
        NameSearch names = new NameSearch(query);
        List<Row> rows = Sql.of("""
                SELECT {columns} FROM fees_student s
                WHERE {matches}
                ORDER BY s.active DESC, {rank} {by_name}
                LIMIT :limit
                """)
                .part("columns", StudentRow.COLUMNS)
                .part("matches", names.matches())
                .part("rank", names.rank())
                .part("by_name", BY_NAME)
                .with("limit", limit)
                .rows(em);
        List<Student> students = distinct(rows);
        return new SearchResult(students, rows.size() < limit ? students.size() : count(names));
    }

    private int count(NameSearch names) {
        return Sql.of("SELECT COUNT(DISTINCT s.studnum) FROM fees_student s WHERE {matches}")
                .part("matches", names.matches())
                .count(em);
    }

    /** The LIKE pattern for texts with this beginning, with {@code |} as the escape character. */
    public static String begins(String text) {
        return text.replace("|", "||").replace("%", "|%").replace("_", "|_") + "%";
    }

    /** See {@link org.openadmin.fees.api.students.Students#find(Collection)}. */
    public Map<StudentNumber, Student> find(Collection<StudentNumber> numbers) {
        Map<StudentNumber, Student> students = new LinkedHashMap<>();
        students(having(numbers), "s.studnum").forEach(student -> students.put(student.number(), student));
        return students;
    }

    /** The {@link StudentRow#SNAPSHOT_COLUMNS} of all students, by name; a student may occur twice in the portal's tables. */
    public static Sql everybodyByName() {
        return Sql.of("SELECT {columns} FROM fees_student s ORDER BY {by_name}")
                .part("columns", StudentRow.SNAPSHOT_COLUMNS)
                .part("by_name", BY_NAME);
    }

    private static Sql having(Collection<StudentNumber> numbers) {
        return Sql.of("s.studnum IN (:numbers)")
                .with("numbers", numbers.stream().map(StudentNumber::value).toList());
    }

    private List<Student> students(Sql where, String order) {
        return distinct(Sql.of("SELECT {columns} FROM fees_student s WHERE {where} ORDER BY {order}")
                .part("columns", StudentRow.COLUMNS)
                .part("where", where)
                .part("order", order)
                .rows(em));
    }

    /**
     * The members of a group, by name.
     *
     * @throws UnknownGroupValueException when a value has no student
     * @throws UnknownStudentException when a student number is not in the portal
     */
    public List<Student> in(Audience.Group group) {
        return switch (group.kind()) {
            case GRADE -> having(group, "s.grade", Student::grade);
            case HOMEROOM -> having(group, "s.homeroom", Student::homeroom);
            case SUBJECT_SECTION -> enrolled(group);
            case STUDENT -> named(group);
        };
    }

    private List<Student> having(Audience.Group group, String column, Function<Student, String> value) {
        List<Student> students = students(
                Sql.of("s.active = 1 AND {column} IN (:values)")
                        .part("column", column)
                        .with("values", group.values()),
                BY_NAME);
        requireAll(group, students.stream().map(value).toList());
        return students;
    }

    private List<Student> enrolled(Audience.Group group) {
        List<Student> students = students(Sql.of("""
                        s.active = 1 AND s.studnum IN
                          (SELECT e.studnum FROM fees_enrolment e WHERE e.subject_section IN (:values))
                        """).with("values", group.values()), BY_NAME);
        requireAll(group, values(GroupKind.SUBJECT_SECTION));
        return students;
    }

    private static void requireAll(Audience.Group group, Collection<String> present) {
        Set<String> known = present.stream().map(HostStudents::folded).collect(Collectors.toSet());
        List<String> unknown =
                group.values().stream().filter(v -> !known.contains(folded(v))).toList();
        if (!unknown.isEmpty()) {
            throw new UnknownGroupValueException(group.kind(), unknown);
        }
    }

    private static String folded(String value) {
        return value.strip().toLowerCase(Locale.ROOT);
    }

    private List<Student> named(Audience.Group group) {
        List<StudentNumber> numbers =
                group.values().stream().map(StudentNumber::parse).distinct().toList();
        List<Student> students = students(having(numbers), BY_NAME);
        List<StudentNumber> unknown = new ArrayList<>(numbers);
        unknown.removeAll(students.stream().map(Student::number).toList());
        if (!unknown.isEmpty()) {
            throw new UnknownStudentException(unknown);
        }
        return students;
    }

    /** See {@link org.openadmin.fees.api.students.Students#values}. */
    public List<String> values(GroupKind kind) {
        Optional<String> sql =
                switch (kind) {
                    case GRADE -> Optional.of("SELECT DISTINCT s.grade FROM fees_student s WHERE s.active = 1");
                    case HOMEROOM -> Optional.of("SELECT DISTINCT s.homeroom FROM fees_student s WHERE s.active = 1");
                    case SUBJECT_SECTION -> Optional.of("""
                            SELECT DISTINCT e.subject_section FROM fees_enrolment e
                            WHERE e.studnum IN (SELECT s.studnum FROM fees_student s WHERE s.active = 1)
                            """);
                    case STUDENT -> Optional.empty();
                };
        return sql.map(text -> Sql.of(text).values(em)).orElse(List.of()).stream()
                .map(value -> Objects.toString(value, "").strip())
                .filter(value -> !value.isEmpty())
                .distinct()
                .sorted(new NaturalOrder())
                .toList();
    }

    /** Each number once, even if the portal's tables have duplicates: a student listed twice would be charged twice. */
    private static List<Student> distinct(List<Row> rows) {
        Map<StudentNumber, Student> students = new LinkedHashMap<>();
        rows.stream().map(StudentRow::record).forEach(student -> students.putIfAbsent(student.number(), student));
        return List.copyOf(students.values());
    }
}
