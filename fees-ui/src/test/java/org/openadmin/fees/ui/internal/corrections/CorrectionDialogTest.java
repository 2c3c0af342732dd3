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
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.openadmin.fees.api.Confirmation;
import org.openadmin.fees.api.DateNotAllowedException;
import org.openadmin.fees.api.DateNotAllowedException.Limit;
import org.openadmin.fees.api.InvalidInputException;
import org.openadmin.fees.api.InvalidInputException.Field;
import org.openadmin.fees.api.InvalidInputException.Problem;
import org.openadmin.fees.api.RepeatedAmount;
import org.openadmin.fees.api.RepeatedAmountException;
import org.openadmin.fees.api.RequestKey;
import org.openadmin.fees.api.StorageException;
import org.openadmin.fees.api.StorageException.Outcome;
import org.openadmin.fees.api.StudentNumber;
import org.openadmin.fees.api.UnusualDate;
import org.openadmin.fees.api.UnusualDateException;
import org.openadmin.fees.api.billing.BatchNumber;
import org.openadmin.fees.api.billing.Charge;
import org.openadmin.fees.api.corrections.AlreadyCorrectedException;
import org.openadmin.fees.api.corrections.CorrectionRequest;
import org.openadmin.fees.api.corrections.NotEnoughCreditException;
import org.openadmin.fees.api.payments.ChargeSettledException;
import org.openadmin.fees.api.payments.PaymentMethod;
import org.openadmin.fees.api.payments.ReceiptNumber;
import org.openadmin.fees.spi.CashRounding;
import org.openadmin.fees.spi.PaymentSettings;
import org.openadmin.fees.testkit.Kit;
import org.openadmin.fees.testkit.MemoryOffice;
import org.openadmin.fees.ui.internal.FakeDocuments;
import org.openadmin.fees.ui.internal.Screens;
import org.openadmin.fees.ui.internal.UserContext;
import org.openadmin.fees.ui.internal.components.Banner;
import org.openadmin.fees.ui.internal.components.Returned;

class CorrectionDialogTest {

    private final MemoryOffice office = Screens.office();
    private final CannedCorrections corrections = new CannedCorrections();
    private Charge lab;
    private int refreshed;

    @BeforeEach
    void aStudentWhoOwesACharge() {
        office.enrol(100, "Tremblay", "Inès", "9", "9A");
        lab = office.charge(new StudentNumber(100), "Lab fee", "24.95");
    }

    @AfterEach
    void close() {
        Screens.close();
    }

    private CorrectionActions page(Locale locale, String... roles) {
        Screens.open(locale, roles);
        UserContext visit = UserContext.now(Screens.CLOCK);
        Banner notice = new Banner("page-notice");
        Screens.show(new Div(notice));
        return new CorrectionActions(visit, corrections, notice, () -> refreshed++);
    }

    private RefundSlips slips() {
        return new RefundSlips(
                UserContext.now(Screens.CLOCK), office.refunds(), new FakeDocuments(office), failure -> {});
    }

    private CorrectionActions english() {
        return page(Locale.CANADA, "fees-admin");
    }

    private <R extends CorrectionRequest> R onlySent(Class<R> type) {
        assertThat(corrections.sent).hasSize(1);
        return type.cast(corrections.sent.get(0));
    }

    private static void date(LocalDate day) {
        LocatorJ._setValue(find(DatePicker.class, "correction-date"), day);
    }

    @Test
    void aReceiptIsVoidedAfterTheConsequenceWasShown() {
        corrections.amount = cad("100.00");
        corrections.reopened = 2;
        corrections.reopenedTotal = cad("85.40");
        english().voidReceipt(new ReceiptNumber(12));
        assertThat(find(Dialog.class, "correction-dialog").getHeaderTitle()).isEqualTo("Void receipt 12");
        assertThat(text("correction-question"))
                .isEqualTo("Receipt 12 (100.00) will be voided. Its number will not be reused."
                        + " 2 charges are outstanding again (85.40). Credit is down by 14.60.");
        assertThat(corrections.sent).isEmpty();

        type("correction-reason", "bounced");
        assertThat(find(Button.class, "correction-apply").getText()).isEqualTo("Void receipt 12");
        click("correction-apply");
        CorrectionRequest.VoidReceipt request = onlySent(CorrectionRequest.VoidReceipt.class);
        assertThat(request.receipt()).isEqualTo(new ReceiptNumber(12));
        assertThat(request.date()).isEqualTo(LocalDate.of(2026, 9, 8));
        assertThat(request.reason()).isEqualTo("bounced");
        assertThat(shows(Dialog.class, "correction-dialog")).isFalse();
        assertThat(refreshed).isOne();
        assertThat(text("page-notice"))
                .isEqualTo("Receipt 12 (100.00) voided. 2 charges are outstanding again (85.40)."
                        + " Credit is down by 14.60.");
    }

