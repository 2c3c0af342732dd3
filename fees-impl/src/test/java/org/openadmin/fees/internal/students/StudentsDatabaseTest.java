package org.openadmin.fees.internal.students;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.openadmin.fees.api.StudentNumber;
import org.openadmin.fees.api.students.Audience;
import org.openadmin.fees.api.students.GroupKind;
import org.openadmin.fees.api.students.Student;
import org.openadmin.fees.api.students.Students.SearchResult;
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
    void saysTheTrueTotalOfAListThatIsCutShort() {
        SearchResult found = office.students.search("", 1000);

        assertThat(found.students()).hasSize(1000);
        assertThat(found.total())
                .isEqualTo(SampleSchool.generate(7, 1500).students().size() + 6);
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
    void countsAStudentOnceWhoIsTwiceInTheHostsTable() {
        String twice = insert("student", 90010, "Doppel", "Anna", "", "9", "9Y");
        office.administrator.execute(twice, twice);
        StudentNumber student = new StudentNumber(90010);

        office.charge(student, "Trip", "30.00");

        SearchResult found = office.students.search("Doppel", 10);
        assertThat(found.students()).hasSize(1);
        assertThat(found.total()).isEqualTo(1);
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
