package org.openadmin.fees.internal.students;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import javax.persistence.EntityManager;
import org.openadmin.fees.api.AccountNumber;
import org.openadmin.fees.api.NaturalOrder;
import org.openadmin.fees.api.StudentNumber;
import org.openadmin.fees.api.StudentSnapshot;
import org.openadmin.fees.api.UnknownStudentException;
import org.openadmin.fees.api.students.Audience;
import org.openadmin.fees.api.students.GroupKind;
import org.openadmin.fees.api.students.KnownValues;
import org.openadmin.fees.api.students.MatchedBy;
import org.openadmin.fees.api.students.Student;
import org.openadmin.fees.api.students.Students.Match;
import org.openadmin.fees.api.students.Students.SearchResult;
import org.openadmin.fees.api.students.UnknownGroupValueException;
import org.openadmin.fees.api.students.ValueList;
import org.openadmin.fees.internal.persistence.Row;
import org.openadmin.fees.internal.persistence.Sql;
import org.openadmin.fees.spi.search.Household;
import org.openadmin.fees.spi.search.NameOrder;
import org.openadmin.fees.spi.search.PersonQuery;
import org.openadmin.fees.spi.search.Ranked;

/**
 * Queries over the two views of the portal's students. Names are searched and sorted here and not in the database, whose
 * collations fold neither all letters nor apostrophes.
 */
public final class HostStudents {

    private static final Sql ACTIVE = Sql.of("s.active = 1");

    private final EntityManager em;

    public HostStudents(EntityManager em) {
        this.em = em;
    }

    /** See {@link org.openadmin.fees.api.students.Students#search}. */
    public SearchResult search(PersonQuery query, int limit) {
        if (query.number().isPresent()) {
            List<Match> exact = find(List.of(query.number().get())).values().stream()
                    .map(student -> new Match(student, MatchedBy.number()))
                    .toList();
            if (!exact.isEmpty()) {
                return new SearchResult(exact, exact.size());
            }
        }
        List<Ranked<Student>> found = ranked(searched(), query);
        List<Ranked<Student>> first = found.stream().limit(limit).toList();
        Map<StudentNumber, Student> students =
                find(first.stream().map(match -> match.item().number()).toList());
        return new SearchResult(
                first.stream()
                        .filter(match -> students.containsKey(match.item().number()))
                        .map(match -> new Match(
                                students.get(match.item().number()), match.hit().by()))
                        .toList(),
                found.size());
    }

    /** All students, without their postal addresses. */
    public List<Student> searched() {
        return distinct(
                Sql.of("SELECT {columns} FROM fees_student s")
                        .part("columns", StudentRow.SEARCH_COLUMNS)
                        .rows(em)
                        .stream()
                        .flatMap(row -> StudentRow.searched(row).stream()),
                Student::number);
    }

    /** Those of these students who match, the best first. */
    public static List<Ranked<Student>> ranked(List<Student> students, PersonQuery query) {
        return students.stream()
                .flatMap(student -> Ranked.of(student, query).stream())
                .sorted()
                .toList();
    }

    /** See {@link org.openadmin.fees.api.students.Students#find(Collection)}. */
    public Map<StudentNumber, Student> find(Collection<? extends AccountNumber> numbers) {
        List<StudentNumber> wanted = AccountNumber.students(numbers);
        if (wanted.isEmpty()) {
            return Map.of();
        }
        Map<StudentNumber, Student> students = new LinkedHashMap<>();
        students(having(wanted)).stream()
                .sorted(Comparator.comparing(Student::number))
                .forEach(student -> students.put(student.number(), student));
        return students;
    }

    /**
     * The others of a student's family, in number order. Families are compared here and not in the database, as names are; students
     * without a family number, or without a guardian if the host has no such numbers, are not read.
     */
    public List<Student> siblings(StudentNumber number) {
        List<Student> families =
                students(Sql.of(FamilyColumnLookup.isThere(em) ? "s.family IS NOT NULL" : "s.guardian <> ''"));
        return families.stream()
                .filter(student -> student.number().equals(number))
                .findFirst()
                .flatMap(Household::of)
                .map(household -> families.stream()
                        .filter(other -> !other.number().equals(number))
                        .filter(other -> Household.of(other).equals(Optional.of(household)))
                        .sorted(Comparator.comparing(Student::number))
                        .toList())
                .orElse(List.of());
    }

    /** The {@link StudentRow#SNAPSHOT_COLUMNS} of all students; a student may occur twice in the portal's tables. */
    public static Sql everybody() {
        return Sql.of("SELECT {columns} FROM fees_student s").part("columns", StudentRow.SNAPSHOT_COLUMNS);
    }

    private static Sql having(Collection<StudentNumber> numbers) {
        return Sql.of("s.studnum IN (:numbers)")
                .with("numbers", numbers.stream().map(StudentNumber::value).toList());
    }

    private List<Student> students(Sql where) {
        boolean numbered = FamilyColumnLookup.isThere(em);
        String columns = StudentRow.COLUMNS + (numbered ? ", s." + FamilyColumnLookup.COLUMN : "");
        return distinct(
                selected(columns, where).rows(em).stream()
                        .flatMap(row -> StudentRow.record(row)
                                .map(student ->
                                        numbered ? student.withFamily(row.text(FamilyColumnLookup.COLUMN)) : student)
                                .stream()),
                Student::number);
    }

