package org.openadmin.fees.api;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class StudentSnapshotTest {

    @Test
    void aSentenceHasTheGivenNameFirstAndNoInitials() {
        assertThat(spoken("Campbell, Abigail")).isEqualTo("Abigail Campbell");
        assertThat(spoken("Côté, Noémie C")).isEqualTo("Noémie Côté");
        assertThat(spoken("Tremblay, Inès M. J.")).isEqualTo("Inès Tremblay");
        assertThat(spoken("Le Blanc, Mary Ann")).isEqualTo("Mary Ann Le Blanc");
    }

    @Test
    void aLoneInitialIsTheGivenName() {
        assertThat(spoken("Li, A")).isEqualTo("A Li");
    }

    @Test
    void aNameOfOnePartStaysAndWithoutOneThereIsTheNumber() {
        assertThat(spoken("Tremblay")).isEqualTo("Tremblay");
        assertThat(spoken("")).isEqualTo("#100");
    }

    private static String spoken(String name) {
        return new StudentSnapshot(new StudentNumber(100), name, "", "").spokenName();
    }
}
