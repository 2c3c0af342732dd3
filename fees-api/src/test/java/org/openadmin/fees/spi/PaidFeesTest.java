package org.openadmin.fees.spi;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PaidFeesTest {

    private static final Map<Integer, String> NAMES = Map.of(1, "Lab fee", 2, "Bus pass ", 30, "Trip");

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            1       | Lab fee
            2,1     | Bus pass, Lab fee
            '1 30'  | Lab fee, Trip
            ' 1; 2 '| Lab fee, Bus pass
            1,99    | Lab fee
            1,1     | Lab fee
            """)
    void numbersBecomeNames(String description, String names) {
        assertThat(PaidFees.named(description, NAMES)).isEqualTo(names);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Cash 1", "for 2 children", "99", "0", "12345678901", "1/2"})
    void anotherTextStaysAsItIs(String description) {
        assertThat(PaidFees.named(description, NAMES)).isEqualTo(description);
    }

    @Test
    void whatIsNoNumberOfAChargeIsNotListed() {
        assertThat(PaidFees.listed("0, 7; 7 12345678901 x8")).containsExactly(7, 8);
    }
}
