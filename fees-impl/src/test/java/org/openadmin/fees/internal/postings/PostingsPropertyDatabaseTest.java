package org.openadmin.fees.internal.postings;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.AfterFailureMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;
import org.openadmin.fees.api.StudentNumber;
import org.openadmin.fees.internal.ContractOffice;
import org.openadmin.fees.testkit.Kit;
import org.openadmin.fees.testkit.PostingsStory;
import org.openadmin.fees.testkit.TestClock;

/** Random days of an office on MariaDB, and its books. */
class PostingsPropertyDatabaseTest {

    private static final TestClock CLOCK = new TestClock();
    private static ContractOffice office;
    private static int lastNumber = 100;

    @BeforeContainer
    static void open() {
        office = new ContractOffice(CLOCK);
    }

    @AfterContainer
    static void close() {
        office.close();
    }

    @Property(tries = 10, shrinking = ShrinkingMode.OFF, afterFailure = AfterFailureMode.RANDOM_SEED)
    void theBooksAreWhatTheAccountsTellOfEachDay(@ForAll long seed) {
        List<StudentNumber> students = List.of(new StudentNumber(++lastNumber), new StudentNumber(++lastNumber));
        students.forEach(student -> office.enrol(Kit.student(student.value(), "Roy", "Ann", "9", "9A")));

        new PostingsStory(office, CLOCK, students, seed).play();

        assertThat(office.office.faults()).isEmpty();
    }
}
