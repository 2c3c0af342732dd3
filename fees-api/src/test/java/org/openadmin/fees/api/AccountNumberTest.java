package org.openadmin.fees.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.openadmin.fees.api.InvalidInputException.Field;
import org.openadmin.fees.api.InvalidInputException.Problem;

class AccountNumberTest {

    private static final StudentNumber STUDENT = new StudentNumber(460);
    private static final PayerNumber PAYER = new PayerNumber(12);

    @Test
    void aStudentIsShownByNumberAndAPayerWithAP() {
        assertThat(STUDENT).hasToString("460");
        assertThat(PAYER).hasToString("P12");
    }

    @Test
    void theJournalHasAStudentsNumberAndAPayersNegated() {
        assertThat(STUDENT.journalNumber()).isEqualTo(460);
        assertThat(PAYER.journalNumber()).isEqualTo(-12);
        assertThat(AccountNumber.ofJournal(460)).isEqualTo(STUDENT);
        assertThat(AccountNumber.ofJournal(-12)).isEqualTo(PAYER);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, Integer.MIN_VALUE})
    void theJournalHasNoAccountWithSuchANumber(int number) {
        assertThatThrownBy(() -> AccountNumber.ofJournal(number)).isInstanceOf(InvalidInputException.class);
    }

    @Test
    void aNumberIsReadAsItIsShown() {
        assertThat(AccountNumber.parse("460")).isEqualTo(STUDENT);
        assertThat(AccountNumber.parse(" 00460 ")).isEqualTo(STUDENT);
        assertThat(AccountNumber.parse("P12")).isEqualTo(PAYER);
        assertThat(AccountNumber.parse("p12")).isEqualTo(PAYER);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "P",
                "P-12",
                "P+12",
                "PP12",
                "12P",
                "abc",
                "4 60",
                "99999999999",
                "P99999999999",
                "P3000000000"
            })
    void anythingElseIsNoAccountNumber(String text) {
        refused(text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "-460", "P0"})
    void noAccountHasANumberBelowOne(String text) {
        refused(text);
    }

    @Test
    void studentsComeFirstAndEachKindByNumber() {
        List<AccountNumber> mixed =
                List.of(PAYER, new StudentNumber(9), new PayerNumber(3), STUDENT, new StudentNumber(1000));

        assertThat(new TreeSet<>(mixed)).extracting(Object::toString).containsExactly("9", "460", "1000", "P3", "P12");
        assertThat(AccountNumber.students(mixed))
                .extracting(StudentNumber::value)
                .containsExactly(9, 460, 1000);
    }

    private static void refused(String text) {
        assertThatThrownBy(() -> AccountNumber.parse(text))
                .isInstanceOfSatisfying(InvalidInputException.class, refusal -> {
                    assertThat(refusal.field()).isEqualTo(Field.ACCOUNT);
                    assertThat(refusal.problem()).isEqualTo(Problem.NOT_A_NUMBER);
                    assertThat(refusal.value()).isEqualTo(text);
                });
    }
}
