package org.openadmin.fees.internal.billing;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.openadmin.fees.testkit.Kit;

class PredefinedRowTest {

    @Test
    void anOldNameWithInvisibleCharactersIsReadWithoutThem() {
        PredefinedRow row = new PredefinedRow();
        row.id = 7;
        row.name = "Lab\u00ad fee\t2";
        row.description = "\u200bGrade 9\u202e";
        row.amount = new BigDecimal("24.95");

        assertThat(row.toRecord(Kit.settings(), 0).fee().name()).isEqualTo("Lab fee 2");
        assertThat(row.toRecord(Kit.settings(), 0).fee().description()).isEqualTo("Grade 9");
    }
}