    @Test
    void aChargeIsCancelledAndWhatWasPaidBecomesCredit() {
        corrections.toCredit = cad("20.00");
        english().cancel(lab);
        assertThat(text("correction-question"))
                .isEqualTo("This reverses Lab fee (24.95); Inès Tremblay will no longer owe it."
                        + " The 20.00 already paid becomes credit.");
        click("correction-apply");
        assertThat(onlySent(CorrectionRequest.Cancel.class).charge()).isEqualTo(lab.id());
        assertThat(text("page-notice"))
                .isEqualTo("Lab fee (24.95) reversed for Inès Tremblay. The 20.00 already paid becomes credit.");
    }

    @Test
    void aWholeAssessmentIsUndone() {
        corrections.rows = 47;
        corrections.amount = cad("1311.30");
        english().undo(new BatchNumber(7));
        assertThat(text("correction-question")).isEqualTo("47 charges will be reversed, 1,311.30 in total.");
        click("correction-apply");
        assertThat(onlySent(CorrectionRequest.Undo.class).batch()).isEqualTo(new BatchNumber(7));
        assertThat(text("page-notice")).isEqualTo("Batch 7 undone: 47 charges reversed, 1,311.30 in total.");
    }

    @Test
    void aWaiverNeedsAReasonAndSaysSoBesideTheField() {
        english().waive(lab);
        assertThat(text("correction-question")).startsWith("Waive Lab fee (24.95)");
        click("correction-apply");
        assertThat(corrections.sent).isEmpty();
        assertThat(error("correction-reason")).isEqualTo("Enter a reason, such as Bursary.");
        type("correction-reason", "x".repeat(256));
        click("correction-apply");
        assertThat(error("correction-reason")).contains("256 characters");

        type("correction-reason", "Bursary");
        press(find(TextField.class, "correction-reason"), Key.ENTER);
        assertThat(onlySent(CorrectionRequest.Waive.class).reason()).isEqualTo("Bursary");
    }

    @Test
    void aVoidNamesTheOtherReceiptsThatShowItsChargesAsPaid() {
        corrections.amount = cad("50.00");
        corrections.reopened = 2;
        corrections.reopenedTotal = cad("30.00");
        corrections.otherReceipts = List.of(new ReceiptNumber(13), new ReceiptNumber(14));

        english().voidReceipt(new ReceiptNumber(12));

        String told = "Receipts 13, 14 show charges as paid that no longer are; their copies will say so.";
        assertThat(text("correction-question")).contains("2 charges are outstanding again (30.00).", told);
        click("correction-apply");
        assertThat(text("page-notice")).contains(told);
    }

    private static Returned sent(RequestKey key) {
        return new Returned(Optional.of(key), "Void receipt 12", Map.of());
    }

    @Test
    void aCorrectionThatWasRecordedWithoutAnAnswerIsNotDoneAgain() {
        CorrectionActions page = english();
        corrections.nextFailureAfter = new StorageException(Outcome.UNKNOWN, null);
        page.voidReceipt(new ReceiptNumber(12));
        click("correction-apply");
        RequestKey key = onlySent(CorrectionRequest.VoidReceipt.class).key();

        english().returned(sent(key));
        assertThat(text("page-notice"))
                .isEqualTo("The page was interrupted, but “Void receipt 12” had been recorded. Do not do it again.");
    }

    @Test
    void aCorrectionThatWasNotRecordedMayBeStartedAgain() {
        page(Locale.CANADA_FRENCH, "fees-admin").returned(sent(RequestKey.fresh()));
        assertThat(text("page-notice")).contains("rien n’a changé", "«\u00a0Void receipt 12\u00a0»");
        assertThat(corrections.sent).isEmpty();
    }

    @Test
    void aCorrectionIsAskedAboutAgainWhenTheDatabaseIsAway() {
        CorrectionActions page = english();
        corrections.nextFailure = new StorageException(Outcome.ATTEMPT_NOT_STORED, null);
        page.returned(sent(RequestKey.fresh()));
        assertThat(text("page-notice")).contains("still not certain whether “Void receipt 12” was recorded");
        click("ask-again");
        assertThat(text("page-notice")).contains("nothing has changed");
    }

