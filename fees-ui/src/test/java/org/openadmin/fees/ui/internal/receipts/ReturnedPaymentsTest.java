package org.openadmin.fees.ui.internal.receipts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.openadmin.fees.testkit.Kit.cad;
import static org.openadmin.fees.ui.internal.Screens.click;
import static org.openadmin.fees.ui.internal.Screens.error;
import static org.openadmin.fees.ui.internal.Screens.find;
import static org.openadmin.fees.ui.internal.Screens.shows;
import static org.openadmin.fees.ui.internal.Screens.text;
import static org.openadmin.fees.ui.internal.Screens.type;

import com.github.mvysny.kaributesting.v10.LocatorJ;
import com.github.mvysny.kaributesting.v10.MockVaadin;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.TextField;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.openadmin.fees.api.RequestKey;
import org.openadmin.fees.api.StudentNumber;
import org.openadmin.fees.api.billing.ChargeId;
import org.openadmin.fees.api.corrections.CorrectionRequest.ReturnPayment;
import org.openadmin.fees.api.mail.MailedDocument;
import org.openadmin.fees.api.payments.PaymentMethod;
import org.openadmin.fees.api.payments.PaymentRequest;
import org.openadmin.fees.api.payments.ReceiptNumber;
import org.openadmin.fees.spi.ReturnSettings;
import org.openadmin.fees.testkit.Kit;
import org.openadmin.fees.testkit.MemoryOffice;
import org.openadmin.fees.ui.internal.FakeDocuments;
import org.openadmin.fees.ui.internal.FakeLists;
import org.openadmin.fees.ui.internal.FakeReceiptMailer;
import org.openadmin.fees.ui.internal.Screens;

/** On the page of the receipts: a payment that the bank returned is recorded, shown and undone. */
class ReturnedPaymentsTest {

    private static final StudentNumber INES = new StudentNumber(100);

    private final MemoryOffice office = Screens.office();
    private final FakeReceiptMailer mailer = new FakeReceiptMailer();
    private ChargeId lab;

    @BeforeEach
    void aChequeForTheLabFeeAndSomeCash() {
        office.enrol(100, "Tremblay", "Inès", "9", "9A");
        lab = office.charge(INES, "Lab fee", "24.95").id();
        office.cashier()
                .receive(new PaymentRequest(
                        RequestKey.fresh(),
                        Kit.CASHIER,
                        INES,
                        Kit.DAY,
                        cad("30.00"),
                        Set.of(lab),
                        PaymentMethod.CHEQUE,
                        "17"));
        office.cashier().receive(Kit.paying(INES, "8.00"));
    }

    @AfterEach
    void close() {
        Screens.close();
    }

    private void open(String receipt, String... roles) {
        open(Locale.CANADA, receipt, roles);
    }

