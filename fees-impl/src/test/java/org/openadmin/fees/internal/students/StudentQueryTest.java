package org.openadmin.fees.internal.students;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.openadmin.fees.api.StudentNumber;

class StudentQueryTest {

    @Test
    void readsANumber() {
        assertThat(new StudentQuery(" 100 ").number()).contains(new StudentNumber(100));
        assertThat(new StudentQuery("000").number()).isEmpty();
        assertThat(new StudentQuery("1234567890123").isNumber()).isFalse();
    }

    @Test
    void readsLastAndFirstNameInBothOrders() {
        assertThat(new StudentQuery("van der  Berg , An").lastThenFirst())
                .contains(new StudentQuery.Name("van der Berg", "An"));
        assertThat(new StudentQuery("Inès Tremblay").firstThenLast())
                .contains(new StudentQuery.Name("Tremblay", "Inès"));
    }

    @Test
    void readsInitialsOfAnyScript() {
        assertThat(new StudentQuery("TI").initials())
                .hasValueSatisfying(letters -> assertThat(letters).hasSize(2));
        assertThat(new StudentQuery("王小").initials()).isPresent();
        assertThat(new StudentQuery("T1").initials()).isEmpty();
        assertThat(new StudentQuery("Trem").initials()).isEmpty();
    }
}
