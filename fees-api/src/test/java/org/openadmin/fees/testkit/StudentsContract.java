package org.openadmin.fees.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.openadmin.fees.api.InvalidInputException;
import org.openadmin.fees.api.StudentNumber;
import org.openadmin.fees.api.UnknownStudentException;
import org.openadmin.fees.api.students.Audience;
import org.openadmin.fees.api.students.GroupKind;
import org.openadmin.fees.api.students.MatchedBy;
import org.openadmin.fees.api.students.Student;
import org.openadmin.fees.api.students.Students;
import org.openadmin.fees.api.students.UnknownGroupValueException;
import org.openadmin.fees.api.students.UnknownProfileException;

/** What {@link Students} promises. */
public abstract class StudentsContract extends OfficeContract {

    private static final Student INES = Kit.student(9001, "Zwölfer", "Inès", "9", "9Z");
    private static final Student EMILE = Kit.student(9002, "Zwolfer", "Émile", "10", "10Z");
    private static final Student ANN = Kit.student(9003, "O'Zwill", "Ann%", "10", "10Z");
    private static final Student JAN = Kit.student(9004, "van der Zwart", "Jan_", "11", "11Z");
    private static final Student ANNA = withdrawn(Kit.student(9005, "Zwolfer", "Anna", "12", "12Z"));
    private static final Student MING = Kit.student(9006, "王", "小明", "K", "KZ");

    private static Student withdrawn(Student student) {
        return new Student(
                student.number(),
                student.lastname(),
                student.firstname(),
                student.initial(),
                student.grade(),
                student.homeroom(),
                false,
                "",
                List.of(),
                "");
    }

    private static Student withInitial(Student student, String initial) {
        return new Student(
                student.number(),
                student.lastname(),
                student.firstname(),
                initial,
                student.grade(),
                student.homeroom(),
                student.active(),
                "",
                List.of(),
                "");
    }

    @BeforeAll
    void enrol() {
        office.enrol(withInitial(INES, "M"), "MATH9-1", "ART9-1");
        office.enrol(EMILE, "MATH10-1");
        office.enrol(ANN, "MATH10-1", "ART10-2");
        office.enrol(JAN);
        office.enrol(ANNA, "MATH10-1", "ART12-1");
        office.enrol(MING);
        office.enrol(Kit.student(9007, "Quill", "Quinn", "12", "12Y"));
        office.enrol(Kit.student(9008, "Quast", "Quentin", "12", "Salle Été 12Z"), "PHYS 30-1");
    }

    @Test
    void aLastNameMatchesFromItsBeginningIgnoringCaseAndAccents() {
        assertThat(found("zwolf")).containsExactly(9002, 9001, 9005);
        assertThat(found("ZWÖLFER")).containsExactly(9002, 9001, 9005);
        assertThat(found("wolfer")).isEmpty();
        assertThat(found(" van  der Zw")).containsExactly(9004);
    }

    @Test
    void withdrawnStudentsComeLast() {
        List<Student> found = office.students().search("zwolfer", 10).students();

        assertThat(found).extracting(Student::active).containsExactly(true, true, false);
    }

    @Test
    void lastAndFirstNameAreFoundInBothOrders() {
        assertThat(found("zwolfer, i")).containsExactly(9001);
        assertThat(found("zwolfer, ines m")).containsExactly(9001);
        assertThat(found("Zwölfer,Émile")).containsExactly(9002);
        assertThat(found("Inès Zwö")).containsExactly(9001);
        assertThat(found("o'zwill, ann")).containsExactly(9003);
    }

    @Test
    void aFirstNameAloneIsFoundAfterLastNames() {
        office.enrol(Kit.student(9010, "Emil", "Jo", "8", "8Z"));

        assertThat(found("emil")).containsExactly(9010, 9002);
    }

    @Test
    void initialsMatchInBothOrdersAndWithTheMiddleOne() {
        assertThat(found("ZI")).containsExactly(9001);
        assertThat(found("iz")).containsExactly(9001);
        assertThat(found("ZIM")).containsExactly(9001);
        assertThat(found("IMZ")).containsExactly(9001);
        assertThat(found("ZIX")).isEmpty();
        assertThat(found("王小")).containsExactly(9006);
    }

    @Test
    void aNumberFindsItsStudentAndOtherwiseThoseThatBeginWithIt() {
        office.enrol(Kit.student(90010, "Long", "Number", "9", "9Y"));

        assertThat(found("9001")).containsExactly(9001);
        assertThat(found("9000")).isEmpty();
        assertThat(found("900")).contains(9001, 9002, 9003, 9004, 9005, 9006, 90010);
        assertThat(found("00")).isEmpty();
    }

