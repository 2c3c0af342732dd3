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
import org.openadmin.fees.api.students.Students.Found;
import org.openadmin.fees.api.students.UnknownGroupValueException;
import org.openadmin.fees.internal.persistence.Sql;
import org.openadmin.fees.internal.students.StudentQuery.Name;

/** Questions to the host's two views. Names compare without case and accents, whatever the host's tables are made of. */
public final class HostStudents {

    private static final String LAST = "CONVERT(s.lastname USING utf8mb4) COLLATE utf8mb4_unicode_ci";
    private static final String FIRST = "CONVERT(s.firstname USING utf8mb4) COLLATE utf8mb4_unicode_ci";
    private static final String INITIAL = "CONVERT(s.initial USING utf8mb4) COLLATE utf8mb4_unicode_ci";
    private static final String BY_NAME = "s.lastname, s.firstname, s.studnum";
    private static final String BEGINS = " LIKE ? ESCAPE '|'";

    private final EntityManager em;

    public HostStudents(EntityManager em) {
        this.em = em;
    }

    /** See {@link org.openadmin.fees.api.students.Students#search}. */
    public Found search(StudentQuery query, int limit) {
        if (query.number().isPresent()) {
            Map<StudentNumber, Student> exact = find(List.of(query.number().get()));
            if (!exact.isEmpty()) {
                return new Found(List.copyOf(exact.values()), exact.size());
            }
        }
        Sql page = new Sql().add("SELECT " + StudentRow.COLUMNS + " FROM fees_student s WHERE");
        matches(page, query);
        page.add("ORDER BY s.active DESC,");
        rank(page, query);
        page.add(BY_NAME + " LIMIT " + limit);
        List<Object[]> rows = page.rows(em);
        List<Student> students = distinct(rows);
        return new Found(students, rows.size() < limit ? students.size() : count(query));
    }

    private int count(StudentQuery query) {
        Sql count = new Sql().add("SELECT COUNT(DISTINCT s.studnum) FROM fees_student s WHERE");
        matches(count, query);
        return ((Number) count.on(em).getSingleResult()).intValue();
    }

    private static void matches(Sql sql, StudentQuery query) {
        if (query.isEverybody()) {
            sql.add("TRUE");
        } else if (query.isNumber()) {
            sql.add("CAST(s.studnum AS CHAR)" + BEGINS, begins(query.text()));
        } else if (query.lastThenFirst().isPresent()) {
            named(sql, query.lastThenFirst().get());
        } else {
            sql.add("(" + LAST + BEGINS + " OR " + FIRST + BEGINS, begins(query.text()), begins(query.text()));
            query.firstThenLast().ifPresent(name -> named(sql.add("OR"), name));
            query.initials().ifPresent(letters -> initials(sql.add("OR"), letters));
            sql.add(")");
        }
    }

    /** Last names first, then first and last name or initials, then first names alone. */
    private static void rank(Sql sql, StudentQuery query) {
        boolean words = !query.isNumber() && query.lastThenFirst().isEmpty();
        if (words && !query.isEverybody()) {
            sql.add("CASE WHEN " + LAST + BEGINS + " THEN 0", begins(query.text()));
            query.initials().ifPresent(letters -> {
                initials(sql.add("WHEN"), letters);
                sql.add("THEN 1");
            });
            sql.add("WHEN " + FIRST + BEGINS + " THEN 2 ELSE 1 END,", begins(query.text()));
        }
    }

    /** The first name as lists show it, with the initials behind it. */
    private static void named(Sql sql, Name name) {
        sql.add("(" + LAST + BEGINS, begins(name.last()))
                .add("AND CONCAT_WS(' ', " + FIRST + ", " + INITIAL + ")" + BEGINS + ")", begins(name.first()));
    }

