package org.openadmin.fees.spi.csv;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Currency;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.openadmin.fees.api.Money;

class CsvCellsTest {

    @ParameterizedTest
    @MethodSource("org.openadmin.fees.testkit.HostileCells#texts")
    void whatASpreadsheetWouldRunGetsAnApostrophe(String evil) {
        assertThat(CsvCells.of(evil)).isEqualTo("'" + evil);
        assertThat(CsvCells.of(new StringBuilder(evil))).isEqualTo("'" + evil);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", " ", "Tremblay, \"Inès\"", "O'Connor", "two\nlines", "a=b", "1-2", "#100", "''", "\"", "王小明"
            })
    void anyOtherTextStaysAsItIs(String text) {
        assertThat(CsvCells.of(text)).isEqualTo(text);
    }

    @Test
    void numbersArePlainThoughTheyBeginWithAMinus() {
        assertThat(CsvCells.of(Money.of(new BigDecimal("-1234.5"), Currency.getInstance("CAD"))))
                .isEqualTo("-1234.50");
        assertThat(CsvCells.of(new BigDecimal("1E+3"))).isEqualTo("1000");
        assertThat(CsvCells.of(-12)).isEqualTo("-12");
        assertThat(CsvCells.of(LocalDate.of(2026, 9, 8))).isEqualTo("2026-09-08");
    }
}
