package org.openadmin.fees.ui.internal.accounts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.openadmin.fees.testkit.Kit.cad;
import static org.openadmin.fees.ui.internal.Screens.find;
import static org.openadmin.fees.ui.internal.accounts.AccountScreen.HISTORY;
import static org.openadmin.fees.ui.internal.accounts.AccountScreen.offers;
import static org.openadmin.fees.ui.internal.accounts.AccountScreen.pressIn;
import static org.openadmin.fees.ui.internal.accounts.AccountScreen.turnTo;

import com.github.mvysny.kaributesting.v10.ComboBoxKt;
import com.github.mvysny.kaributesting.v10.LocatorJ;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.TextField;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.openadmin.fees.api.PayerNumber;
import org.openadmin.fees.api.RequestKey;
import org.openadmin.fees.api.corrections.CorrectionRequest.TakeBack;
import org.openadmin.fees.api.corrections.CorrectionRequest.Transfer;
import org.openadmin.fees.api.payers.AddPayerRequest;
import org.openadmin.fees.api.payers.PayerAccount;
import org.openadmin.fees.api.payers.PayerDetails;
import org.openadmin.fees.api.payers.PayerKind;
import org.openadmin.fees.testkit.Kit;

/** Charges transferred to a payer and taken back on the page of an account. */
class AccountTransfersTest {

    @RegisterExtension
    final AccountScreen screen = new AccountScreen();

    private PayerNumber payer(PayerKind kind, String name) {
        return screen.office
                .payers()
                .add(new AddPayerRequest(RequestKey.fresh(), Kit.CLERK, kind, PayerDetails.named(name)))
                .number();
    }

    @SuppressWarnings("unchecked")
    private void choose(PayerNumber payer) {
        ComboBox<PayerAccount> field = find(ComboBox.class, "transfer-payer");
        field.setValue(screen.office.payers().list(Kit.CLERK, payer.toString()).get(0));
    }

    private static String question() {
        return find(Paragraph.class, "correction-question").getText();
    }

    private static void apply() {
        LocatorJ._click(find(Button.class, "correction-apply"));
    }

    @Test
    void aChargeIsTransferredToAPayer() {
        PayerNumber band = payer(PayerKind.SPONSOR, "Prairie Band");
        screen.openAccount("fees-bill");
        pressIn("outstanding-lines", 0, "transfer-" + screen.lab);

        choose(band);
        assertThat(question()).isEqualTo("Prairie Band will owe Lab fee (24.95) instead of Inès Tremblay.");
        find(TextField.class, "correction-reason").setValue("Letter of May 2");
        apply();

        assertThat(screen.office.requests(Transfer.class)).singleElement().satisfies(request -> {
            assertThat(request.payer()).isEqualTo(band);
            assertThat(request.reason()).isEqualTo("Letter of May 2");
        });
        assertThat(screen.office.accounts().balance(band).due()).isEqualTo(cad("24.95"));
        assertThat(find(Div.class, "account-notice").getElement().getTextRecursively())
                .contains("Prairie Band owes Lab fee (24.95) instead of Inès Tremblay.");
        turnTo(HISTORY);
        assertThat(AccountScreen.column("history-lines", "what").toString())
                .contains("Transferred: Lab fee", "covered");
    }

    @Test
    void aTransferIsTakenBackFromEitherAccount() {
        PayerNumber band = payer(PayerKind.SPONSOR, "Prairie Band");
        screen.office.corrections().apply(transfer(band));
        AccountView view = screen.openAccount("fees-bill");
        view.setParameter(null, "P" + band.value());
        long owed = screen.office.accounts().outstanding(band).get(0).id().value();
        assertThat(offers("outstanding-lines", 0, "transfer-" + owed)).isFalse();

        pressIn("outstanding-lines", 0, "take-back-" + owed);
        assertThat(question()).isEqualTo("The student will owe Lab fee (24.95) again, due as before.");
        apply();

        assertThat(screen.office.requests(TakeBack.class)).hasSize(1);
        assertThat(screen.office.owed(screen.ines)).extracting(id -> id.value()).containsExactly(screen.lab);
        turnTo(HISTORY);
        assertThat(AccountScreen.column("history-lines", "what").toString())
                .contains("Transfer taken back: Lab fee", "Tremblay, Inès", "taken back");
    }

    @Test
    void aFundWithoutCreditIsRefusedInTheDialog() {
        PayerNumber fund = payer(PayerKind.FUND, "Bursaries");
        screen.openAccount("fees-bill");
        pressIn("outstanding-lines", 0, "transfer-" + screen.lab);

        choose(fund);

        assertThat(LocatorJ._get(Dialog.class).getElement().getTextRecursively())
                .contains("Fund P1 has 0.00 and cannot pay 24.95.");
        screen.office.cashier().receive(Kit.paying(fund, "30.00"));
        apply();
        apply();
        assertThat(screen.office.accounts().balance(fund).credit()).isEqualTo(cad("5.05"));
    }

    @Test
    void aPayerIsRequired() {
        payer(PayerKind.SPONSOR, "Prairie Band");
        screen.openAccount("fees-bill");
        pressIn("outstanding-lines", 0, "transfer-" + screen.lab);

        apply();

        ComboBox<?> field = find(ComboBox.class, "transfer-payer");
        assertThat(field.isInvalid()).isTrue();
        assertThat(field.getErrorMessage()).isEqualTo("Choose a payer.");
    }

    @Test
    void aTextThatNamesNoPayerTransfersNothingToTheOneChosenBefore() {
        PayerNumber band = payer(PayerKind.SPONSOR, "Prairie Band");
        screen.openAccount("fees-bill");
        pressIn("outstanding-lines", 0, "transfer-" + screen.lab);
        choose(band);

        ComboBox<?> field = find(ComboBox.class, "transfer-payer");
        ComboBoxKt._fireCustomValueSet(field, "Ministry");

        assertThat(question()).isEmpty();
        apply();
        assertThat(screen.office.requests(Transfer.class)).isEmpty();
        assertThat(field.isInvalid()).isTrue();
    }

    @Test
    void onlyWhoBillsTransfersAndAPayersInvoiceIsOneClickAway() {
        PayerNumber band = payer(PayerKind.SPONSOR, "Prairie Band");
        AccountView view = screen.openAccount("fees-cashier");
        assertThat(buttons("transfer")).isEmpty();
        screen.office.corrections().apply(transfer(band));

        view.setParameter(null, "P" + band.value());

        assertThat(buttons("take-back")).isEmpty();
        assertThat(find(Anchor.class, "payer-invoice").isVisible()).isTrue();
    }

    @Test
    void theDialogIsFrench() {
        PayerNumber band = payer(PayerKind.SPONSOR, "Bande des Prairies");
        AccountView view = screen.open(Locale.CANADA_FRENCH, "fees-bill");
        view.setParameter(null, "100");
        pressIn("outstanding-lines", 0, "transfer-" + screen.lab);

        choose(band);

        assertThat(question())
                .isEqualTo("Bande des Prairies devra Lab fee (24,95) à la place de l’élève Inès Tremblay.");
    }

    private static List<Button> buttons(String action) {
        return LocatorJ._find(Button.class).stream()
                .filter(button -> button.getId().orElse("").startsWith(action))
                .toList();
    }

    private Transfer transfer(PayerNumber payer) {
        return new Transfer(
                RequestKey.fresh(), Kit.CLERK, screen.office.owed(screen.ines).get(0), payer, Kit.DAY, "Letter");
    }
}
