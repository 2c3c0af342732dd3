package org.openadmin.fees.ui.internal.i18n;

import static org.assertj.core.api.Assertions.assertThat;
import static org.openadmin.fees.testkit.Kit.cad;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.openadmin.fees.api.InvalidInputException;
import org.openadmin.fees.api.InvalidInputException.Field;
import org.openadmin.fees.api.InvalidInputException.Problem;
import org.openadmin.fees.api.StorageException;
import org.openadmin.fees.api.StorageException.Outcome;
import org.openadmin.fees.api.billing.NobodyToChargeException;
import org.openadmin.fees.api.billing.UnknownTaxException;
import org.openadmin.fees.api.corrections.NotEnoughCreditException;
import org.openadmin.fees.api.students.GroupKind;
import org.openadmin.fees.api.students.UnknownGroupValueException;

class ErrorMessagesTest {

    private final ErrorMessages english = in(Locale.CANADA);
    private final ErrorMessages french = in(Locale.CANADA_FRENCH);

    @Test
    void amountsAndCountsAreWrittenAsTheLanguageWritesThem() {
        NotEnoughCreditException credit = new NotEnoughCreditException(cad("1234.50"), cad("0.10"));
        assertThat(english.of(credit)).isEqualTo("1,234.50 cannot be refunded: the credit on account is 0.10.");
        assertThat(french.of(credit))
                .isEqualTo("1\u00a0234,50 ne peut pas être remboursé\u00a0: il y a 0,10 de crédit au compte.");
        assertThat(english.of(new NobodyToChargeException(1500))).contains("1,500 students");
        assertThat(french.of(new NobodyToChargeException(1500))).contains("1\u00a0500 élèves");
    }

    @Test
    void aNameFromRightToLeftStaysByItself() {
        assertThat(english.of(new UnknownGroupValueException(GroupKind.HOMEROOM, List.of("محمد"))))
                .isEqualTo("No student is in homeroom \u2068محمد\u2069.");
    }

    @Test
    void anyOtherExceptionIsUnexpectedAndItsMessageNeverShown() {
        assertThat(english.of(new IllegalStateException("secret")))
                .startsWith("Something went wrong.")
                .doesNotContain("secret");
    }

    @Test
    void aRefusalBelongsToTheFieldItIsAbout() {
        assertThat(ErrorMessages.field(new InvalidInputException(Field.MONTH, Problem.MISSING, "")))
                .contains(Field.MONTH);
        assertThat(ErrorMessages.field(new UnknownTaxException(List.of("QST"), List.of())))
                .contains(Field.TAXES);
        assertThat(ErrorMessages.field(new NotEnoughCreditException(cad("1"), cad("0"))))
                .contains(Field.AMOUNT);
        assertThat(ErrorMessages.field(new NobodyToChargeException(0))).isEmpty();
    }

    @Test
    void theOutcomeIsUnknownOnlyWhereNothingWasAnswered() {
        assertThat(ErrorMessages.isOutcomeUnknown(new StorageException(Outcome.UNKNOWN, null)))
                .isTrue();
        assertThat(ErrorMessages.isOutcomeUnknown(new IllegalStateException())).isTrue();
        assertThat(ErrorMessages.isOutcomeUnknown(new StorageException(Outcome.NOTHING_STORED, null)))
                .isFalse();
        assertThat(ErrorMessages.isOutcomeUnknown(new NobodyToChargeException(0)))
                .isFalse();
    }

    private static ErrorMessages in(Locale locale) {
        return new ErrorMessages(
                Messages.in(locale), new MoneyFormat(locale), LocalDate::toString, YearMonth::toString);
    }
}
