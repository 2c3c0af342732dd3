package org.openadmin.fees.internal.students;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.openadmin.fees.api.InvalidInputException;
import org.openadmin.fees.api.StudentNumber;
import org.openadmin.fees.api.students.Audience;
import org.openadmin.fees.api.students.GroupKind;
import org.openadmin.fees.api.students.Student;
import org.openadmin.fees.api.students.Students.Found;
import org.openadmin.fees.api.students.UnknownGroupValueException;
import org.openadmin.fees.internal.DatabaseOffice;
import org.openadmin.fees.itest.school.SampleSchool;

/** Searches for students as in an office. Six known students are added to those of the sample school. */
class StudentsDatabaseTest {

    private static DatabaseOffice office;

    @BeforeAll
    static void open() {
        office = new DatabaseOffice(1500);
        office.administrator.execute(
                insert("student", 90001, "Zwölfer", "Inès", "M", "9", "9Z"),
                insert("student", 90002, "Zwolfer", "Émile", "", "10", "10Z"),
                insert("student", 90003, "O''Zwill", "Ann%", "", "10", "10Z"),
                insert("student", 90004, "van der Zwart", "Jan_", "", "11", "11Z"),
                insert("studentwd", 90005, "Zwolfer", "Anna", "", "12", "12Z"),
                insert("student", 90006, "王", "小明", "", "9", "9Z"));
    }

    private static String insert(String table, int number, String last, String first, String initial, String... rest) {
        return "INSERT INTO " + table + " (studnum, lastname, firstname, initial, grade, homeroom) VALUES (" + number
                + ", '" + last + "', '" + first + "', '" + initial + "', '" + rest[0] + "', '" + rest[1] + "')";
    }

    @AfterAll
    static void close() {
        office.close();
    }

    @Test
    void findsByLastNameWithoutAccentsAndCaseWithdrawnStudentsLast() {
        assertThat(numbers("zwolf")).containsExactly(90002, 90001, 90005);
        assertThat(office.students.search("ZWÖLFER", 10).students().get(2).active())
                .isFalse();
    }

    @Test
    void findsByLastAndFirstNameInBothOrders() {
        assertThat(numbers("zwolfer, i")).containsExactly(90001);
        assertThat(numbers("zwolfer, ines m")).containsExactly(90001);
        assertThat(numbers("Zwölfer, Émile")).containsExactly(90002);
        assertThat(numbers("Inès Zwö")).containsExactly(90001);
        assertThat(numbers("van der Zw")).containsExactly(90004);
        assertThat(numbers("o'zwill, ann")).containsExactly(90003);
    }

    @Test
    void findsByInitialsInBothOrdersAndWithTheMiddleOne() {
        assertThat(numbers("ZI")).contains(90001).doesNotContain(90002);
        assertThat(numbers("iz")).contains(90001);
        assertThat(numbers("ZIM")).contains(90001);
        assertThat(numbers("王小")).containsExactly(90006);
    }

    @Test
    void findsByNumberAndByTheBeginningOfOne() {
        assertThat(numbers("90001")).containsExactly(90001);
        assertThat(numbers("9000")).containsExactlyInAnyOrder(90001, 90002, 90003, 90004, 90005, 90006);
        assertThat(numbers("000")).isEmpty();
    }

    @Test
    void takesPercentAndUnderscoreForThemselves() {
        assertThat(numbers("%")).isEmpty();
        assertThat(numbers("_")).isEmpty();
        assertThat(numbers("O'Zwill, Ann%")).containsExactly(90003);
        assertThat(numbers("' OR 1=1 --")).isEmpty();
    }

    @Test
    void saysTheTrueTotalOfAListThatIsCutShort() {
        Found found = office.students.search("", 1000);

        assertThat(found.students()).hasSize(1000);
        assertThat(found.total())
                .isEqualTo(SampleSchool.generate(7, 1500).pupils().size() + 6);
        assertThat(found.isComplete()).isFalse();
        assertThat(office.students.search("", 5000).isComplete()).isTrue();
    }

    @Test
    void listsTheMembersOfEachGroup() {
        assertThat(office.students.in(Audience.Group.parse(GroupKind.HOMEROOM, "9z 10Z")))
                .extracting(student -> student.number().value())
                .containsExactlyInAnyOrder(90001, 90006, 90002, 90003);
        assertThat(office.students.in(new Audience.Profile("HighSchool")))
                .allMatch(student -> List.of("9", "10", "11", "12").contains(student.grade()))
                .allMatch(Student::active)
                .hasSizeGreaterThan(50);
        assertThat(office.students.in(Audience.Group.parse(GroupKind.STUDENT, "90005")))
                .extracting(Student::active)
                .containsExactly(false);
    }

    @Test
    void namesAllValuesThatNobodyHas() {
        assertThatThrownBy(() -> office.students.in(Audience.Group.parse(GroupKind.GRADE, "9 13 14")))
                .isInstanceOfSatisfying(UnknownGroupValueException.class, e -> assertThat(e.values())
                        .containsExactly("13", "14"));
        assertThatThrownBy(() -> office.students.in(Audience.Group.parse(GroupKind.STUDENT, "abc")))
                .isInstanceOf(InvalidInputException.class);
    }

    @Test
    void givesTheValuesInTheOrderOfAnOffice() {
        List<String> grades = office.students.values(GroupKind.GRADE);

        assertThat(grades).startsWith("K", "1", "2").endsWith("11", "12");
        assertThat(office.students.values(GroupKind.STUDENT)).isEmpty();
    }

    @Test
    void findsManyInNumberOrderAndLeavesOutWhoIsGone() {
        assertThat(office.students
                        .find(List.of(new StudentNumber(90006), new StudentNumber(1), new StudentNumber(90001)))
                        .keySet())
                .extracting(StudentNumber::value)
                .containsExactly(90001, 90006);
        assertThat(office.students.find(new StudentNumber(1))).isEqualTo(Optional.empty());
    }

    @Test
    void countsAStudentOnceWhoStandsTwiceInTheHostsTable() {
        String twice = insert("student", 90010, "Doppel", "Anna", "", "9", "9Y");
        office.administrator.execute(twice, twice);
        StudentNumber student = new StudentNumber(90010);

        office.charge(student, "Trip", "30.00");

        assertThat(office.students.search("Doppel", 10))
                .isEqualTo(new Found(office.students.search("Doppel", 10).students(), 1));
        assertThat(office.students.in(Audience.Group.parse(GroupKind.HOMEROOM, "9Y")))
                .hasSize(1);
        assertThat(office.accounts.balance(student).balance()).isEqualTo(DatabaseOffice.cad("30.00"));
        assertThat(office.accounts.balances())
                .filteredOn(b -> b.student().equals(student))
                .hasSize(1)
                .allMatch(b -> b.balance().equals(DatabaseOffice.cad("30.00")));
        office.administrator.execute("DELETE FROM student WHERE studnum = 90010");
    }

    private static List<Integer> numbers(String query) {
        return office.students.search(query, 50).students().stream()
                .map(student -> student.number().value())
                .toList();
    }
}
