package org.openadmin.fees.itest.school;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * A school with grades K to 12. The same seed and size always generate the same school.
 *
 * <p>The requested number of current students is spread evenly over the grades, and there is one withdrawn student for
 * every fifty current ones. Student numbers start at 100 and have no gaps.
 */
public record SampleSchool(List<Section> sections, List<SampleStudent> students) {
    /** The default number of current students. */
    public static final int USUAL_SIZE = 600;

    /** The number of the first student. */
    public static final int FIRST_NUMBER = 100;

    /** The login of a parent. */
    public static final String PARENT = "parent";

    /** The numbers of the parent's children; a school of fewer students does not have them. */
    public static final List<Integer> CHILDREN = List.of(704, 710);

    private static final int GRADES = 13;
    private static final int HOMEROOM_SIZE = 25;
    private static final int ONE_WITHDRAWN_IN = 51;
    private static final int BORN_IN_KINDERGARTEN = 2021;

    private static final List<String> STREETS = List.of(
            "Rue de l'Église",
            "Main Street",
            "2nd Avenue \"B\"",
            "chemin du Lac-à-l'Eau-Claire",
            "Töpferweg",
            "Riel Road");
    private static final List<String> CITIES =
            List.of("Prince Albert", "Saskatoon", "Gravelbourg", "La Ronge", "Duck Lake");
    private static final List<String> COLOURS = List.of("red", "blue", "green", "yellow");

    public SampleSchool {
        sections = List.copyOf(sections);
        students = List.copyOf(students);
    }

    /** @param students the number of current students; withdrawn students are added to it */
    public static SampleSchool generate(long seed, int students) {
        if (students < 0) {
            throw new IllegalArgumentException("A school cannot have " + students + " students");
        }
        var random = new Random(seed);
        var all = students + students / (ONE_WITHDRAWN_IN - 1);
        var perGrade = (all + GRADES - 1) / GRADES;
        var sections = new ArrayList<List<List<Section>>>();
        for (var grade = 0; grade < GRADES; grade++) {
            sections.add(Section.ofGrade(grade, perGrade));
        }
        var pupils = new ArrayList<SampleStudent>();
        for (var i = 0; i < all; i++) {
            var grade = i % GRADES;
            var room = (i / GRADES) % Math.max(1, (perGrade + HOMEROOM_SIZE - 1) / HOMEROOM_SIZE);
            var withdrawn = i % ONE_WITHDRAWN_IN == ONE_WITHDRAWN_IN - 1;
            pupils.add(student(random, FIRST_NUMBER + i, grade, room, withdrawn, sections.get(grade)));
        }
        var taught =
                sections.stream().flatMap(List::stream).flatMap(List::stream).toList();
        return new SampleSchool(taught, pupils);
    }

    /** Returns the current students. */
    public List<SampleStudent> current() {
        return students.stream().filter(pupil -> !pupil.withdrawn()).toList();
    }

    /** Creates the missing tables of the host and adds this school to them, in one transaction. */
    public void load(Connection connection) throws SQLException {
        HostTables.create(connection);
        HostTables.insert(connection, this);
    }

    private static SampleStudent student(
            Random random, int number, int grade, int room, boolean withdrawn, List<List<Section>> sections) {
        var culture = NamePool.random(random);
        var girl = random.nextBoolean();
        var family = culture.family(random);
        return new SampleStudent(
                number,
                family,
                culture.given(girl, random),
                random.nextInt(3) == 0 ? null : String.valueOf((char) ('A' + random.nextInt(26))),
                girl ? "F" : "M",
                LocalDate.of(BORN_IN_KINDERGARTEN - grade, 1, 1).plusDays(random.nextInt(365)),
                Section.gradeName(grade),
                Section.gradeName(grade) + letters(room),
                grade < 5 ? null : "s" + number + "@school.example",
                home(random),
                random.nextInt(40) == 0 ? null : guardian(random, culture, family, number),
                NamePool.pick(COLOURS, random),
                withdrawn,
                sections.stream()
                        .map(subject -> NamePool.pick(subject, random).code())
                        .toList());
    }

    private static SampleStudent.Home home(Random random) {
        return new SampleStudent.Home(
                (1 + random.nextInt(999)) + " " + NamePool.pick(STREETS, random),
                NamePool.pick(CITIES, random),
                "SK",
                "S%dV %dA%d".formatted(random.nextInt(10), random.nextInt(10), random.nextInt(10)),
                "306-555-%04d".formatted(random.nextInt(10_000)));
    }

    private static SampleStudent.Guardian guardian(Random random, NamePool culture, String family, int number) {
        var other = random.nextInt(4) == 0;
        return new SampleStudent.Guardian(
                other ? culture.family(random) : family,
                culture.given(random.nextBoolean(), random),
                random.nextInt(10) == 0 ? null : "parent" + number + "@home.example");
    }

    /** Returns A … Z, then AA, AB … for large schools. */
    private static String letters(int room) {
        var last = String.valueOf((char) ('A' + room % 26));
        return room < 26 ? last : letters(room / 26 - 1) + last;
    }
}