    private static Sql selected(String columns, Sql where) {
        return Sql.of("SELECT {columns} FROM fees_student s WHERE {where}")
                .part("columns", columns)
                .part("where", where);
    }

    /** Each number once, even if the portal's tables have duplicates: a student listed twice would be charged twice. */
    private static <T> List<T> distinct(Stream<T> students, Function<T, ? extends AccountNumber> number) {
        Map<AccountNumber, T> distinct = new LinkedHashMap<>();
        students.forEach(student -> distinct.putIfAbsent(number.apply(student), student));
        return List.copyOf(distinct.values());
    }

    /**
     * The members of a group, by name.
     *
     * @throws UnknownGroupValueException when a value has no student
     * @throws UnknownStudentException when a student number is not in the portal
     */
    public List<Student> in(Audience.Group group) {
        List<Student> students = NameOrder.sorted(students(members(group)), NameOrder::of);
        requireAll(group, students.stream().map(Student::number).toList());
        return students;
    }

    /**
     * What the journal keeps of the members of a group: half the columns of {@link #in}, in the database's order of names. Grades
     * and homerooms are found among all active students, so that the view is read once and not twice while other assessments wait.
     *
     * @throws UnknownGroupValueException when a value has no student
     * @throws UnknownStudentException when a student number is not in the portal
     */
    public List<StudentSnapshot> snapshots(Audience.Group group) {
        return switch (group.kind()) {
            case GRADE -> among(group, "grade");
            case HOMEROOM -> among(group, "homeroom");
            case SUBJECT_SECTION -> snapshots(sorted(members(group)).stream());
            case STUDENT -> {
                List<StudentSnapshot> students = snapshots(sorted(members(group)).stream());
                requireAll(group, students.stream().map(StudentSnapshot::number).toList());
                yield students;
            }
        };
    }

    /** By the column as it is stored: what the journal keeps of it may be cut. */
    private List<StudentSnapshot> among(Audience.Group group, String column) {
        List<Row> everybody = sorted(ACTIVE);
        List<String> stored = everybody.stream()
                .map(row -> row.text(column))
                .distinct()
                .filter(value -> !value.isBlank())
                .toList();
        Set<String> members = Set.copyOf(spellings(group, stored));
        return snapshots(everybody.stream().filter(row -> members.contains(row.text(column))));
    }

    private List<Row> sorted(Sql members) {
        Sql sorted =
                Sql.of("{members} ORDER BY s.lastname, s.firstname, s.studnum").part("members", members);
        return selected(StudentRow.SNAPSHOT_COLUMNS, sorted).rows(em);
    }

    private static List<StudentSnapshot> snapshots(Stream<Row> rows) {
        return distinct(rows.flatMap(row -> StudentRow.snapshot(row).stream()), StudentSnapshot::number);
    }

    private Sql members(Audience.Group group) {
        return switch (group.kind()) {
            case GRADE -> members(group, "s.grade IN (:values)");
            case HOMEROOM -> members(group, "s.homeroom IN (:values)");
            case SUBJECT_SECTION -> members(group, """
                        s.studnum IN
                          (SELECT e.studnum FROM fees_enrolment e WHERE e.subject_section IN (:values))
                        """);
            case STUDENT -> having(named(group));
        };
    }

    /** Asks for the values as the portal spells them, so that the collation of its tables makes no difference. */
    private Sql members(Audience.Group group, String condition) {
        return ACTIVE.and(Sql.of(condition).with("values", spellings(group, stored(group.kind()))));
    }

    /** The values of a group as they are stored. */
    private static List<String> spellings(Audience.Group group, List<String> stored) {
        KnownValues known = new KnownValues(group.kind(), stored);
        List<String> values = known.read(group.values());
        List<String> unknown = known.unknown(values);
        if (!unknown.isEmpty()) {
            throw new UnknownGroupValueException(group.kind(), unknown);
        }
        return known.spellings(values);
    }

    private static List<StudentNumber> named(Audience.Group group) {
        return group.values().stream().map(StudentNumber::parse).distinct().toList();
    }

    /** Grades and homerooms have been looked up before; students who are named one by one may be missing. */
    private static void requireAll(Audience.Group group, List<? extends AccountNumber> found) {
        if (group.kind() == GroupKind.STUDENT) {
            List<StudentNumber> unknown = new ArrayList<>(named(group));
            unknown.removeAll(found);
            if (!unknown.isEmpty()) {
                throw new UnknownStudentException(unknown);
            }
        }
    }

    /** See {@link org.openadmin.fees.api.students.Students#values}. */
    public List<String> values(GroupKind kind) {
        Map<String, String> values = new LinkedHashMap<>();
        stored(kind).stream()
                .map(String::strip)
                .sorted(new NaturalOrder())
                .forEach(value -> values.putIfAbsent(ValueList.key(value), value));
        return List.copyOf(values.values());
    }

    private List<String> stored(GroupKind kind) {
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
                .map(value -> Objects.toString(value, ""))
                .filter(value -> !value.isBlank())
                .toList();
    }
}
