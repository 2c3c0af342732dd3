package org.openadmin.fees.ui.internal.receipts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.openadmin.fees.ui.internal.Screens.click;
import static org.openadmin.fees.ui.internal.Screens.error;
import static org.openadmin.fees.ui.internal.Screens.find;
import static org.openadmin.fees.ui.internal.Screens.shows;
import static org.openadmin.fees.ui.internal.Screens.text;
import static org.openadmin.fees.ui.internal.Screens.type;

import com.github.mvysny.kaributesting.v10.MockVaadin;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.TextField;
import java.util.ArrayDeque;
import java.util.Locale;
import java.util.Queue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.openadmin.fees.api.InvalidInputException;
import org.openadmin.fees.api.InvalidInputException.Field;
import org.openadmin.fees.api.StorageException;
import org.openadmin.fees.api.mail.MailException;
import org.openadmin.fees.api.mail.MailedReceipt.Outcome;
import org.openadmin.fees.api.mail.ReceiptMailRequest;
import org.openadmin.fees.testkit.Kit;
import org.openadmin.fees.testkit.MemoryOffice;
import org.openadmin.fees.ui.internal.FakeDocuments;
import org.openadmin.fees.ui.internal.FakeLists;
import org.openadmin.fees.ui.internal.FakeReceiptMailer;
import org.openadmin.fees.ui.internal.Screens;

/** A receipt is sent by e-mail from its sheet, and its messages are listed there. */
class ReceiptMailingTest {

    private final MemoryOffice office = Screens.office();
    private final FakeReceiptMailer mailer = new FakeReceiptMailer();
    private final Queue<Runnable> background = new ArrayDeque<>();

    @BeforeEach
    void oneReceipt() {
        mailer.configured = true;
        office.cashier().receive(Kit.paying(office.enrol(100, "Tremblay", "Inès", "9", "9A"), "8.00"));
    }

    @AfterEach
    void close() {
        Screens.close();
    }

    private void open(Locale locale, String... roles) {
        Screens.open(locale, roles);
        Screens.show(new ReceiptsView(
                        office.receipts(),
                        office.students(),
                        new FakeDocuments(office),
                        new FakeLists(),
                        office.corrections(),
                        office.returns(),
                        mailer,
                        office,
                        Screens.CLOCK,
                        background::add))
                .setParameter(null, "open=1");
    }

    private void answer() {
        background.remove().run();
        MockVaadin.runUIQueue();
    }

    @Test
    void aCopyIsSentAndListedWithTheReceipt() {
        open(Locale.CANADA, "fees-cashier");
        assertThat(shows(Component.class, "receipt-messages")).isFalse();

        click("email-receipt");
        assertThat(find(TextField.class, "receipt-mail-addresses").getValue())
                .isEqualTo("d@home.example, m@home.example");
        assertThat(text("receipt-mail-copy")).isEqualTo("It is marked as a copy.");
        click("receipt-mail-send");
        assertThat(find(Button.class, "receipt-mail-send").isEnabled()).isFalse();
        answer();

        assertThat(mailer.requests).singleElement().satisfies(request -> {
            assertThat(request.copy()).isTrue();
            assertThat(request.actor().name()).isEqualTo(mailer.messages.get(0).recordedBy());
        });
        assertThat(text("receipt-mail-notice"))
                .isEqualTo("The mail server has accepted the receipt for d@home.example, m@home.example.");
        assertThat(find(Button.class, "receipt-mail-send").isEnabled()).isFalse();
        click("receipt-mail-close");
        assertThat(shows(Dialog.class, "receipt-mail-dialog")).isFalse();
        assertThat(find(Div.class, "receipt-messages").getElement().getTextRecursively())
                .startsWith("E-mailed to d@home.example, m@home.example on Sep. 8, 2026")
                .doesNotContain("{");
    }

    @Test
    void aMessageThatMayHaveBeenRecordedIsAskedForAgainWithItsKey() {
        open(Locale.CANADA, "fees-bill");
        click("email-receipt");
        mailer.failure = new StorageException(StorageException.Outcome.UNKNOWN, null);
        click("receipt-mail-send");
        answer();
        mailer.failure = null;
        click("receipt-mail-send");
        answer();

        assertThat(mailer.requests)
                .extracting(ReceiptMailRequest::key)
                .hasSize(2)
                .containsOnly(mailer.requests.get(0).key());
    }

    @Test
    void whatDoesNotWorkIsSaidAndTriedAgainAsAnotherRequest() {
        open(Locale.CANADA, "fees-cashier");
        click("email-receipt");
        mailer.failure = new MailException(MailException.Problem.UNREACHABLE, "smtp.school.example:587", null);
        click("receipt-mail-send");
        answer();
        assertThat(text("receipt-mail-notice")).contains("smtp.school.example:587");

        mailer.failure = new InvalidInputException(Field.EMAIL, InvalidInputException.Problem.UNKNOWN, "m");
        type("receipt-mail-addresses", "m");
        click("receipt-mail-send");
        answer();
        assertThat(error("receipt-mail-addresses")).contains("“m” is not an e-mail address");

        mailer.failure = null;
        mailer.outcome = Outcome.NOT_SENT;
        mailer.reply = "550 no";
        click("receipt-mail-send");
        answer();
        assertThat(text("receipt-mail-notice")).endsWith("The mail server’s answer: 550 no");

        mailer.outcome = Outcome.MAY_HAVE_ARRIVED;
        click("receipt-mail-send");
        answer();
        assertThat(text("receipt-mail-notice")).startsWith("The receipt may have arrived at m");
        assertThat(find(Button.class, "receipt-mail-send").isEnabled()).isFalse();
        assertThat(mailer.requests).extracting(ReceiptMailRequest::key).doesNotHaveDuplicates();
    }

    @Test
    void thereIsAButtonForWhoMaySendAndIfThereIsAServer() {
        open(Locale.CANADA, "fees-view");
        assertThat(shows(Button.class, "email-receipt")).isFalse();
        mailer.configured = false;
        open(Locale.CANADA, "fees-cashier");
        assertThat(shows(Button.class, "email-receipt")).isFalse();
    }

    @Test
    void aFrenchOfficeReadsFrench() {
        open(Locale.CANADA_FRENCH, "fees-cashier");
        click("email-receipt");
        assertThat(find(Dialog.class, "receipt-mail-dialog").getHeaderTitle())
                .isEqualTo("Envoyer le reçu 1 par courriel");
    }
}
