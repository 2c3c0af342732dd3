package org.openadmin.fees.ui.internal.corrections;

import static org.assertj.core.api.Assertions.assertThat;
import static org.openadmin.fees.testkit.Kit.cad;
import static org.openadmin.fees.ui.internal.Screens.click;
import static org.openadmin.fees.ui.internal.Screens.error;
import static org.openadmin.fees.ui.internal.Screens.find;
import static org.openadmin.fees.ui.internal.Screens.press;
import static org.openadmin.fees.ui.internal.Screens.shows;
import static org.openadmin.fees.ui.internal.Screens.text;
import static org.openadmin.fees.ui.internal.Screens.type;

import com.github.mvysny.kaributesting.v10.LocatorJ;
import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.openadmin.fees.api.StudentNumber;
import org.openadmin.fees.api.billing.BatchNumber;
import org.openadmin.fees.api.corrections.AlreadyCorrectedException;
import org.openadmin.fees.api.corrections.CorrectionRequest;
import org.openadmin.fees.api.journal.ReasonCode;
import org.openadmin.fees.api.payments.ChargeSettledException;
import org.openadmin.fees.api.payments.ReceiptNumber;
import org.openadmin.fees.spi.WaiverReasons;
import org.openadmin.fees.spi.WaiverReasons.Names;
import org.openadmin.fees.testkit.Kit;
import org.openadmin.fees.ui.internal.components.Banner;

/** The question, the correction and what the page says then. */
class CorrectionDialogTest {

    @RegisterExtension
    final CorrectionScreen screen = new CorrectionScreen();

    @Test
    void aReceiptIsVoidedAfterTheConsequenceWasShown() {
        screen.corrections.amount = cad("100.00");
        screen.corrections.reopened = 2;
        screen.corrections.reopenedTotal = cad("85.40");
        screen.english().voidReceipt(new ReceiptNumber(12));
        assertThat(find(Dialog.class, "correction-dialog").getHeaderTitle()).isEqualTo("Void receipt 12");
        assertThat(text("correction-question"))
                .isEqualTo("Receipt 12 (100.00) will be voided. Its number will not be reused."
                        + " 2 charges are outstanding again (85.40). Credit is down by 14.60.");
        assertThat(screen.corrections.sent).isEmpty();

        type("correction-reason", "bounced");
        assertThat(find(Button.class, "correction-apply").getText()).isEqualTo("Void receipt 12");
        click("correction-apply");
        CorrectionRequest.VoidReceipt request = screen.onlySent(CorrectionRequest.VoidReceipt.class);
        assertThat(request.receipt()).isEqualTo(new ReceiptNumber(12));
        assertThat(request.date()).isEqualTo(LocalDate.of(2026, 9, 8));
        assertThat(request.reason()).isEqualTo("bounced");
        assertThat(shows(Dialog.class, "correction-dialog")).isFalse();
        assertThat(screen.refreshed()).isOne();
        assertThat(text("page-notice"))
                .isEqualTo("Receipt 12 (100.00) voided. 2 charges are outstanding again (85.40)."
                        + " Credit is down by 14.60.");
    }

    @Test
    void aChargeIsCancelledAndWhatWasPaidBecomesCredit() {
        screen.corrections.toCredit = cad("20.00");
        screen.english().cancel(screen.lab);
        assertThat(text("correction-question"))
                .isEqualTo("This reverses Lab fee (24.95); Inès Tremblay will no longer owe it."
                        + " The 20.00 already paid becomes credit.");
        click("correction-apply");
        assertThat(screen.onlySent(CorrectionRequest.Cancel.class).charge()).isEqualTo(screen.lab.id());
        assertThat(text("page-notice"))
                .isEqualTo("Lab fee (24.95) reversed for Inès Tremblay. The 20.00 already paid becomes credit.");
    }

    @Test
    void aWholeAssessmentIsUndone() {
        screen.corrections.rows = 47;
        screen.corrections.amount = cad("1311.30");
        screen.english().undo(new BatchNumber(7));
        assertThat(text("correction-question")).isEqualTo("47 charges will be reversed, 1,311.30 in total.");
        click("correction-apply");
        assertThat(screen.onlySent(CorrectionRequest.Undo.class).batch()).isEqualTo(new BatchNumber(7));
        assertThat(text("page-notice")).isEqualTo("Batch 7 undone: 47 charges reversed, 1,311.30 in total.");
    }

    @Test
    void aWaiverNeedsAReasonAndSaysSoBesideTheField() {
        screen.english().waive(screen.lab);
        assertThat(text("correction-question")).startsWith("Waive Lab fee (24.95)");
        click("correction-apply");
        assertThat(screen.corrections.sent).isEmpty();
        assertThat(error("correction-reason")).isEqualTo("Enter a reason, such as Bursary.");
        type("correction-reason", "x".repeat(256));
        click("correction-apply");
        assertThat(error("correction-reason")).contains("256 characters");

        type("correction-reason", "Bursary");
        press(find(TextField.class, "correction-reason"), Key.ENTER);
        assertThat(screen.onlySent(CorrectionRequest.Waive.class).reason()).isEqualTo("Bursary");
    }

