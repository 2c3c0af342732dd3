package org.openadmin.fees.testkit;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.openadmin.fees.api.StudentNumber;

class MemoryPostingsPropertyTest {

    @Property(tries = 60)
    void theBooksAreWhatTheAccountsTellOfEachDay(@ForAll long seed) {
        TestClock clock = new TestClock();
        MemoryOffice office = new MemoryOffice(Kit.settings(), clock);
        List<StudentNumber> students =
                List.of(office.enrol(101, "Roy", "Ann", "9", "9A"), office.enrol(102, "Roy", "Bob", "9", "9A"));

        new PostingsStory(office, clock, students, seed).play();
    }
}