    @Test
    void theWholeCreditIsProposedAndLessMayGoBack() {
        english().refund(lab.student(), cad("30.00"), office.current().payments(), slips());
        assertThat(find(TextField.class, "refund-amount").getValue()).isEqualTo("30.00");
        assertThat(text("correction-question"))
                .isEqualTo("30.00 will be refunded to Inès Tremblay, leaving 0.00 of credit on account.");
        type("refund-amount", "12.5");
        assertThat(text("correction-question")).contains("leaving 17.50 of credit");
        @SuppressWarnings("unchecked")
        Select<PaymentMethod> method = find(Select.class, "refund-method");
        assertThat(shows(TextField.class, "refund-reference")).isFalse();
        LocatorJ._setValue(method, PaymentMethod.CHEQUE);
        type("refund-reference", "No 77");
        click("correction-apply");
        assertThat(error("correction-reason")).isEqualTo("Enter a reason, such as Bursary.");
        assertThat(corrections.sent).isEmpty();
        type("correction-reason", "moved away");
        click("correction-apply");
        CorrectionRequest.Refund request = onlySent(CorrectionRequest.Refund.class);
        assertThat(request.amount()).isEqualTo(cad("12.50"));
        assertThat(request.method()).isEqualTo(PaymentMethod.CHEQUE);
        assertThat(request.reference()).isEqualTo("No 77");
        assertThat(text("page-notice")).isEqualTo("12.50 refunded to Inès Tremblay.");
    }

    @Test
    void theWholeCreditIsRoundedInCash() {
        PaymentSettings payments =
                Kit.settings().withCashRounding(CashRounding.to(cad("0.05"))).payments();
        page(Locale.CANADA_FRENCH, "fees-admin").refund(lab.student(), cad("30.02"), payments, slips());
        assertThat(find(TextField.class, "refund-amount").getValue()).isEqualTo("30,00");
        assertThat(text("correction-question")).contains("30,00").contains("il restera 0,00");
        type("refund-amount", "12,52");
        click("correction-apply");
        assertThat(error("refund-amount")).isEqualTo("Il n’y a pas de pièces pour 12,52. Entrez 12,50.");
        type("refund-amount", "12,50");
        assertThat(text("correction-question")).contains("il restera 17,52");
        type("refund-amount", "30,00");
        @SuppressWarnings("unchecked")
        Select<PaymentMethod> method = find(Select.class, "refund-method");
        LocatorJ._setValue(method, PaymentMethod.CHEQUE);
        assertThat(find(TextField.class, "refund-amount").getValue()).isEqualTo("30,02");
    }

    @Test
    void aWrongAmountIsRefusedBesideItsFieldAndKept() {
        english().refund(lab.student(), cad("30.00"), office.current().payments(), slips());
        for (String typed : List.of("", "abc", "1,5", "0", "-3")) {
            type("refund-amount", typed);
            click("correction-apply");
            assertThat(error("refund-amount")).as(typed).isNotEmpty();
            assertThat(find(TextField.class, "refund-amount").getValue()).isEqualTo(typed);
        }
        corrections.previewFailure = new NotEnoughCreditException(cad("40.00"), cad("30.00"));
        type("refund-amount", "40.00");
        assertThat(error("refund-amount")).isEqualTo("40.00 cannot be refunded: the credit on account is 30.00.");
        click("correction-apply");
        assertThat(corrections.sent).isEmpty();
    }

    @Test
    void aDateBeforeWhatIsCorrectedIsRefusedBesideTheDate() {
        corrections.previewFailure = new InvalidInputException(Field.DATE, Problem.OUT_OF_RANGE, "2026-09-08");
        english().voidReceipt(new ReceiptNumber(12));
        assertThat(error("correction-date")).contains("before the entry it corrects");
        click("correction-apply");
        assertThat(corrections.sent).isEmpty();

        corrections.previewFailure = null;
        date(LocalDate.of(2026, 9, 20));
        assertThat(error("correction-date")).isEmpty();
        click("correction-apply");
        assertThat(onlySent(CorrectionRequest.VoidReceipt.class).date()).isEqualTo(LocalDate.of(2026, 9, 20));
    }

