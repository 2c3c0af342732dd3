package org.openadmin.fees.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.AfterFailureMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;
import org.openadmin.fees.api.StudentNumber;
import org.openadmin.fees.internal.invoicing.PrintedLetters;
import org.openadmin.fees.testkit.Kit;
import org.openadmin.fees.testkit.MemoryLetters;
import org.openadmin.fees.testkit.MemoryOffice;
import org.openadmin.fees.testkit.OfficeStory;
import org.openadmin.fees.testkit.TestClock;

/** {@link OfficeStory} on MariaDB: it tells what the in-memory office tells, and fees:verify finds nothing after any command. */
class OfficeStoryDatabaseTest {

    private static final List<StudentNumber> STUDENTS = List.of(new StudentNumber(101), new StudentNumber(102));

    @Property(tries = 4, shrinking = ShrinkingMode.OFF, afterFailure = AfterFailureMode.RANDOM_SEED)
    void everythingIsAsInTheMemoryOffice(@ForAll long seed) {
        TestClock clock = new TestClock();
        TestClock ofModel = new TestClock();
        MemoryOffice model = new MemoryOffice(Kit.settings(), ofModel);
        try (ContractOffice office = new ContractOffice(clock)) {
            STUDENTS.forEach(student -> {
                office.enrol(Kit.student(student.value(), "Roy", "Ann", "9", "9A"));
                model.enrol(Kit.student(student.value(), "Roy", "Ann", "9", "9A"));
            });

            List<Object> told = new OfficeStory(office, clock, STUDENTS, seed, new PrintedLetters(office.office, clock))
                    .checking(() -> assertThat(office.office.faults()).isEmpty())
                    .play();

            assertThat(told)
                    .isEqualTo(new OfficeStory(model, ofModel, STUDENTS, seed, new MemoryLetters(model)).play());
        }
    }
}
