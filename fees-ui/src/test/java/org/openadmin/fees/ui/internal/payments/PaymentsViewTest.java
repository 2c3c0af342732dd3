package org.openadmin.fees.ui.internal.payments;

import static org.assertj.core.api.Assertions.assertThat;
import static org.openadmin.fees.ui.internal.Screens.click;
import static org.openadmin.fees.ui.internal.Screens.error;
import static org.openadmin.fees.ui.internal.Screens.find;
import static org.openadmin.fees.ui.internal.Screens.press;
import static org.openadmin.fees.ui.internal.Screens.shows;
import static org.openadmin.fees.ui.internal.Screens.text;
import static org.openadmin.fees.ui.internal.Screens.tick;
import static org.openadmin.fees.ui.internal.Screens.type;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.textfield.TextField;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.openadmin.fees.api.PayerNumber;
import org.openadmin.fees.testkit.Kit;
import org.openadmin.fees.ui.internal.Screens;

/** Roles, the way back and forth between students, and one payment from several browsers. */
class PaymentsViewTest {

    @RegisterExtension
    private final CounterScreen counter = new CounterScreen();

    @Test
    void aPageLeftOpenTakesNoMoneyAfterTheRoleWasWithdrawn() {
        counter.openAccount();
        Screens.assign("fees-view");

        click("accept");

        assertThat(counter.receipts()).isEmpty();
        assertThat(UI.getCurrent().getElement().getTextRecursively()).contains("fees-cashier");
    }

    @Test
    void aDoubleClickTakesTheMoneyOnce() {
        counter.openAccount();
        Button accept = find(Button.class, "accept");
        TextField amount = find(TextField.class, "amount");
        accept.click();
        accept.click();
        press(amount, Key.ENTER);
        assertThat(counter.requests()).hasSize(1);
        assertThat(counter.receipts()).hasSize(1);
    }

    @Test
    void aChargePaidAtAnotherCounterRefreshesTheList() {
        counter.openAccount();
        counter.office.cashier().receive(Kit.paying(counter.ines, "24.95", counter.lab.id()));
        click("accept");
        assertThat(text("payments-notice")).contains("already been paid").contains("No payment was taken");
        assertThat(shows(Component.class, "charge-" + counter.lab.id())).isFalse();
        click("accept");
        assertThat(counter.receipts()).hasSize(2);
    }

    @Test
    void aViewerSeesWhatIsOutstandingAndNoButton() {
        counter.open(Locale.CANADA, "fees-view").setParameter(null, "100");
        assertThat(text("charges")).contains("Lab fee", "24.95");
        assertThat(shows(Button.class, "accept")).isFalse();
        assertThat(shows(Component.class, "charge-" + counter.lab.id())).isFalse();
    }

    @Test
    void aPayerIsFoundByNameAndPaysOnAccount() {
        counter.office.addPayer(new PayerNumber(12), "Prairie Band");
        counter.open(Locale.CANADA, "fees-cashier");
        type("student-search", "prairie");
        press(find(TextField.class, "student-search"), Key.ENTER);
        assertThat(text("student-name")).isEqualTo("Prairie Band");
        assertThat(text("student-header")).contains("P12", "payer");
    }

    @Test
    void aSecondBrowserTakesNothingTwice() {
        counter.openAccount();
        PaymentsView second = counter.view();
        second.setParameter(null, "100");
        click("accept");
        Screens.show(second);
        click("accept");
        assertThat(text("payments-notice")).contains("already been paid").contains("No payment was taken");
        assertThat(text("account-due")).isEqualTo("0.00");
        assertThat(counter.receipts()).hasSize(1);
    }

    @Test
    void backOrReloadAfterAPaymentShowsTheAccountAsItIsNow() {
        counter.openAccount();
        click("accept");
        counter.open(Locale.CANADA, "fees-cashier").setParameter(null, "100");
        assertThat(text("account-due")).isEqualTo("0.00");
        assertThat(find(TextField.class, "amount").getValue()).isEmpty();
        press(find(TextField.class, "amount"), Key.ENTER);
        assertThat(error("amount")).isNotEmpty();
        assertThat(counter.receipts()).hasSize(1);
    }

    @Test
    void backLeadsToTheFormerStudentAndToTheEmptyCounter() {
        PaymentsView view = counter.open(Locale.CANADA, "fees-cashier");
        view.setParameter(null, "100");
        type("student-search", "101");
        press(find(TextField.class, "student-search"), Key.ENTER);
        assertThat(text("student-name")).isEqualTo("Nguyễn, Anh");
        view.setParameter(null, "100");
        assertThat(text("student-name")).isEqualTo("Tremblay, Inès");
        assertThat(find(TextField.class, "amount").getValue()).isEqualTo("100.00");
        view.setParameter(null, null);
        assertThat(shows(Component.class, "student-header")).isFalse();
        assertThat(text("payments")).contains("Type a name or number");
    }

    @Test
    void backToAStudentWhoHasPaidShowsTheReceiptAndNoFormThatTakesMoney() {
        PaymentsView view = counter.open(Locale.CANADA, "fees-cashier");
        view.setParameter(null, "100");
        tick("charge-" + counter.band.id(), false);
        click("accept");
        view.setParameter(null, "101");
        view.setParameter(null, "100");
        assertThat(text("receipt-number")).isEqualTo("1");
        assertThat(text("account-due")).isEqualTo("75.05");
        assertThat(shows(Button.class, "accept")).isFalse();

        click("same-student");
        assertThat(text("ticked-total")).isEqualTo("1 of 1 charge selected: 75.05 CAD");
        view.setParameter(null, "101");
        view.setParameter(null, "100");
        assertThat(shows(Button.class, "accept")).isTrue();
        assertThat(counter.receipts()).hasSize(1);
    }

    @Test
    void withoutARoleThePageSaysSoAndNothingIsAsked() {
        Screens.open(Locale.CANADA);
        Screens.show(new PaymentsView(
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        Screens.CLOCK,
                        null))
                .setParameter(null, "100");
        assertThat(text("payments-notice")).contains("fees-cashier");
        assertThat(shows(TextField.class, "student-search")).isFalse();
    }

    @Test
    void notesAreShownAtTheCounterAndWrittenThere() {
        counter.openAccount();
        assertThat(shows(Component.class, "account-notes")).isFalse();
        click("note-add");
        Screens.type("note-text", "Receipt to the father");
        click("note-save");
        assertThat(text("account-notes")).contains("Receipt to the father");
        assertThat(shows(Button.class, "accept")).isTrue();
    }

    @Test
    void theHeaderLeadsToTheAccountAndToTheInvoiceByRole() {
        counter.openAccount();
        assertThat(find(Anchor.class, "to-account").getHref()).isEqualTo("fees/account/100");
        assertThat(shows(Anchor.class, "to-invoice")).isFalse();

        counter.open(Locale.CANADA, "fees-admin").setParameter(null, "100");
        assertThat(find(Anchor.class, "to-invoice").getHref()).isEqualTo("fees/invoices/100");
    }
}