    private void open(Locale locale, String receipt, String... roles) {
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
                        Runnable::run))
                .setParameter(null, "open=" + receipt);
    }

    private void configure() {
        office.configure(office.current().withReturns(ReturnSettings.none().withFee(cad("25.00"))));
    }

    @Test
    void theConsequencesAreShownAndThenItIsRecorded() {
        configure();
        open("1", "fees-admin");
        click("return-payment");
        assertThat(find(Dialog.class, "correction-dialog").getHeaderTitle()).isEqualTo("Record receipt 1 as returned");
        assertThat(find(TextField.class, "return-fee").getValue()).isEqualTo("25.00");
        assertThat(find(DatePicker.class, "return-until").getValue()).isEqualTo(LocalDate.of(2026, 12, 7));
        assertThat(text("correction-question"))
                .isEqualTo("The payment of receipt 1 (30.00) was returned: the receipt will be voided."
                        + " A fee of 25.00 is charged. One charge is outstanding again (24.95). Credit is down by 5.05."
                        + " Cash only until Dec. 7, 2026.");

        type("return-fee", "20");
        assertThat(text("correction-question")).contains("A fee of 20.00 is charged.");
        type("correction-reason", "NSF");
        click("correction-apply");

        assertThat(shows(Dialog.class, "correction-dialog")).isFalse();
        assertThat(text("receipts-notice")).contains("Receipt 1 (30.00) voided, because the payment was returned.");
        assertThat(text("receipt-returned"))
                .isEqualTo("The bank returned this payment: Sep. 8, 2026. Fee: 20.00. Cash only until Dec. 7, 2026.");
        assertThat(office.accounts().balance(INES).balance()).isEqualTo(cad("36.95"));
        assertThat(shows(Button.class, "void-receipt")).isFalse();
        assertThat(shows(Anchor.class, "return-letter-now")).isTrue();
        assertThat(shows(Anchor.class, "return-letter")).isTrue();
    }

    @Test
    void aDayBeforeTheDateAndATextThatIsNoAmountAreRefusedBesideTheirFields() {
        open("1", "fees-bill");
        click("return-payment");
        type("return-fee", "lots");
        click("correction-apply");
        assertThat(error("return-fee")).contains("“lots” is not an amount");

        type("return-fee", "");
        LocatorJ._setValue(find(DatePicker.class, "return-until"), LocalDate.of(2026, 9, 1));
        click("correction-apply");
        assertThat(find(DatePicker.class, "return-until").getErrorMessage())
                .isEqualTo("The day cannot be before the date.");
        assertThat(office.requests(ReturnPayment.class)).isEmpty();

        LocatorJ._setValue(find(DatePicker.class, "return-until"), null);
        assertThat(text("correction-question")).doesNotContain("fee", "Cash only");
        click("correction-apply");
        assertThat(office.returns().cashOnlyUntil(Kit.VIEWER, INES)).isEmpty();
    }

    @Test
    void itIsUndoneUnderANewReceiptNumber() {
        configure();
        returned();
        open("1", "fees-admin");
        click("undo-return");
        assertThat(text("correction-question"))
                .isEqualTo("The 30.00 will be received again, under a new receipt number; receipt 1 stays void."
                        + " One charge is paid again (24.95). The fee (25.00) is reversed.");
        click("correction-apply");
        assertThat(text("receipts-notice"))
                .startsWith("The 30.00 was received again as receipt 3; receipt 1 stays void.");
        assertThat(text("receipt-returned")).endsWith("This was undone: the money was received again as receipt 3.");
        assertThat(shows(Button.class, "undo-return")).isFalse();
        assertThat(office.owed(INES)).isEmpty();
    }

    @Test
    void theCashierReturnsWithTheConfiguredFeeOnly() {
        open("1", "fees-cashier");
        assertThat(shows(Button.class, "return-payment")).isFalse();
        assertThat(shows(Button.class, "void-receipt")).isTrue();

        configure();
        open("1", "fees-cashier");
        click("return-payment");
        assertThat(find(TextField.class, "return-fee").isReadOnly()).isTrue();
        click("correction-apply");
        assertThat(office.requests(ReturnPayment.class)).hasSize(1);
    }

    @Test
    void cashIsNotReturnedAndAViewerSeesWhatHappened() {
        open("2", "fees-admin");
        assertThat(shows(Button.class, "return-payment")).isFalse();
        returned();

        open("1", "fees-view");

        assertThat(text("receipt-returned")).startsWith("The bank returned this payment");
        assertThat(shows(Button.class, "undo-return")).isFalse();
        assertThat(shows(Anchor.class, "return-letter")).isTrue();
    }

    @Test
    void aFrenchPageIsFrench() {
        configure();
        open(Locale.CANADA_FRENCH, "1", "fees-admin");
        click("return-payment");
        assertThat(text("correction-question"))
                .startsWith("Le paiement du reçu 1 (30,00) a été retourné\u00a0: le reçu sera annulé."
                        + " Des frais de 25,00 sont imputés.")
                .contains("Comptant seulement jusqu’au 7 déc. 2026.");
    }

    @Test
    void theLetterIsEmailedAndListedWithTheReceipt() {
        mailer.configured = true;
        returned();
        open("1", "fees-cashier");
        click("email-return-letter");
        assertThat(find(Dialog.class, "receipt-mail-dialog").getHeaderTitle())
                .isEqualTo("E-mail the letter about receipt 1");
        assertThat(shows(Paragraph.class, "receipt-mail-copy")).isFalse();
        click("receipt-mail-send");
        MockVaadin.runUIQueue();

        assertThat(mailer.requests).singleElement().satisfies(request -> assertThat(request.document())
                .isEqualTo(MailedDocument.RETURN_LETTER));
        assertThat(text("receipt-mail-notice"))
                .isEqualTo("The mail server has accepted the letter for d@home.example, m@home.example.");
        click("receipt-mail-close");
        assertThat(text("receipt-messages")).startsWith("Letter e-mailed to d@home.example, m@home.example on ");
        open("2", "fees-cashier");
        assertThat(shows(Button.class, "email-return-letter")).isFalse();
    }

    private void returned() {
        office.corrections()
                .apply(new ReturnPayment(
                        RequestKey.fresh(),
                        Kit.CLERK,
                        new ReceiptNumber(1),
                        cad("25.00"),
                        Optional.of(LocalDate.of(2026, 12, 7)),
                        Kit.DAY,
                        "NSF"));
    }
}