    @Test
    void leadingZerosMakeNoDifference() {
        assertThat(found("09001")).containsExactly(9001);
        assertThat(found("#9001")).containsExactly(9001);
        assertThat(found("00900")).contains(9001, 9002);
    }

    @Test
    void wordsInAnyOrderAreTheBeginningsOfWordsOfTheName() {
        office.enrol(Kit.student(9020, "García Quiñones", "Ana-Lucía", "8", "8Q"));

        assertThat(found("quinones")).containsExactly(9020);
        assertThat(found("lucia garcia")).containsExactly(9020);
        assertThat(found("ana lucia quin")).containsExactly(9020);
        assertThat(found("analucia")).containsExactly(9020);
        assertThat(found("garcia, lucia")).containsExactly(9020);
        assertThat(found("uinones")).isEmpty();
    }

    @Test
    void lettersApostrophesAndHyphensMakeNoDifference() {
        office.enrol(Kit.student(9021, "Łuqasik", "Zofia", "8", "8Q"));
        office.enrol(Kit.student(9022, "O’Quilty", "Þóra", "8", "8Q"));
        office.enrol(Kit.student(9023, "Quæst-Øby", "Bjørn", "8", "8Q"));
        office.enrol(Kit.student(9024, "Quaßt", "Jörg", "8", "8Q"));

        assertThat(found("luqasik")).containsExactly(9021);
        assertThat(found("oquilty")).containsExactly(9022);
        assertThat(found("O'Quilty")).containsExactly(9022);
        assertThat(found("quilty thora")).containsExactly(9022);
        assertThat(found("quaest oby")).containsExactly(9023);
        assertThat(found("bjorn")).containsExactly(9023);
        assertThat(found("quasst")).containsExactly(9024);
    }

    @Test
    void membersAreSortedByTheFoldedNames() {
        office.enrol(Kit.student(9030, "Łaz", "Bo", "7", "7Q"));
        office.enrol(Kit.student(9031, "O’Xa", "Bo", "7", "7Q"));
        office.enrol(Kit.student(9032, "Oxaa", "Bo", "7", "7Q"));
        office.enrol(Kit.student(9033, "Mazz", "Bo", "7", "7Q"));
        office.enrol(Kit.student(9034, "Oxaa", "Ånn", "7", "7Q"));

        assertThat(members(GroupKind.HOMEROOM, "7Q")).containsExactly(9030, 9033, 9031, 9034, 9032);
        assertThat(members(GroupKind.STUDENT, "9033 9030")).containsExactly(9030, 9033);
    }

    @Test
    void theGuardianAndTheAddressFindTheStudentAndAreNamed() {
        office.enrol(new Student(
                new StudentNumber(9040),
                "Qvist",
                "Bo",
                "",
                "7",
                "7V",
                true,
                "Zwen Zwolfer",
                List.of(),
                "zwen@example.org"));

        assertThat(office.students().search("zwen zwolf", 10).matches())
                .extracting(Students.Match::by)
                .containsExactly(new MatchedBy(MatchedBy.Kind.GUARDIAN, "Zwen Zwolfer"));
        assertThat(office.students().search("zwen@", 10).matches())
                .extracting(Students.Match::by)
                .containsExactly(new MatchedBy(MatchedBy.Kind.EMAIL, "zwen@example.org"));
        assertThat(found("zwolfer")).containsExactly(9002, 9001, 9005, 9040);
        office.remove(new StudentNumber(9040));
    }

    @Test
    void noCharacterIsAWildcard() {
        assertThat(found("%")).isEmpty();
        assertThat(found("_")).isEmpty();
        assertThat(found("O'Zwill, Ann%")).containsExactly(9003);
        assertThat(found("' OR 1=1 --")).isEmpty();
    }

    @Test
    void anEmptyQueryFindsEverybody() {
        Students.SearchResult all = office.students().search(" ", 1_000);

        assertThat(all.students()).extracting(Student::number).contains(INES.number(), ANNA.number(), MING.number());
        assertThat(all.isComplete()).isTrue();
    }

    @Test
    void aShortenedListHasTheTotalOfAllMatches() {
        Students.SearchResult found = office.students().search("zwolfer", 1);

        assertThat(found.students()).extracting(Student::number).containsExactly(EMILE.number());
        assertThat(found.total()).isEqualTo(3);
        assertThat(found.isComplete()).isFalse();
    }

    @Test
    void aStudentIsFoundByNumberActiveOrWithdrawn() {
        assertThat(office.students().find(EMILE.number())).contains(EMILE);
        assertThat(office.students().find(ANNA.number())).contains(ANNA);
        assertThat(office.students().find(STRANGER)).isEmpty();
    }

