package org.openadmin.fees.internal.accounts;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.function.Function;
import net.jqwik.api.AfterFailureMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;
import org.openadmin.fees.api.StudentNumber;
import org.openadmin.fees.api.accounts.PastBalance;
import org.openadmin.fees.internal.ContractOffice;
import org.openadmin.fees.testkit.Kit;
import org.openadmin.fees.testkit.MemoryOffice;
import org.openadmin.fees.testkit.Office;
import org.openadmin.fees.testkit.PastDaysStory;
import org.openadmin.fees.testkit.TestClock;

/** The same days in an office on MariaDB and in one in memory, which finds the figures of past days in another way. */
class PastDaysPropertyDatabaseTest {

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

    @Property(tries = 12, shrinking = ShrinkingMode.OFF, afterFailure = AfterFailureMode.RANDOM_SEED)
    void laterAPastDayHasTheFiguresThatItHadThen(@ForAll long seed) {
        play(seed, PastDaysStory::play);
    }

    @Property(tries = 16, shrinking = ShrinkingMode.OFF, afterFailure = AfterFailureMode.RANDOM_SEED)
    void alsoWhileMonthsAreClosedAndReopened(@ForAll long seed) {
        play(seed, story -> story.withClosings().play());
    }

    private static void play(long seed, Function<PastDaysStory, List<PastBalance>> play) {
        List<StudentNumber> students = List.of(new StudentNumber(++lastNumber), new StudentNumber(++lastNumber));
        TestClock ofModel = new TestClock();
        MemoryOffice model = new MemoryOffice(Kit.settings(), ofModel);
        for (Office each : List.of(office, model)) {
            students.forEach(student -> each.enrol(Kit.student(student.value(), "Roy", "Ann", "9", "9A")));
        }

        assertThat(play.apply(new PastDaysStory(office, CLOCK, students, seed)))
                .isEqualTo(play.apply(new PastDaysStory(model, ofModel, students, seed)));
        assertThat(office.office.faults()).isEmpty();
    }
}
