package org.openadmin.fees.testkit;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Supplier;
import org.openadmin.fees.api.AccountNumber;
import org.openadmin.fees.api.NaturalOrder;
import org.openadmin.fees.api.StudentNumber;
import org.openadmin.fees.api.UnknownStudentException;
import org.openadmin.fees.api.students.Audience;
import org.openadmin.fees.api.students.GroupKind;
import org.openadmin.fees.api.students.KnownValues;
import org.openadmin.fees.api.students.MatchedBy;
import org.openadmin.fees.api.students.Student;
import org.openadmin.fees.api.students.Students;
import org.openadmin.fees.api.students.UnknownGroupValueException;
import org.openadmin.fees.api.students.UnknownProfileException;
import org.openadmin.fees.api.students.ValueList;
import org.openadmin.fees.spi.Settings;
import org.openadmin.fees.spi.search.PersonQuery;
import org.openadmin.fees.spi.search.Ranked;

/** The students of the roll. */
final class MemoryStudents implements Students {

    private final MemoryRoll roll;
    private final Supplier<Settings> settings;
    private final MemoryCalls calls;

    MemoryStudents(MemoryRoll roll, Supplier<Settings> settings, MemoryCalls calls) {
        this.roll = roll;
        this.settings = settings;
        this.calls = calls;
    }

    @Override
    public SearchResult search(String query, int limit) {
        calls.query(Students.class);
        PersonQuery wanted = PersonQuery.of(query);
        List<Match> exact = wanted.number().flatMap(roll::find).stream()
                .map(student -> new Match(student, MatchedBy.number()))
                .toList();
        if (!exact.isEmpty()) {
            return new SearchResult(exact, exact.size());
        }
        List<Match> all = ranked(wanted).stream()
                .map(match -> new Match(match.item(), match.hit().by()))
                .toList();
        return new SearchResult(
                all.stream().limit(Math.max(1, Math.min(limit, 10_000))).toList(), all.size());
    }

    List<Ranked<Student>> ranked(PersonQuery query) {
        return roll.all().stream()
                .flatMap(student -> Ranked.of(student, query).stream())
                .sorted()
                .toList();
    }

    @Override
    public Optional<Student> find(AccountNumber number) {
        calls.query(Students.class);
        return roll.find(number);
    }

    @Override
    public Map<StudentNumber, Student> find(Collection<? extends AccountNumber> numbers) {
        calls.query(Students.class);
        Map<StudentNumber, Student> found = new LinkedHashMap<>();
        new TreeSet<>(AccountNumber.students(numbers))
                .forEach(number -> roll.find(number).ifPresent(student -> found.put(number, student)));
        return found;
    }

    @Override
    public List<Student> in(Audience audience) {
        calls.query(Students.class);
        Audience.Group group = group(audience);
        return group.kind() == GroupKind.STUDENT ? named(group) : members(group);
    }

    private Audience.Group group(Audience audience) {
        if (audience instanceof Audience.Group group) {
            return group;
        }
        String name = ((Audience.Profile) audience).name();
        Map<String, Audience.Group> profiles = settings.get().profiles();
        return profiles.keySet().stream()
                .filter(name::equalsIgnoreCase)
                .map(profiles::get)
                .findFirst()
                .orElseThrow(() -> new UnknownProfileException(name, List.copyOf(profiles.keySet())));
    }

    private List<Student> named(Audience.Group group) {
        List<StudentNumber> numbers =
                group.values().stream().map(StudentNumber::parse).distinct().toList();
        List<StudentNumber> unknown =
                numbers.stream().filter(number -> roll.find(number).isEmpty()).toList();
        if (!unknown.isEmpty()) {
            throw new UnknownStudentException(unknown);
        }
        return MemoryNames.sorted(roll.all().stream().filter(student -> numbers.contains(student.number())));
    }

    private List<Student> members(Audience.Group group) {
        KnownValues known = new KnownValues(group.kind(), stored(group.kind()));
        List<String> values = known.read(group.values());
        List<String> unknown = known.unknown(values);
        if (!unknown.isEmpty()) {
            throw new UnknownGroupValueException(group.kind(), unknown);
        }
        return MemoryNames.sorted(roll.active().stream()
                .filter(student -> values.stream().anyMatch(value -> has(student, group.kind(), value))));
    }

    private boolean has(Student student, GroupKind kind, String value) {
        return valuesOf(student, kind).stream().anyMatch(own -> ValueList.isSame(own, value));
    }

    private Collection<String> valuesOf(Student student, GroupKind kind) {
        return switch (kind) {
            case GRADE -> List.of(student.grade());
            case HOMEROOM -> List.of(student.homeroom());
            case SUBJECT_SECTION -> roll.sections(student);
            case STUDENT -> List.of();
        };
    }

    @Override
    public List<String> values(GroupKind kind) {
        calls.query(Students.class);
        Map<String, String> values = new LinkedHashMap<>();
        stored(kind).stream()
                .map(String::strip)
                .sorted(new NaturalOrder())
                .forEach(value -> values.putIfAbsent(ValueList.key(value), value));
        return List.copyOf(values.values());
    }

    private List<String> stored(GroupKind kind) {
        return roll.active().stream()
                .flatMap(student -> valuesOf(student, kind).stream())
                .filter(value -> !value.isBlank())
                .distinct()
                .toList();
    }
}