    @Test
    void anUnusualDateIsConfirmedFirstAndItsEffectAfterThat() {
        LocalDate old = LocalDate.of(2026, 7, 1);
        corrections.previewFailure = new UnusualDateException(
                UnusualDate.of(old, LocalDate.of(2026, 9, 8)).orElseThrow());
        english().voidReceipt(new ReceiptNumber(12));
        date(old);
        assertThat(text("correction-question")).isEqualTo("Jul. 1, 2026 is 69 days ago.");
        assertThat(find(Button.class, "correction-apply").getText()).isEqualTo("Use this date");

        click("correction-apply");
        assertThat(corrections.sent).isEmpty();
        assertThat(text("correction-question")).startsWith("Jul. 1, 2026 is 69 days ago. Receipt 12 (");
        assertThat(find(Button.class, "correction-apply").getText()).isEqualTo("Void receipt 12");

        click("correction-apply");
        CorrectionRequest.VoidReceipt sent = onlySent(CorrectionRequest.VoidReceipt.class);
        assertThat(sent.date()).isEqualTo(old);
        assertThat(sent.confirmed()).containsExactly(Confirmation.UNUSUAL_DATE);
    }

    @Test
    void theConfirmationIsOfThatDateOnly() {
        corrections.previewFailure = new UnusualDateException(
                UnusualDate.of(LocalDate.of(2026, 7, 1), LocalDate.of(2026, 9, 8))
                        .orElseThrow());
        english().cancel(lab);
        date(LocalDate.of(2026, 7, 1));
        click("correction-apply");

        date(LocalDate.of(2025, 7, 1));
        assertThat(find(Button.class, "correction-apply").getText()).isEqualTo("Use this date");
        click("correction-apply");
        assertThat(corrections.sent).isEmpty();
    }

    @Test
    void aRepeatedRefundIsConfirmedForThatAmountOnly() {
        corrections.previewFailure =
                new RepeatedAmountException(new RepeatedAmount(RepeatedAmount.Kind.REFUND, 41, cad("30.00"), 2));
        english().refund(lab.student(), cad("30.00"), office.current().payments(), slips());
        type("correction-reason", "moved away");
        assertThat(text("correction-question")).isEqualTo("Refund 41, 30.00, was paid out 2 minutes ago.");
        assertThat(find(Button.class, "correction-apply").getText()).isEqualTo("Refund it again");

        click("correction-apply");
        assertThat(text("correction-question"))
                .startsWith("Refund 41, 30.00, was paid out 2 minutes ago. 30.00 will be refunded");
        assertThat(find(Button.class, "correction-apply").getText()).isEqualTo("Refund credit");
        type("refund-amount", "20");
        assertThat(find(Button.class, "correction-apply").getText()).isEqualTo("Refund it again");
        type("refund-amount", "30");
        assertThat(corrections.sent).isEmpty();

        click("correction-apply");
        assertThat(onlySent(CorrectionRequest.Refund.class).confirmed()).containsExactly(Confirmation.REPEATED_AMOUNT);
    }

    @Test
    void aRefundAtAnotherCounterMeanwhileIsAskedAbout() {
        english().refund(lab.student(), cad("30.00"), office.current().payments(), slips());
        type("correction-reason", "moved away");
        corrections.nextFailure =
                new RepeatedAmountException(new RepeatedAmount(RepeatedAmount.Kind.REFUND, 41, cad("30.00"), 0));
        click("correction-apply");
        assertThat(text("correction-question")).isEqualTo("Refund 41, 30.00, was paid out less than a minute ago.");
        assertThat(corrections.done).isEmpty();

        click("correction-apply");
        assertThat(corrections.done).isEmpty();
        click("correction-apply");
        assertThat(corrections.done).hasSize(1);
    }

    @Test
    void aDateThatIsTooLateIsRefusedBesideTheDate() {
        corrections.previewFailure = new DateNotAllowedException(
                Limit.CORRECTION_TOO_LATE, LocalDate.of(2026, 9, 9), LocalDate.of(2026, 9, 8));
        english().voidReceipt(new ReceiptNumber(12));

        assertThat(error("correction-date"))
                .isEqualTo("Sep. 9, 2026 is too late. The date can be Sep. 8, 2026 at the latest.");
    }

    @Test
    void withoutADateNothingIsSent() {
        english().cancel(lab);
        date(null);
        click("correction-apply");
        assertThat(error("correction-date")).contains("2026-09-08");
        assertThat(corrections.sent).isEmpty();
    }

    @Test
    void aDoubleClickCorrectsOnce() {
        english().cancel(lab);
        Button apply = find(Button.class, "correction-apply");
        TextField reason = find(TextField.class, "correction-reason");
        assertThat(apply.isDisableOnClick()).isTrue();
        apply.click();
        apply.click();
        press(reason, Key.ENTER);
        assertThat(corrections.sent).hasSize(1);
        assertThat(refreshed).isOne();
    }