    private static void initials(Sql sql, int[] letters) {
        String a = begins(Character.toString(letters[0]));
        String b = begins(Character.toString(letters[1]));
        if (letters.length == 2) {
            sql.add("(" + LAST + BEGINS + " AND " + FIRST + BEGINS, a, b);
            sql.add("OR " + FIRST + BEGINS + " AND " + LAST + BEGINS + ")", a, b);
        } else {
            String c = begins(Character.toString(letters[2]));
            sql.add("(" + LAST + BEGINS + " AND " + FIRST + BEGINS + " AND " + INITIAL + BEGINS, a, b, c);
            sql.add("OR " + FIRST + BEGINS + " AND " + INITIAL + BEGINS + " AND " + LAST + BEGINS + ")", a, b, c);
        }
    }

    public static String begins(String text) {
        return text.replace("|", "||").replace("%", "|%").replace("_", "|_") + "%";
    }

    /** See {@link org.openadmin.fees.api.students.Students#find(Collection)}. */
    public Map<StudentNumber, Student> find(Collection<StudentNumber> numbers) {
        Sql sql = new Sql()
                .add("SELECT " + StudentRow.COLUMNS + " FROM fees_student s WHERE s.studnum IN")
                .inNumbers(numbers.stream().map(StudentNumber::value).toList())
                .add("ORDER BY s.studnum");
        Map<StudentNumber, Student> students = new LinkedHashMap<>();
        records(sql).forEach(student -> students.put(student.number(), student));
        return students;
    }

    /** The {@link StudentRow#OF_RECORD} of everybody, by name; twice if the host has somebody twice. */
    public static Sql everybodyByName() {
        return new Sql().add("SELECT " + StudentRow.OF_RECORD + " FROM fees_student s ORDER BY " + BY_NAME);
    }

    private static Sql byName(String columns, Collection<StudentNumber> numbers) {
        return new Sql()
                .add("SELECT " + columns + " FROM fees_student s WHERE s.studnum IN")
                .inNumbers(numbers.stream().map(StudentNumber::value).toList())
                .add("ORDER BY " + BY_NAME);
    }

    /**
     * The members of a group, by name.
     *
     * @throws UnknownGroupValueException when a value has no student
     * @throws UnknownStudentException when the host does not know a student number
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
        List<Student> students = records(new Sql()
                .add("SELECT " + StudentRow.COLUMNS + " FROM fees_student s WHERE s.active = 1 AND " + column + " IN")
                .in(group.values())
                .add("ORDER BY " + BY_NAME));
        requireAll(group, students.stream().map(value).toList());
        return students;
    }

    private List<Student> enrolled(Audience.Group group) {
        List<Student> students = records(new Sql()
                .add("SELECT " + StudentRow.COLUMNS + " FROM fees_student s WHERE s.active = 1 AND s.studnum IN"
                        + " (SELECT e.studnum FROM fees_enrolment e WHERE e.subject_section IN")
                .in(group.values())
                .add(") ORDER BY " + BY_NAME));
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
        List<Student> students = records(byName(StudentRow.COLUMNS, numbers));
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
                    case SUBJECT_SECTION ->
                        Optional.of("SELECT DISTINCT e.subject_section FROM fees_enrolment e"
                                + " WHERE e.studnum IN (SELECT s.studnum FROM fees_student s WHERE s.active = 1)");
                    case STUDENT -> Optional.empty();
                };
        List<String> values = new ArrayList<>();
        sql.ifPresent(text -> new Sql().add(text).values(em).forEach(value -> values.add(Objects.toString(value, ""))));
        return values.stream()
                .map(String::strip)
                .filter(value -> !value.isEmpty())
                .distinct()
                .sorted(new NaturalOrder())
                .toList();
    }

    private List<Student> records(Sql sql) {
        return distinct(sql.rows(em));
    }

    /** Each number once, whatever the host's tables hold: whoever is here twice would be charged twice. */
    private static List<Student> distinct(List<Object[]> rows) {
        Map<StudentNumber, Student> students = new LinkedHashMap<>();
        rows.stream().map(StudentRow::record).forEach(student -> students.putIfAbsent(student.number(), student));
        return List.copyOf(students.values());
    }
}
