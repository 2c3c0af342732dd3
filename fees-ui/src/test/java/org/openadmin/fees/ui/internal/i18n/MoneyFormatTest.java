package org.openadmin.fees.ui.internal.i18n;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.openadmin.fees.testkit.Kit.CAD;
import static org.openadmin.fees.testkit.Kit.cad;

import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.openadmin.fees.api.InvalidInputException;
import org.openadmin.fees.api.InvalidInputException.Field;
import org.openadmin.fees.api.InvalidInputException.Problem;
import org.openadmin.fees.api.Money;
import org.openadmin.fees.api.billing.Discount;

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
                "0012|12.00",
                "$25|25.00",
                "25$|25.00",
                "25 $|25.00",
                "CAD 25.5|25.50",
                "1,250.00 cad|1250.00",
                "25.|25.00",
                ".5|0.50",
                "1 000.00|1000.00",
                "1\u202f000|1000.00"
            })
    void englishIsRead(String typed, String amount) {
        assertThat(english.read(typed, CAD)).isEqualTo(cad(amount));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "12,50|12.50",
                "1 250,00|1250.00",
                "1\u00a0250,5|1250.50",
                "12.50|12.50",
                "27,70 $|27.70",
                "27,70\u00a0$|27.70",
                "$27,70|27.70",
                "25,|25.00",
                ",5|0.50",
                ".5|0.50",
                "25.|25.00",
                "1 000 CAD|1000.00"
            })
    void frenchIsRead(String typed, String amount) {
        assertThat(french.read(typed, CAD)).isEqualTo(cad(amount));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "1,25.00",
                "12,5000",
                "10e-2",
                "1.005",
                "0",
                "0.00",
                "-5",
                "−5",
                "-$5",
                "100000000.00",
                "1.2.3",
                ".",
                ",",
                "$",
                "$$5",
                "5 5",
                "12 50",
                "NaN",
                "١٢",
                "99999999999999999999999999999999999999999"
            })
    void invalidAmountsAreRefusedInEnglish(String typed) {
        assertThat(refused(english, typed).problem()).isNotEqualTo(Problem.AMBIGUOUS);
    }

    @ParameterizedTest
    @ValueSource(strings = {"12,505", "1,250,00", "12 50,00", "-3,00", "1.250,00.5", "1,2.3"})
    void invalidAmountsAreRefusedInFrench(String typed) {
        assertThat(refused(french, typed).problem()).isNotEqualTo(Problem.AMBIGUOUS);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"12,50|12.50", "12,5|12.50", "$12,50|12.50", "1.250,00|1250", ",50|0.50", "1.250,5|1250.50"})
    void whatAnotherLanguageWritesIsAskedBackInEnglish(String typed, String proposal) {
        InvalidInputException refused = refused(english, typed);
        assertThat(refused.problem()).isEqualTo(Problem.AMBIGUOUS);
        assertThat(refused.proposal()).isEqualTo(proposal);
        assertThat(english.read(proposal, CAD)).isNotNull();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"1.250|1250", "1.250,00|1250", "1,250.00|1250", "12.505|12505", "1.250,5|1250,50"})
    void whatAnotherLanguageWritesIsAskedBackInFrench(String typed, String proposal) {
        InvalidInputException refused = refused(french, typed);
        assertThat(refused.problem()).isEqualTo(Problem.AMBIGUOUS);
        assertThat(refused.proposal()).isEqualTo(proposal);
    }

    @Test
    void aPercentageIsNoAmountAndHasItsOwnSentence() {
        assertThat(refused(english, "10%").problem()).isEqualTo(Problem.PERCENTAGE);
    }

    @Test
    void aDiscountIsAPercentageWithItsSignOrAnAmountWithItsCents() {
        assertThat(english.readDiscount("10%", CAD)).isEqualTo(percent("10"));
        assertThat(english.readDiscount(" 33.3333 %", CAD)).isEqualTo(percent("33.3333"));
        assertThat(french.readDiscount("12,5 %", CAD)).isEqualTo(percent("12.5"));
        assertThat(english.readDiscount(".5%", CAD)).isEqualTo(percent("0.5"));
        assertThat(english.readDiscount("5.00", CAD)).isEqualTo(amount("5.00"));
        assertThat(english.readDiscount("$1,005.00", CAD)).isEqualTo(amount("1005.00"));
        assertThat(french.readDiscount("5,00", CAD)).isEqualTo(amount("5.00"));
        for (String none : List.of("", " ", "0", "0%", "0.00")) {
            assertThat(english.readDiscount(none, CAD)).isEqualTo(Discount.NONE);
        }
        for (Discount each : List.of(percent("12.5"), percent("33.3333"), amount("1005.50"))) {
            assertThat(french.readDiscount(french.typed(each), CAD)).isEqualTo(each);
            assertThat(english.readDiscount(english.typed(each), CAD)).isEqualTo(each);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "10, PERCENT_OR_AMOUNT",
        "12.5, PERCENT_OR_AMOUNT",
        "12.345, NOT_A_NUMBER",
        "33.33333%, TOO_MANY_DECIMALS",
        "100.01%, OUT_OF_RANGE",
        "-5%, OUT_OF_RANGE",
        "-5.00, OUT_OF_RANGE",
        "ten%, NOT_A_NUMBER",
        "%, NOT_A_NUMBER"
    })
    void aDiscountIsNeverGuessed(String typed, Problem problem) {
        InvalidInputException refused =
                catchThrowableOfType(InvalidInputException.class, () -> english.readDiscount(typed, CAD));
        assertThat(refused.field()).isEqualTo(Field.DISCOUNT);
        assertThat(refused.problem()).isEqualTo(problem);
    }

    private static Discount percent(String percent) {
        return new Discount.Percent(new BigDecimal(percent));
    }

    private static Discount amount(String amount) {
        return new Discount.Amount(Money.parse(amount, CAD));
    }

    private static InvalidInputException refused(MoneyFormat format, String typed) {
        return catchThrowableOfType(InvalidInputException.class, () -> format.read(typed, CAD));
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
