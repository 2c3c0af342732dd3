package org.openadmin.fees.ui.internal.students;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.openadmin.fees.api.StudentNumber;
import org.openadmin.fees.api.StudentSnapshot;

class StudentFilterTest {

    private static final StudentSnapshot ZOFIA =
            new StudentSnapshot(new StudentNumber(460), "O’Łukasik, Zofia-Maria", "9", "Room 12");

    @Test
    void aListIsFilteredAsStudentsAreSearched() {
        for (String typed :
                List.of("", "olukasik", "maria luk", "O'Luk, zo", "460", "00460", "46", "room 12", "ROOM  12")) {
            assertThat(new StudentFilter(typed).matches(ZOFIA)).as(typed).isTrue();
        }
        for (String typed : List.of("fia", "room", "12", "%", "olukasik anna")) {
            assertThat(new StudentFilter(typed).matches(ZOFIA)).as(typed).isFalse();
        }
    }
}
