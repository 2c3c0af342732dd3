package org.openadmin.fees.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.Currency;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.BigRange;
import net.jqwik.api.constraints.Scale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.openadmin.fees.api.InvalidInputException.Problem;

class MoneyTest {

    private static final Currency CAD = Currency.getInstance("CAD");

    @ParameterizedTest
    @CsvSource({"12.5, 12.50", "0012, 12.00", "-3.1, -3.10", "+7, 7.00", "99999999.99, 99999999.99", "1.500, 1.50"})
    void readsPlainDecimals(String text, String plain) {
        assertThat(Money.parse(text, CAD).toPlainString()).isEqualTo(plain);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "12,50",
                "1,250.00",
                "10e-2",
                "1E3",
                "0x10",
                "$5",
                "5.",
                ".5",
                "1 000",
                "NaN",
                "٣",
                "1.2.3",
                "--5"
            })
    void takesNothingElseForANumber(String text) {
        assertThatThrownBy(() -> Money.parse(text, CAD)).isInstanceOfSatisfying(InvalidInputException.class, e -> {
            assertThat(e.problem()).isEqualTo(Problem.NOT_A_NUMBER);
            assertThat(e.value()).isEqualTo(text);
        });
    }

    @Test
    void neverRoundsByItself() {
        assertThatThrownBy(() -> Money.parse("12.505", CAD))
                .isInstanceOfSatisfying(InvalidInputException.class, e -> assertThat(e.problem())
                        .isEqualTo(Problem.TOO_MANY_DECIMALS));
        assertThatThrownBy(() -> Money.parse("12.5", Currency.getInstance("JPY")))
                .isInstanceOf(InvalidInputException.class);
    }

    @ParameterizedTest
    @CsvSource({"0, NOT_POSITIVE", "-0.01, NOT_POSITIVE", "100000000.00, TOO_LARGE"})
    void saysWhatARowCannotHold(String amount, Problem problem) {
        assertThatThrownBy(() -> Money.parse(amount, CAD).requireReceivable())
                .isInstanceOfSatisfying(InvalidInputException.class, e -> assertThat(e.problem())
                        .isEqualTo(problem));
    }

    @Test
    void refusesToMixCurrencies() {
        Money dollars = Money.parse("1.00", CAD);
        Money euros = Money.parse("1.00", Currency.getInstance("EUR"));

        assertThatThrownBy(() -> dollars.plus(euros)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> dollars.compareTo(euros)).isInstanceOf(IllegalArgumentException.class);
    }

    @Property
    void addsAndSubtractsToTheCent(
            @ForAll @BigRange(min = "-99999999.99", max = "99999999.99") @Scale(2) BigDecimal a,
            @ForAll @BigRange(min = "-99999999.99", max = "99999999.99") @Scale(2) BigDecimal b) {
        Money sum = Money.of(a, CAD).plus(Money.of(b, CAD));

        assertThat(sum.amount()).isEqualTo(a.add(b));
        assertThat(sum.minus(Money.of(b, CAD))).isEqualTo(Money.of(a, CAD));
        assertThat(Money.parse(sum.toPlainString(), CAD)).isEqualTo(sum);
    }
}
