package org.openadmin.fees.api.till;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.Currency;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.openadmin.fees.api.InvalidInputException;
import org.openadmin.fees.api.InvalidInputException.Field;
import org.openadmin.fees.api.Money;
import org.openadmin.fees.api.till.CountedCash.Pieces;
import org.openadmin.fees.spi.TillSettings;

class CountedCashTest {

    private static final Currency CAD = Currency.getInstance("CAD");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "100x2,20x5,0.25x3",
                "0.25x3 20x5 100x2",
                "100 x 2; 20 × 5; 0.25*3",
                "100.00X2,20x5,5x0,0.25x3",
                "  100x2, 20x5, 0.25x3  "
            })
    void countsAreReadAsPeopleWriteThem(String text) {
        CountedCash cash = CountedCash.parse(text, CAD);

        assertThat(cash.total()).isEqualTo(cad("300.75"));
        assertThat(cash.text()).isEqualTo("100.00x2 20.00x5 0.25x3");
        assertThat(CountedCash.parse(cash.text(), CAD)).isEqualTo(cash);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "340",
                "100",
                "x2",
                "100x",
                "100x-1",
                "-5x1",
                "0x4",
                "100x1.5",
                "1e2x3",
                "100x2,,x",
                "0,25x3",
                "100x10000",
                "100x2,100.00x1",
                "0.255x1",
                "5x99999999999"
            })
    void anythingElseIsRefused(String text) {
        assertThatExceptionOfType(InvalidInputException.class)
                .isThrownBy(() -> CountedCash.parse(text, CAD))
                .satisfies(refusal -> assertThat(refusal.field()).isIn(Field.COUNT, Field.AMOUNT));
    }

    @Test
    void aSumAloneIsACountToo() {
        assertThat(CountedCash.of(cad("340.01")).text()).isEmpty();
        assertThat(CountedCash.of(cad("0")).pieces()).isEmpty();
        assertThatExceptionOfType(InvalidInputException.class).isThrownBy(() -> CountedCash.of(cad("-0.01")));
        assertThatExceptionOfType(InvalidInputException.class).isThrownBy(() -> CountedCash.of(cad("100000000.00")));
    }

    @Test
    void piecesThatAreNotTheTotalAreNoCount() {
        assertThatExceptionOfType(IllegalArgumentException.class)
                .isThrownBy(() -> new CountedCash(List.of(new Pieces(cad("5"), 2)), cad("11")));
    }

    @Test
    void thereAreOnlyTheNotesAndCoinsOfTheCurrency() {
        List<Money> values = TillSettings.of(CAD).denominations();

        assertThat(values).startsWith(cad("100"), cad("50")).endsWith(cad("0.10"), cad("0.05"));
        assertThat(CountedCash.parse("100x1,0.05x3", CAD).requireValues(values).total())
                .isEqualTo(cad("100.15"));
        assertThatExceptionOfType(InvalidInputException.class)
                .isThrownBy(() -> CountedCash.parse("0.01x3", CAD).requireValues(values))
                .satisfies(refusal -> assertThat(refusal.value()).contains("0.01", "known: 100.00, 50.00"));
        assertThat(TillSettings.of(Currency.getInstance("JPY")).denominations()).hasSize(7);
    }

    private static Money cad(String amount) {
        return Money.parse(amount, CAD);
    }
}
