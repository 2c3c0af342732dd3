package org.openadmin.fees.testkit;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.openadmin.fees.api.StudentNumber;

class MemoryPastDaysPropertyTest {

    @Property(tries = 150)
    void laterAPastDayHasTheFiguresThatItHadThen(@ForAll long seed) {
        story(seed).play();
    }

    @Property(tries = 100)
    void alsoWhileMonthsAreClosedAndReopened(@ForAll long seed) {
        story(seed).withClosings().play();
    }

    private static PastDaysStory story(long seed) {
        TestClock clock = new TestClock();
        MemoryOffice office = new MemoryOffice(Kit.settings(), clock);
        List<StudentNumber> students =
                List.of(office.enrol(101, "Roy", "Ann", "9", "9A"), office.enrol(102, "Roy", "Bob", "9", "9A"));

        return new PastDaysStory(office, clock, students, seed);
    }
}
