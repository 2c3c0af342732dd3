package org.openadmin.fees.ui.internal.i18n;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.openadmin.fees.testkit.Kit.CAD;
import static org.openadmin.fees.testkit.Kit.cad;

import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.openadmin.fees.api.InvalidInputException;

class MoneyFormatTest {

    private final MoneyFormat english = new MoneyFormat(Locale.CANADA);
    private final MoneyFormat french = new MoneyFormat(Locale.CANADA_FRENCH);

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "12.50|12.50",
                "12.5|12.50",
                " 7 |7.00",
                "1,250.00|1250.00",
                "1,234,567.89|1234567.89",
                "0012|12.00"
            })
    void englishIsRead(String typed, String amount) {
        assertThat(english.read(typed, CAD)).isEqualTo(cad(amount));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"12,50|12.50", "1 250,00|1250.00", "1\u00a0250,5|1250.50", "12.50|12.50"})
    void frenchIsRead(String typed, String amount) {
        assertThat(french.read(typed, CAD)).isEqualTo(cad(amount));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "12,50",
                "1,25.00",
                "12,5000",
                "10e-2",
                "1.005",
                "0",
                "0.00",
                "-5",
                "−5",
                "100000000.00",
                "$5",
                "1 250.00",
                "1.2.3",
                ".5",
                "5.",
                "NaN",
                "١٢",
                "99999999999999999999999999999999999999999"
            })
    void whatCouldMeanSomethingElseIsRefusedInEnglish(String typed) {
        assertThatExceptionOfType(InvalidInputException.class).isThrownBy(() -> english.read(typed, CAD));
    }

    @ParameterizedTest
    @ValueSource(strings = {"1.250,00", "1,250.00", "12,505", "1,250,00", "12 50,00", "-3,00"})
    void whatCouldMeanSomethingElseIsRefusedInFrench(String typed) {
        assertThatExceptionOfType(InvalidInputException.class).isThrownBy(() -> french.read(typed, CAD));
    }

    @Test
    void aMinusIsTheSignAndNoHyphen() {
        assertThat(english.format(cad("-1311.30"))).isEqualTo("−1,311.30");
        assertThat(french.format(cad("-12.50"))).isEqualTo("−12,50");
    }

    @Test
    void whatIsShownForTypingIsReadBackTheSame() {
        for (String amount : new String[] {"0.01", "1250.00", "99999999.99"}) {
            assertThat(english.read(english.typed(cad(amount)), CAD)).isEqualTo(cad(amount));
            assertThat(french.read(french.typed(cad(amount)), CAD)).isEqualTo(cad(amount));
            assertThat(french.read(french.format(cad(amount)), CAD)).isEqualTo(cad(amount));
        }
    }
}
