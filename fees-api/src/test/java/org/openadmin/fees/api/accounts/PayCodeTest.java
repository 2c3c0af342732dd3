package org.openadmin.fees.api.accounts;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.openadmin.fees.api.AccountNumber;
import org.openadmin.fees.api.PayerNumber;
import org.openadmin.fees.api.StudentNumber;

class PayCodeTest {

    private static final PayCode STUDENT = PayCode.of(new StudentNumber(460));
    private static final PayCode PAYER = PayCode.of(new PayerNumber(12));

    @Test
    void isTheNumberWithTwoCheckDigits() {
        assertThat(STUDENT).hasToString("460-76");
        assertThat(PAYER).hasToString("P12-31");
        assertThat(PayCode.of(new StudentNumber(97))).hasToString("97-98");
        assertThat(PayCode.of(new StudentNumber(64))).hasToString("64-03");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "460-76",
                "460 76",
                "46076",
                "fees 460-76 thank you",
                "Code:460 - 76.",
                "460\u201376",
                "460\u00a076",
                "12 460-76 25",
                "(460-76)",
                "460-76, 460 76"
            })
    void isFoundInAMessage(String message) {
        assertThat(PayCode.in(message)).containsExactly(STUDENT);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "460",
                "460-67",
                "460-77",
                "A460-76",
                "1460-76",
                "460-760",
                "0460-76x",
                "2026-460-76",
                "460-76-2026",
                "46076.00",
                "1,460 76",
                "99999999999-12"
            })
    void isNotFoundWhereItIsNot(String message) {
        assertThat(PayCode.in(message)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"P12-31", "p12 31", "p 12-31", "P1231"})
    void ofAPayerBeginsWithALetter(String message) {
        assertThat(PayCode.in(message)).containsExactly(PAYER);
        assertThat(PayCode.in(message.substring(1))).isEmpty();
    }

    @Test
    void countsAsWrittenOnlyWithItsHyphen() {
        assertThat(PayCode.writtenIn("fees 460 - 76")).containsExactly(STUDENT);
        assertThat(PayCode.writtenIn("P12\u201331")).containsExactly(PAYER);
        assertThat(PayCode.writtenIn("ref 46076, 460 76")).isEmpty();
        assertThat(PayCode.writtenIn("46076 for 460-76")).containsExactly(STUDENT);
        assertThat(PayCode.writtenIn("P-1231")).isEmpty();
    }

    @Test
    void severalAreFoundInTheirOrder() {
        assertThat(PayCode.in("p12-31 and 460-76")).containsExactly(PAYER, STUDENT);
    }

    @Test
    void typedAloneNeedsItsHyphen() {
        assertThat(PayCode.typed(" 460-76 ")).contains(new StudentNumber(460));
        assertThat(PayCode.typed("p12-31")).contains(new PayerNumber(12));
        assertThat(PayCode.typed("46076")).isEmpty();
        assertThat(PayCode.typed("460-77")).isEmpty();
        assertThat(PayCode.typed("for 460-76")).isEmpty();
    }

    @Property
    void isFoundAsItIsPrinted(@ForAll @IntRange(min = 1) int number, @ForAll boolean isPayer) {
        PayCode code = PayCode.of(account(number, isPayer));
        assertThat(PayCode.in(code.toString())).containsExactly(code);
        assertThat(PayCode.in(code.toString().replace("-", ""))).containsExactly(code);
        assertThat(PayCode.typed(code.toString())).contains(code.account());
    }

    @Property
    void isNotValidWithOneWrongDigit(
            @ForAll @IntRange(min = 1) int number,
            @ForAll boolean isPayer,
            @ForAll @IntRange(min = 1, max = 12) int from,
            @ForAll @IntRange(min = 1, max = 9) int more) {
        String code = PayCode.of(account(number, isPayer)).toString();
        int at = Math.floorMod(from, code.length());
        Assume.that(Character.isDigit(code.charAt(at)));
        int digit = (code.charAt(at) - '0' + more) % 10;
        String wrong = code.substring(0, at) + digit + code.substring(at + 1);
        assertThat(PayCode.in(wrong)).isEmpty();
        assertThat(PayCode.in(wrong.replace("-", ""))).isEmpty();
    }

    @Property
    void isNotValidWithTwoDigitsExchanged(
            @ForAll @IntRange(min = 100) int number, @ForAll boolean isPayer, @ForAll @IntRange(max = 20) int from) {
        String code = PayCode.of(account(number, isPayer)).toString().replace("-", "");
        int at = from % (code.length() - 1);
        Assume.that(Character.isDigit(code.charAt(at)) && code.charAt(at) != code.charAt(at + 1));
        String wrong = code.substring(0, at) + code.charAt(at + 1) + code.charAt(at) + code.substring(at + 2);
        assertThat(PayCode.in(wrong)).isEmpty();
        assertThat(PayCode.in(wrong.substring(0, wrong.length() - 2) + "-" + wrong.substring(wrong.length() - 2)))
                .isEmpty();
    }

    private static AccountNumber account(int number, boolean isPayer) {
        return isPayer ? new PayerNumber(number) : new StudentNumber(number);
    }
}