    @Test
    void whatWasNotAnsweredIsSentAgainAsItWas() {
        english().refund(lab.student(), cad("30.00"), office.current().payments(), slips());
        type("correction-reason", "moved away");
        corrections.nextFailureAfter = new StorageException(Outcome.UNKNOWN, null);
        click("correction-apply");
        assertThat(text("correction-notice")).contains("may or may not have been done");
        assertThat(find(TextField.class, "refund-amount").isEnabled()).isFalse();
        assertThat(find(Button.class, "correction-apply").getText()).isEqualTo("Send again");

        corrections.nextFailure = new StorageException(Outcome.ATTEMPT_NOT_STORED, null);
        click("correction-apply");
        assertThat(text("correction-notice")).contains("may or may not have been done");
        assertThat(find(TextField.class, "refund-amount").isEnabled()).isFalse();
        click("correction-apply");
        assertThat(corrections.sent).hasSize(3);
        assertThat(Set.copyOf(corrections.sent)).hasSize(1);
        assertThat(corrections.done).hasSize(1);
        assertThat(text("page-notice")).contains("30.00 refunded");
    }

    @Test
    void aUserWhoLeavesWithoutAnAnswerIsToldToLookFirst() {
        english().refund(lab.student(), cad("30.00"), office.current().payments(), slips());
        type("correction-reason", "moved away");
        corrections.nextFailure = new IllegalStateException("the service has gone");
        click("correction-apply");
        click("correction-leave");
        assertThat(refreshed).isOne();
        assertThat(text("page-notice"))
                .contains("Refund credit", "may or may not")
                .doesNotContain("has gone");
    }

    @Test
    void leavingChangesNothing() {
        english().cancel(lab);
        click("correction-leave");
        assertThat(shows(Dialog.class, "correction-dialog")).isFalse();
        assertThat(corrections.sent).isEmpty();
        assertThat(refreshed).isZero();
        assertThat(shows(Banner.class, "page-notice")).isFalse();
    }

    @Test
    void anEarlierCorrectionIsReportedAtOnceAndNothingIsSent() {
        corrections.previewFailure = new AlreadyCorrectedException(AlreadyCorrectedException.Subject.RECEIPT, 12);
        english().voidReceipt(new ReceiptNumber(12));
        assertThat(text("correction-notice")).isEqualTo("Receipt 12 has already been voided.");
        click("correction-apply");
        assertThat(corrections.sent).isEmpty();
    }

    @Test
    void aRefusalAfterTheQuestionKeepsTheDialogAndSaysWhy() {
        english().waive(lab);
        type("correction-reason", "Bursary");
        corrections.nextFailure = new ChargeSettledException(List.of(lab.id()));
        click("correction-apply");
        assertThat(text("correction-notice")).contains("already been paid");
        assertThat(find(TextField.class, "correction-reason").getValue()).isEqualTo("Bursary");
        assertThat(refreshed).isZero();
    }

    @Test
    void withoutTheRoleTheServiceRefusesAndTheDialogSaysWhichItNeeds() {
        CorrectionActions page = page(Locale.CANADA, "fees-view");
        assertThat(page.mayCancel()).isFalse();
        assertThat(page.mayGiveBack()).isFalse();
        page.voidReceipt(new ReceiptNumber(12));
        assertThat(text("correction-notice")).contains("fees-cashier");
        click("correction-apply");
        assertThat(corrections.sent).isEmpty();
    }

    @Test
    void theDialogSpeaksFrench() {
        corrections.reopened = 1;
        corrections.reopenedTotal = cad("24.95");
        page(Locale.CANADA_FRENCH, "fees-cashier").voidReceipt(new ReceiptNumber(12));
        assertThat(text("correction-question"))
                .isEqualTo("Le reçu 12 (24,95) sera annulé; son numéro ne sera pas réutilisé."
                        + " Un poste est de nouveau à payer (24,95).");
        click("correction-apply");
        assertThat(text("page-notice")).startsWith("Le reçu 12 (24,95) est annulé.");
    }

    @Test
    void namesAreTextAndNothingElse() {
        String nasty = "<b onclick=alert(1)> {0} 'a' \"q\" 😀";
        office.enrol(102, nasty + "\u202E", "", "9", "9A");
        english().cancel(office.charge(new StudentNumber(102), nasty, "5.00"));
        assertThat(text("correction-question"))
                .startsWith("This reverses " + nasty + " (")
                // by its code, because the direction override would otherwise reorder the sentence
                .contains("; " + nasty + "<U+202E> will no longer owe");
    }
}
