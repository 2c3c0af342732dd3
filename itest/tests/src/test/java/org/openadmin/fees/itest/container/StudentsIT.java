package org.openadmin.fees.itest.container;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.util.List;
import java.util.Locale;
import org.junit.Test;
import org.openadmin.fees.api.students.Audience;
import org.openadmin.fees.api.students.GroupKind;
import org.openadmin.fees.api.students.Student;
import org.openadmin.fees.api.students.UnknownGroupValueException;

/** {@code Students} as an OSGi service: search as entered by the office, and groups. */
public class StudentsIT extends OfficeTestBase {

    private static final int SOMEBODY = 109;

    @Test
    public void aStudentIsFoundInEachWayTheOfficeTypes() {
        Student somebody = students.find(student(SOMEBODY)).orElseThrow();
        for (String typed : List.of(
                somebody.lastname() + ", " + somebody.firstname(),
                (somebody.lastname() + "," + somebody.firstname()).toLowerCase(Locale.ROOT),
                somebody.lastname(),
                String.valueOf(SOMEBODY))) {
            assertTrue(typed, students.search(typed, 10_000).students().contains(somebody));
        }
    }

    @Test
    public void aLongListSaysHowLongItIs() {
        var found = students.search("", 10);
        assertEquals(10, found.students().size());
        assertEquals(number("SELECT COUNT(*) FROM fees_student"), found.total());
        assertFalse(found.isComplete());
    }

    @Test
    public void aPatternIsAPlainText() {
        assertEquals(0, students.search("%", 10).total());
        assertEquals(0, students.search("_", 10).total());
    }

    @Test
    public void aGradeHasItsActiveStudents() {
        List<Student> ninth = students.in(Audience.Group.parse(GroupKind.GRADE, "9"));
        assertEquals(number("SELECT COUNT(*) FROM student WHERE grade = '9'"), ninth.size());
        assertTrue(ninth.stream().allMatch(each -> each.active() && each.grade().equals("9")));
    }

    @Test
    public void aProfileIsTheGroupThatTheSchoolHasNamed() {
        assertEquals(
                students.in(Audience.Group.parse(GroupKind.GRADE, "11 12")),
                students.in(new Audience.Profile("seniors")));
    }

    @Test
    public void aGroupValueThatNobodyHasIsNamed() {
        var refusal = assertThrows(
                UnknownGroupValueException.class, () -> students.in(Audience.Group.parse(GroupKind.GRADE, "9 13 77")));
        assertEquals(List.of("13", "77"), refusal.values());
    }
}
