package org.openadmin.fees.ui.internal.students;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class GroupValuesTest {

    private final GroupValues homerooms = new GroupValues(List.of("9A", "Room 1", "Room 1 B", "10A"));

    @Test
    void spacesStandBetweenValues() {
        assertThat(homerooms.read("  9A  10A ")).containsExactly("9A", "10A");
        assertThat(homerooms.read(" ")).isEmpty();
    }

    @Test
    void aValueThatHoldsASpaceStaysWhole() {
        assertThat(homerooms.read("9A Room 1 10A")).containsExactly("9A", "Room 1", "10A");
        assertThat(homerooms.read("room  1 b")).containsExactly("room 1 b");
    }

    @Test
    void whatNobodyHasIsReadWordByWord() {
        assertThat(homerooms.read("Room 2 Room")).containsExactly("Room", "2", "Room");
    }
}
