package org.openadmin.fees.internal.invoicing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.openadmin.fees.api.StudentNumber;
import org.openadmin.fees.api.students.Student;

class SharedAddressesTest {

    private static final String EMAIL = "home@x.example";

    private final List<Student> students = new ArrayList<>();

    @Test
    void theSameGuardianIsOneFamilyHoweverTheNameIsWritten() {
        student("Roy", "Marie Côté-Roy", "1 Elm St");
        student("Côté", "MARIE COTE ROY", "2 Oak Ave");

        assertThat(families()).isEqualTo(1);
    }

    @Test
    void theSameStreetIsOneFamily() {
        student("Roy", "Marie Côté", "12 Main Street N.");
        student("Côté", "Luc Roy", "12, main street N");

        assertThat(families()).isEqualTo(1);
    }

    @Test
    void aStreetWithoutANumberIsNobodysHome() {
        student("Roy", "Marie Côté", "General Delivery");
        student("Sun", "Li Sun", "General Delivery");

        assertThat(families()).isEqualTo(2);
    }

    @Test
    void familiesAreJoinedByWhomTheyHaveInCommon() {
        student("Roy", "Marie Côté", "1 Elm St");
        student("Roy", "Luc Roy", "2 Oak Ave");
        assertThat(families()).isEqualTo(2);
        student("Roy", "Marie Côté", "2 Oak Ave");

        assertThat(families()).isEqualTo(1);
    }

    @Test
    void withoutGuardianAndStreetTheLastNameDecides() {
        student("Roy", "", "");
        student("ROY", "", "");
        assertThat(families()).isEqualTo(1);
        student("Sun", "", "");

        assertThat(families()).isEqualTo(2);
    }

    @Test
    void aPlaceholderOfAWholeSchoolIsCountedFast() {
        IntStream.range(0, 2_000).forEach(i -> student("Name" + i, "Guardian " + i, i + " Main Street"));

        assertThat(families()).isEqualTo(2_000);
    }

    @Test
    void theSameStudentTwiceIsNoSecondFamily() {
        student("Roy", "Marie Côté", "1 Elm St");
        students.add(students.get(0));

        assertThat(families()).isEqualTo(1);
        assertThat(SharedAddresses.among(students).contains(EMAIL)).isFalse();
    }

    private int families() {
        return SharedAddresses.among(students).families(EMAIL);
    }

    private void student(String lastname, String guardian, String street) {
        students.add(new Student(
                new StudentNumber(students.size() + 1),
                lastname,
                "A",
                "",
                "9",
                "9A",
                true,
                guardian,
                street.isEmpty() ? List.of() : List.of(street, "Regina SK"),
                EMAIL));
    }
}
