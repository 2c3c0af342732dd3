package org.openadmin.fees.internal.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.Currency;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.openadmin.fees.api.InvalidInputException;
import org.openadmin.fees.api.InvalidInputException.Field;
import org.openadmin.fees.api.InvalidInputException.Problem;
import org.openadmin.fees.api.Money;
import org.openadmin.fees.api.NotAllowedException;
import org.openadmin.fees.api.Role;
import org.openadmin.fees.api.billing.ChargeId;
import org.openadmin.fees.api.billing.NobodyToChargeException;
import org.openadmin.fees.api.corrections.NotEnoughCreditException;
import org.openadmin.fees.api.payments.ChargeSettledException;

class ShellErrorMessagesTest {

    private final ShellErrorMessages english = new ShellErrorMessages(ShellMessages.ENGLISH);
    private final ShellErrorMessages french = new ShellErrorMessages(ShellMessages.FRENCH);

    @Test
    void amountsAndCountsArePlainInBothLanguages() {
        NotEnoughCreditException credit = new NotEnoughCreditException(cad("1234.50"), cad("0.10"));
        assertThat(english.of(credit)).isEqualTo("1234.50 CAD cannot be refunded: the credit on account is 0.10 CAD.");
        assertThat(french.of(credit))
                .isEqualTo("1234.50 CAD ne peut pas être remboursé\u00a0: il y a 0.10 CAD de crédit au compte.");
        assertThat(english.of(new NobodyToChargeException(1500))).contains("1500 students");
        assertThat(french.of(new NobodyToChargeException(1500))).contains("1500 élèves");
    }

    @Test
    void theConsoleHasItsOwnWordsWhereAScreenWouldPointAtSomething() {
        assertThat(english.of(new ChargeSettledException(List.of(new ChargeId(1), new ChargeId(22222)))))
                .isEqualTo("Charges 1, 22222 have already been paid. No payment was taken.");
        assertThat(english.of(new InvalidInputException(Field.AMOUNT, Problem.NOT_A_NUMBER, "12,50")))
                .isEqualTo("The amount \"12,50\" is not a plain number such as 12.50.");
        assertThat(french.of(new NotAllowedException("ann", Role.BILL)))
                .isEqualTo("ann ne peut pas faire cela\u00a0: il faut le rôle fees-bill.");
    }

    @Test
    void aCommandThatWasTypedWrongHasItsSentence() {
        assertThat(english.of(new UsageException("usage.option-missing", "--charges")))
                .isEqualTo("The option --charges is missing.");
    }

    @Test
    void anythingElseIsNamedByItsTypeAndFoundInTheLog() {
        assertThat(english.of(new IllegalStateException("secret")))
                .isEqualTo("The command failed unexpectedly (IllegalStateException). See the log for details.");
    }

    private static Money cad(String amount) {
        return Money.of(new BigDecimal(amount), Currency.getInstance("CAD"));
    }
}
