package org.openadmin.fees.ui.internal.students;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.openadmin.fees.api.students.GroupKind;
import org.openadmin.fees.api.students.KnownValues;

class ValueCheckTest {

    private final ValueCheck check =
            new ValueCheck(new KnownValues(GroupKind.HOMEROOM, List.of("9", "10", "9A", "Room 12", "Été")));

    @Test
    void whatTheSchoolDoesNotHaveIsFound() {
        assertThat(check.unknown(List.of("9", "77", "10", "x"), false)).containsExactly("77", "x");
        assertThat(check.unknown(List.of(), false)).isEmpty();
    }

    @Test
    void theLastValueMayBecomeOneWhileItIsTyped() {
        assertThat(check.unknown(List.of("9", "1"), true)).isEmpty();
        assertThat(check.unknown(List.of("9", "1"), false)).containsExactly("1");
        assertThat(check.unknown(List.of("1", "9"), true)).containsExactly("1");
        assertThat(check.unknown(List.of("room"), true)).isEmpty();
        assertThat(check.unknown(List.of("7"), true)).containsExactly("7");
    }

    @Test
    void caseAndAccentsMakeNoDifference() {
        assertThat(check.unknown(List.of("9a", "ROOM 12", "ete"), false)).isEmpty();
    }
}
