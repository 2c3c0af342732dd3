package org.openadmin.fees.ui.internal.accounts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.openadmin.fees.testkit.Kit.cad;
import static org.openadmin.fees.ui.internal.Screens.click;
import static org.openadmin.fees.ui.internal.Screens.find;
import static org.openadmin.fees.ui.internal.Screens.shows;
import static org.openadmin.fees.ui.internal.Screens.text;

import com.vaadin.flow.component.button.Button;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.openadmin.fees.api.StorageException;
import org.openadmin.fees.api.StorageException.Outcome;
import org.openadmin.fees.api.billing.ChargeId;
import org.openadmin.fees.api.payments.PaymentRequest;
import org.openadmin.fees.testkit.JournalRow;
import org.openadmin.fees.testkit.Kit;
import org.openadmin.fees.ui.internal.Screens;

/** Charges that are paid from credit on the page of an account. */
class AccountCreditTest {

    @RegisterExtension
    final AccountScreen screen = new AccountScreen();

    @Test
    void chargesThatTheCreditCoversArePaidWithOneClick() {
        screen.credit("30.00");
        screen.openAccount("fees-cashier");
        assertThat(text("student-header")).contains("Amount due (CAD)", "Credit covers it");
        assertThat(text("account-due")).isEqualTo("0.00");
        assertThat(text("account-outstanding")).isEqualTo("24.95");

        Button button = find(Button.class, "pay-from-credit-100");
        assertThat(button.getText()).isEqualTo("Pay from credit");
        assertThat(button.isDisableOnClick()).isTrue();
        button.click();
        button.click();

        assertThat(text("account-notice"))
                .startsWith("24.95 for Inès Tremblay paid from credit, receipt 13. No money changed hands.")
                .contains("Print receipt 13");
        assertThat(screen.newReceipts()).hasSize(1);
        assertThat(screen.newReceipts().get(0).total()).isEqualTo(cad("0.00"));
        assertThat(text("account-outstanding")).isEqualTo("0.00");
        assertThat(text("account-credit")).isEqualTo("15.05");
        assertThat(text("student-header")).doesNotContain("Credit covers it");
        assertThat(shows(Button.class, "pay-from-credit-100")).isFalse();
    }

    @Test
    void onlyACashierPaysFromCreditAndOnlyIfItCoversEverything() {
        screen.openAccount("fees-cashier");
        assertThat(shows(Button.class, "pay-from-credit-100")).isFalse();
        assertThat(text("student-header")).doesNotContain("Credit covers it");
        Screens.close();
        screen.credit("14.95");
        screen.openAccount("fees-bill", "fees-view");
        assertThat(text("student-header")).contains("Credit covers it");
        assertThat(shows(Button.class, "pay-from-credit-100")).isFalse();
    }

    @Test
    void aPaymentFromCreditWithoutAnAnswerIsSentAgainAsItWas() {
        screen.credit("30.00");
        screen.openAccount("fees-cashier");
        screen.office.failAfterNext(new StorageException(Outcome.UNKNOWN, null));
        click("pay-from-credit-100");
        assertThat(text("account-notice")).contains("may or may not have been paid from credit");
        assertThat(find(Button.class, "pay-from-credit-100").getText()).isEqualTo("Send again");

        click("pay-from-credit-100");
        assertThat(Set.copyOf(screen.office.requests(PaymentRequest.class))).hasSize(1);
        assertThat(screen.newReceipts()).hasSize(1);
        assertThat(text("account-notice")).contains("paid from credit, receipt 13");
    }

    @Test
    void aChargeOfALaterDayIsPaidFromCreditOnceThatIsConfirmed() {
        screen.credit("60.00");
        screen.office.add(
                JournalRow.charge("Camp", "30.00").student(screen.ines).on(LocalDate.of(2026, 9, 30)));
        screen.openAccount("fees-cashier");
        click("pay-from-credit-100");
        assertThat(text("account-notice"))
                .contains("Sep. 30, 2026", "Press “Pay all the same” to pay from credit today.");
        assertThat(screen.newReceipts()).isEmpty();

        assertThat(find(Button.class, "pay-from-credit-100").getText()).isEqualTo("Pay all the same");
        click("pay-from-credit-100");
        assertThat(text("account-notice")).startsWith("54.95 for Inès Tremblay paid from credit");
    }

    @Test
    void whatAnotherCounterHasPaidMeanwhileIsSaidAndShown() {
        screen.credit("30.00");
        screen.openAccount("fees-cashier");
        screen.office.cashier().receive(Kit.paying(screen.ines, "0.00", new ChargeId(screen.lab)));
        click("pay-from-credit-100");
        assertThat(text("account-notice")).contains("already been paid", "No payment was taken");
        assertThat(text("account-outstanding")).isEqualTo("0.00");
        assertThat(screen.newReceipts()).hasSize(1);
    }

    @Test
    void theCreditThatCoversItIsFrenchOnAFrenchPage() {
        screen.credit("30.00");
        screen.open(Locale.CANADA_FRENCH, "fees-cashier").setParameter(null, "100");
        assertThat(text("student-header")).contains("Montant dû (CAD)", "Le crédit suffit");
        click("pay-from-credit-100");
        assertThat(text("account-notice"))
                .startsWith("24,95 payés avec le crédit de Inès Tremblay, reçu 13. Aucun argent n’a été reçu.");
    }
}