    @Test
    @SuppressWarnings("unchecked")
    void whereTheSchoolHasReasonCodesOneIsChosenAndWordsAreOptional() {
        screen.office.configure(Kit.settings()
                .withWaivers(new WaiverReasons(Map.of(
                        new ReasonCode("hardship"), new Names("Hardship", Map.of("fr", "Difficultés financières"))))));
        screen.page(Locale.CANADA_FRENCH, "fees-admin").waive(screen.lab);
        Select<ReasonCode> code = find(Select.class, "waive-code");
        assertThat(code.getItemLabelGenerator().apply(new ReasonCode("hardship")))
                .isEqualTo("Difficultés financières");
        assertThat(find(TextField.class, "correction-reason").getLabel()).isEqualTo("Précisions (facultatif)");
        assertThat(text("correction-question")).isEqualTo("Choisissez le motif de la dispense.");
        click("correction-apply");
        assertThat(screen.corrections.sent).isEmpty();
        assertThat(code.getErrorMessage()).isEqualTo("Choisissez le motif de la dispense.");
        assertThat(find(TextField.class, "correction-reason").isInvalid()).isFalse();

        LocatorJ._setValue(code, new ReasonCode("hardship"));
        assertThat(text("correction-question")).startsWith("Accorder à Inès Tremblay une dispense pour Lab fee");
        click("correction-apply");
        CorrectionRequest.Waive request = screen.onlySent(CorrectionRequest.Waive.class);
        assertThat(request.code()).contains(new ReasonCode("hardship"));
        assertThat(request.reason()).isEmpty();
    }

    @Test
    void withoutReasonCodesThereIsNoListOfThem() {
        screen.english().waive(screen.lab);

        assertThat(shows(Select.class, "waive-code")).isFalse();
    }

    @Test
    void aVoidNamesTheOtherReceiptsThatShowItsChargesAsPaid() {
        screen.corrections.amount = cad("50.00");
        screen.corrections.reopened = 2;
        screen.corrections.reopenedTotal = cad("30.00");
        screen.corrections.otherReceipts = List.of(new ReceiptNumber(13), new ReceiptNumber(14));

        screen.english().voidReceipt(new ReceiptNumber(12));

        String told = "Receipts 13, 14 show charges as paid that no longer are; their copies will say so.";
        assertThat(text("correction-question")).contains("2 charges are outstanding again (30.00).", told);
        click("correction-apply");
        assertThat(text("page-notice")).contains(told);
    }

    @Test
    void leavingChangesNothing() {
        screen.english().cancel(screen.lab);
        click("correction-leave");
        assertThat(shows(Dialog.class, "correction-dialog")).isFalse();
        assertThat(screen.corrections.sent).isEmpty();
        assertThat(screen.refreshed()).isZero();
        assertThat(shows(Banner.class, "page-notice")).isFalse();
    }

    @Test
    void anEarlierCorrectionIsReportedAtOnceAndNothingIsSent() {
        screen.corrections.previewFailure =
                new AlreadyCorrectedException(AlreadyCorrectedException.Subject.RECEIPT, 12);
        screen.english().voidReceipt(new ReceiptNumber(12));
        assertThat(text("correction-notice")).isEqualTo("Receipt 12 has already been voided.");
        click("correction-apply");
        assertThat(screen.corrections.sent).isEmpty();
    }

    @Test
    void aRefusalAfterTheQuestionKeepsTheDialogAndSaysWhy() {
        screen.english().waive(screen.lab);
        type("correction-reason", "Bursary");
        screen.corrections.nextFailure = new ChargeSettledException(List.of(screen.lab.id()));
        click("correction-apply");
        assertThat(text("correction-notice")).contains("already been paid");
        assertThat(find(TextField.class, "correction-reason").getValue()).isEqualTo("Bursary");
        assertThat(screen.refreshed()).isZero();
    }

    @Test
    void withoutTheRoleTheServiceRefusesAndTheDialogSaysWhichItNeeds() {
        CorrectionActions page = screen.page(Locale.CANADA, "fees-view");
        assertThat(page.mayCancel()).isFalse();
        assertThat(page.mayGiveBack()).isFalse();
        page.voidReceipt(new ReceiptNumber(12));
        assertThat(text("correction-notice")).contains("fees-cashier");
        click("correction-apply");
        assertThat(screen.corrections.sent).isEmpty();
    }

    @Test
    void theDialogSpeaksFrench() {
        screen.corrections.reopened = 1;
        screen.corrections.reopenedTotal = cad("24.95");
        screen.page(Locale.CANADA_FRENCH, "fees-cashier").voidReceipt(new ReceiptNumber(12));
        assertThat(text("correction-question"))
                .isEqualTo("Le reçu 12 (24,95) sera annulé; son numéro ne sera pas réutilisé."
                        + " Un poste est de nouveau à payer (24,95).");
        click("correction-apply");
        assertThat(text("page-notice")).startsWith("Le reçu 12 (24,95) est annulé.");
    }

    @Test
    void namesAreTextAndNothingElse() {
        String nasty = "<b onclick=alert(1)> {0} 'a' \"q\" 😀";
        screen.office.enrol(102, nasty + "\u202E", "", "9", "9A");
        screen.english().cancel(screen.office.charge(new StudentNumber(102), nasty, "5.00"));
        assertThat(text("correction-question"))
                .startsWith("This reverses " + nasty + " (")
                // by its code, because the direction override would otherwise reorder the sentence
                .contains("; " + nasty + "<U+202E> will no longer owe");
    }
}