    @Test
    void manyAreFoundInNumberOrderWithoutUnknownOnes() {
        assertThat(office.students().find(List.of(JAN.number(), STRANGER, EMILE.number(), JAN.number())))
                .containsExactly(entry(EMILE.number(), EMILE), entry(JAN.number(), JAN));
        assertThat(office.students().find(List.of())).isEmpty();
    }

    @Test
    void theMembersOfAGroupAreListedByNameAndOnlyOnce() {
        assertThat(members(GroupKind.HOMEROOM, "9z 10Z 10z")).containsExactly(9003, 9002, 9001);
        assertThat(members(GroupKind.SUBJECT_SECTION, "MATH10-1 ART10-2")).containsExactly(9003, 9002);
        assertThat(members(GroupKind.STUDENT, "9005 9001 9005")).containsExactly(9005, 9001);
    }

    @Test
    void theValuesOfAGroupAreReadAsPeopleTypeThem() {
        for (String list :
                List.of("9z,10Z", "9Z; 10z", "Homeroom 9Z 10Z", "\"9Z\", '10Z'", " 10Z,,9Z ", "9Z\u00a010Z")) {
            assertThat(members(GroupKind.HOMEROOM, list)).as(list).containsExactly(9003, 9002, 9001);
        }
        assertThat(members(GroupKind.STUDENT, "9005,9001;09005")).containsExactly(9005, 9001);
    }

    @Test
    void aValueWithASpaceIsFoundWithAndWithoutQuotationMarks() {
        for (String list : List.of(
                "\"Salle Été 12Z\" KZ", "KZ, salle ete  12z", "salle été 12Z KZ", "KZ «\u00a0Salle Été 12Z\u00a0»")) {
            assertThat(members(GroupKind.HOMEROOM, list)).as(list).containsExactly(9008, 9006);
        }
        assertThat(members(GroupKind.SUBJECT_SECTION, "phys 30-1, ART10-2")).containsExactly(9003, 9008);
    }

    @Test
    void aProfileIsTheGroupThatIsConfiguredUnderItsName() {
        assertThat(office.students().in(new Audience.Profile("HighSchool")))
                .allMatch(Student::active)
                .allMatch(student -> List.of("9", "10", "11", "12").contains(student.grade()))
                .extracting(Student::number)
                .contains(INES.number(), JAN.number());
        UnknownProfileException refusal =
                refusal(UnknownProfileException.class, () -> office.students().in(new Audience.Profile("band")));
        assertThat(refusal.profile()).isEqualTo("band");
        assertThat(refusal.configured()).containsExactly("highschool");
    }

    @Test
    void allValuesThatNoActiveStudentHasAreReported() {
        UnknownGroupValueException refusal =
                refusal(UnknownGroupValueException.class, () -> members(GroupKind.HOMEROOM, "9Z 12Z 10Z 13Z"));
        assertThat(refusal.kind()).isEqualTo(GroupKind.HOMEROOM);
        assertThat(refusal.values()).containsExactly("12Z", "13Z");
        assertThat(refusal(UnknownGroupValueException.class, () -> members(GroupKind.SUBJECT_SECTION, "ART12-1"))
                        .values())
                .containsExactly("ART12-1");
    }

    @Test
    void allNumbersThatAreNotInTheRecordsAreReported() {
        assertThat(refusal(UnknownStudentException.class, () -> members(GroupKind.STUDENT, "999999 9001 999998"))
                        .students())
                .containsExactly(STRANGER, new StudentNumber(999_998));
        refusal(InvalidInputException.class, () -> members(GroupKind.STUDENT, "abc"));
    }

    @Test
    void theValuesOfActiveStudentsAreInNaturalOrder() {
        assertThat(office.students().values(GroupKind.GRADE)).containsSubsequence("K", "9", "10", "11");
        assertThat(office.students().values(GroupKind.HOMEROOM))
                .containsSubsequence("KZ", "9Z", "10Z", "11Z")
                .doesNotContain("12Z");
        assertThat(office.students().values(GroupKind.SUBJECT_SECTION))
                .containsExactly("ART9-1", "ART10-2", "MATH9-1", "MATH10-1", "PHYS 30-1");
        assertThat(office.students().values(GroupKind.STUDENT)).isEmpty();
    }

    private List<Integer> found(String query) {
        return office.students().search(query, 50).students().stream()
                .map(student -> student.number().value())
                .toList();
    }

    private List<Integer> members(GroupKind kind, String values) {
        return office.students().in(Audience.Group.parse(kind, values)).stream()
                .map(student -> student.number().value())
                .toList();
    }
}
