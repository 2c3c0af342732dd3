package org.openadmin.fees.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.openadmin.fees.api.StudentNumber;
import org.openadmin.fees.testkit.OfficeStory.Act;

/** {@link OfficeStory} in the in-memory office. */
class MemoryOfficeStoryTest {

    @Property(tries = 30)
    void everythingTiesOutAfterEachCommand(@ForAll long seed) {
        play(seed);
    }

    @Example
    void everyActHappens() {
        Set<Act> happened = EnumSet.noneOf(Act.class);
        new Random(5)
                .longs(12)
                .forEach(seed -> happened.addAll(play(seed).acts().keySet()));

        assertThat(happened).containsExactlyInAnyOrder(Act.values());
    }

    private static OfficeStory play(long seed) {
        TestClock clock = new TestClock();
        MemoryOffice office = new MemoryOffice(Kit.settings(), clock);
        List<StudentNumber> students =
                List.of(office.enrol(101, "Roy", "Ann", "9", "9A"), office.enrol(102, "Roy", "Bob", "9", "9A"));
        OfficeStory story = new OfficeStory(office, clock, students, seed, new MemoryLetters(office));
        story.play();
        return story;
    }
}
