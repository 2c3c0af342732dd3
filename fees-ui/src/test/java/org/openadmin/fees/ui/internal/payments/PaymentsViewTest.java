package org.openadmin.fees.ui.internal.payments;

import static org.assertj.core.api.Assertions.assertThat;
import static org.openadmin.fees.testkit.Kit.cad;
import static org.openadmin.fees.ui.internal.Screens.click;
import static org.openadmin.fees.ui.internal.Screens.error;
import static org.openadmin.fees.ui.internal.Screens.find;
import static org.openadmin.fees.ui.internal.Screens.press;
import static org.openadmin.fees.ui.internal.Screens.shows;
import static org.openadmin.fees.ui.internal.Screens.text;
import static org.openadmin.fees.ui.internal.Screens.tick;
import static org.openadmin.fees.ui.internal.Screens.type;

import com.github.mvysny.kaributesting.v10.GridKt;
import com.github.mvysny.kaributesting.v10.LocatorJ;
import com.vaadin.flow.component.BlurNotifier;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.ComponentUtil;
import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.ReconnectDialogConfiguration;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Span;
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
import org.openadmin.fees.api.RequestKey;
import org.openadmin.fees.api.StorageException;
import org.openadmin.fees.api.StorageException.Outcome;
import org.openadmin.fees.api.StudentNumber;
import org.openadmin.fees.api.StudentSnapshot;
import org.openadmin.fees.api.billing.Charge;
import org.openadmin.fees.api.corrections.CorrectionRequest;
import org.openadmin.fees.api.journal.EntryKind;
import org.openadmin.fees.api.journal.JournalEntry;
import org.openadmin.fees.api.payments.Cashier;
import org.openadmin.fees.api.payments.PaymentMethod;
import org.openadmin.fees.api.payments.PaymentRequest;
import org.openadmin.fees.api.students.Student;
import org.openadmin.fees.testkit.JournalRow;
import org.openadmin.fees.testkit.Kit;
import org.openadmin.fees.testkit.MemoryOffice;
import org.openadmin.fees.ui.internal.FakeDocuments;
import org.openadmin.fees.ui.internal.Screens;
import org.openadmin.fees.ui.internal.components.DateField;
import org.openadmin.fees.ui.internal.components.Returned;

class PaymentsViewTest {

    private final MemoryOffice office = Screens.office();
    private final FakeDocuments documents = new FakeDocuments(office);
    private final StudentNumber ines = office.enrol(100, "Tremblay", "Inès", "9", "9A");
    private Charge lab;
    private Charge band;

    @BeforeEach
    void aStudentWhoOwesTwoCharges() {
        office.enrol(101, "Nguyễn", "Anh", "10", "10B");
        lab = office.charge(ines, "Lab fee", "24.95");
        band = office.charge(ines, "Band", "75.05");
    }

    @AfterEach
    void close() {
        Screens.close();
    }

    private PaymentsView open(Locale locale, String... roles) {
        Screens.open(locale, roles);
        return Screens.show(view());
    }

    private PaymentsView view() {
        return new PaymentsView(
                office.students(),
                office.statements(),
                office.cashier(),
                office.accounts(),
                documents,
                office.corrections(),
                office.receipts(),
                office,
                Screens.CLOCK);
    }

    private List<JournalEntry> receipts() {
        return office.rows().stream().filter(row -> row.kind().isReceipt()).toList();
    }

    private void credit(String amount) {
        office.add(JournalRow.of(EntryKind.ON_ACCOUNT, cad(amount).negated()).student(ines));
    }

    private void openAccount() {
        open(Locale.CANADA, "fees-cashier").setParameter(null, "100");
    }

    private void method(PaymentMethod method) {
        @SuppressWarnings("unchecked")
        Select<PaymentMethod> methods = find(Select.class, "method");
        LocatorJ._setValue(methods, method);
    }

    private PaymentRequest onlyRequest() {
        assertThat(office.requests(PaymentRequest.class)).hasSize(1);
        return office.requests(PaymentRequest.class).get(0);
    }

    @Test
    void aQueueIsServedByKeyboardAlone() {
        open(Locale.CANADA, "fees-cashier");
        type("student-search", "trem");
        assertThat(text("search-status")).isEqualTo("1 student");

        press(find(TextField.class, "student-search"), Key.ENTER);
        assertThat(text("student-name")).isEqualTo("Tremblay, Inès");
        assertThat(text("account-due")).isEqualTo("100.00");
        assertThat(find(TextField.class, "amount").getValue()).isEqualTo("100.00");

        press(find(TextField.class, "amount"), Key.ENTER);
        assertThat(onlyRequest().charges()).containsExactlyInAnyOrder(lab.id(), band.id());
        assertThat(onlyRequest().received()).isEqualTo(cad("100.00"));
        assertThat(text("receipt-number")).isEqualTo("1");
        assertThat(text("account-due")).isEqualTo("0.00");
        assertThat(find(TextField.class, "student-search").getValue()).isEmpty();
    }

    @Test
    void theReceiptShowsItsDateUnlessItIsToday() {
        openAccount();
        click("accept");
        assertThat(shows(Span.class, "receipt-date")).isFalse();
        click("same-student");

        type("amount", "5.00");
        find(DateField.class, "payment-date").setValue(LocalDate.of(2026, 9, 3));
        click("accept");
        assertThat(text("receipt-date")).isEqualTo("Dated Sep. 3, 2026");
    }

    @Test
    void anUnusualDateIsConfirmedOnce() {
        openAccount();
        find(DateField.class, "payment-date").setValue(LocalDate.of(2026, 1, 8));
        click("accept");
        assertThat(text("payment-hint")).contains("days ago. Press Enter again to take the payment with this date.");
        assertThat(receipts()).isEmpty();
        click("accept");
        assertThat(receipts()).hasSize(1);
    }

    @Test
    void theSameAmountAgainIsAskedAboutOnce() {
        openAccount();
        method(PaymentMethod.CARD);
        click("accept");
        click("same-student");
        type("amount", "100");
        press(find(TextField.class, "amount"), Key.ENTER);
        assertThat(text("payment-hint"))
                .isEqualTo("Receipt 1, 100.00, was given less than a minute ago."
                        + " Press Enter again to take the same amount once more.");
        assertThat(shows(Component.class, "payment-notice")).isFalse();
        assertThat(receipts()).hasSize(1);

        press(find(TextField.class, "amount"), Key.ENTER);
        assertThat(text("receipt-number")).isEqualTo("2");
        assertThat(receipts()).hasSize(2);
    }

    @Test
    void theQuestionAboutARepeatedAmountIsWithdrawnWhenTheAmountChanges() {
        office.cashier().receive(Kit.paying(ines, "50.00"));
        office.cashier().receive(Kit.paying(ines, "60.00"));
        openAccount();
        tick("charge-" + lab.id(), false);
        tick("charge-" + band.id(), false);
        type("amount", "50");
        click("accept");
        assertThat(text("payment-hint")).startsWith("Receipt 1, 50.00, was given");
        type("amount", "60");
        assertThat(text("payment-hint")).doesNotContain("Receipt 1");
        click("accept");
        assertThat(text("payment-hint")).startsWith("Receipt 2, 60.00, was given");
        assertThat(receipts()).hasSize(2);
    }

    @Test
    void aRepeatedAmountThatWasSentWithoutAnAnswerIsNotAskedAbout() {
        openAccount();
        office.failAfterNext(new StorageException(Outcome.UNKNOWN, null));
        click("accept");
        click("accept");
        assertThat(text("receipt-number")).isEqualTo("1");
        assertThat(receipts()).hasSize(1);
    }

    @Test
    void theQuestionAboutARepeatedAmountIsFrenchOnAFrenchPage() {
        office.cashier().receive(Kit.paying(ines, "100.00"));
        open(Locale.CANADA_FRENCH, "fees-cashier").setParameter(null, "100");
        type("amount", "100");
        method(PaymentMethod.CARD);
        click("accept");
        assertThat(text("payment-hint"))
                .isEqualTo("Le reçu 1, de 100,00, a été remis il y a moins d’une minute."
                        + " Appuyez de nouveau sur Entrée pour encaisser encore une fois le même montant.");
    }

    @Test
    void aPaymentIsNeverDatedLaterThanToday() {
        openAccount();
        find(DateField.class, "payment-date").setValue(LocalDate.of(2062, 9, 8));
        click("accept");
        assertThat(text("payment-notice")).contains("post-dated cheque");
        assertThat(receipts()).isEmpty();
    }

    @Test
    void aPageLeftOpenTakesNoMoneyAfterTheRoleWasWithdrawn() {
        openAccount();
        Screens.assign("fees-view");

        click("accept");

        assertThat(receipts()).isEmpty();
        assertThat(UI.getCurrent().getElement().getTextRecursively()).contains("fees-cashier");
    }

    @Test
    void theTotalAndTheAmountFollowTheTicks() {
        openAccount();
        tick("charge-" + band.id(), false);
        assertThat(text("ticked-total")).isEqualTo("1 of 2 charges selected: 24.95 CAD");
        assertThat(find(TextField.class, "amount").getValue()).isEqualTo("24.95");
        click("accept");
        assertThat(onlyRequest().charges()).containsExactly(lab.id());
    }

    @Test
    void creditLowersTheAmountThatIsAskedFor() {
        credit("30.00");
        openAccount();
        assertThat(find(TextField.class, "amount").getValue()).isEqualTo("70.00");
        assertThat(text("payment-hint")).isEqualTo("30.00 comes from the credit on account.");
    }

    @Test
    void creditThatCoversEverythingIsSaidAndOffered() {
        credit("172.30");
        openAccount();
        assertThat(text("student-header")).contains("Amount due (CAD)", "Credit covers it");
        assertThat(find(Button.class, "accept").getText()).isEqualTo("Pay from credit");
        click("accept");
        assertThat(onlyRequest().received()).isEqualTo(cad("0.00"));
        assertThat(text("student-header")).doesNotContain("Credit covers it");
    }

    @Test
    void tooMuchMoneyStaysOnAccountAndSaysSo() {
        openAccount();
        method(PaymentMethod.CHEQUE);
        type("amount", "120");
        assertThat(text("payment-hint")).isEqualTo("20.00 stays on account and pays future charges.");
        click("accept");
        assertThat(text("receipt-lines")).isEqualTo("2 charges paid. 20.00 stays on account.");
    }

    @Test
    void tooMuchCashCanBeGivenBackAsChange() {
        openAccount();
        type("amount", "120");
        click("give-change");
        assertThat(find(TextField.class, "amount").getValue()).isEqualTo("100.00");
        assertThat(text("change")).isEqualTo("Change due 20.00");
        click("accept");
        assertThat(onlyRequest().received()).isEqualTo(cad("100.00"));
        assertThat(text("receipt-change")).isEqualTo("Change due 20.00");
    }

    @Test
    void moreCashThanIsDueIsConfirmedOnce() {
        openAccount();
        type("amount", "1000");
        press(find(TextField.class, "amount"), Key.ENTER);
        assertThat(text("payment-hint"))
                .isEqualTo("900.00 more than due. Press Enter again to keep it on account, or C to give change.");
        assertThat(office.requests(PaymentRequest.class)).isEmpty();

        press(find(TextField.class, "amount"), Key.ENTER);
        assertThat(onlyRequest().received()).isEqualTo(cad("1000.00"));
    }

    @Test
    void aChangedAmountIsConfirmedAnew() {
        openAccount();
        type("amount", "1000");
        click("accept");
        type("amount", "10000");
        assertThat(text("payment-hint")).isEqualTo("9,900.00 stays on account and pays future charges.");
        click("accept");
        assertThat(office.requests(PaymentRequest.class)).isEmpty();
        click("accept");
        assertThat(onlyRequest().received()).isEqualTo(cad("10000.00"));
    }

    @Test
    void aChequeOfMoreThanTwiceTheAmountDueIsConfirmed() {
        openAccount();
        method(PaymentMethod.CHEQUE);
        type("amount", "200.01");
        click("accept");
        assertThat(text("payment-hint"))
                .isEqualTo("100.01 more than due, which is 100.00. Press Enter again to keep it on account.");
        click("accept");
        assertThat(onlyRequest().received()).isEqualTo(cad("200.01"));
    }

    @Test
    void aLargeAmountOnAccountIsConfirmed() {
        openAccount();
        tick("charge-" + lab.id(), false);
        tick("charge-" + band.id(), false);
        method(PaymentMethod.TRANSFER);
        type("amount", "10000");
        click("accept");
        assertThat(text("payment-hint")).contains("10,000.00 of this payment stays on account.");
        click("accept");
        assertThat(onlyRequest().received()).isEqualTo(cad("10000.00"));
    }

    @Test
    void aWrongAmountIsNamedWhenTheFieldIsLeft() {
        openAccount();
        TextField amount = find(TextField.class, "amount");
        for (String typed : List.of("abc", "12,50", "10%", "0")) {
            type("amount", typed);
            ComponentUtil.fireEvent(amount, new BlurNotifier.BlurEvent<>(amount, true));
            assertThat(error("amount")).as(typed).isNotEmpty();
        }
        type("amount", "");
        ComponentUtil.fireEvent(amount, new BlurNotifier.BlurEvent<>(amount, true));
        assertThat(amount.isInvalid()).isFalse();
    }

    @Test
    void aShortfallIsSaidOnce() {
        openAccount();
        type("amount", "30.00");
        click("accept");
        assertThat(error("amount")).isEqualTo("70.00 short.");
        assertThat(text("payment-hint")).isEmpty();
        assertThat(shows(Component.class, "payment-notice")).isFalse();
    }

    @Test
    void tooLittleMoneyIsRefusedBesideTheFieldAndCanGoOnAccount() {
        openAccount();
        type("amount", "30.00");
        assertThat(text("payment-hint")).startsWith("70.00 short");
        click("accept");
        assertThat(office.requests(PaymentRequest.class)).isEmpty();
        assertThat(error("amount")).isEqualTo("70.00 short.");

        click("on-account");
        assertThat(find(TextField.class, "amount").getValue()).isEqualTo("30.00");
        click("accept");
        assertThat(onlyRequest().charges()).isEmpty();
    }

    @Test
    void whatIsNoAmountIsRefusedBesideTheFieldAndKept() {
        openAccount();
        for (String typed : List.of("12,50", "10e-2", "1.005", "0", "-5", "100000000.00", "1,25.00", "$5", "")) {
            type("amount", typed);
            click("accept");
            assertThat(error("amount")).as(typed).isNotEmpty();
            assertThat(find(TextField.class, "amount").getValue()).isEqualTo(typed);
        }
        assertThat(office.requests(PaymentRequest.class)).isEmpty();
    }

    @Test
    void aFrenchAmountHasAComma() {
        open(Locale.CANADA_FRENCH, "fees-cashier").setParameter(null, "100");
        type("amount", "112,50");
        assertThat(text("payment-hint")).isEqualTo("12,50 sera porté au compte et servira à payer des frais à venir.");
        click("accept");
        assertThat(text("payment-hint"))
                .startsWith("12,50 de plus que le montant dû.")
                .contains("ou sur M pour rendre la monnaie");
        click("accept");
        assertThat(onlyRequest().received()).isEqualTo(cad("112.50"));
    }

    @Test
    void aDoubleClickTakesTheMoneyOnce() {
        openAccount();
        Button accept = find(Button.class, "accept");
        TextField amount = find(TextField.class, "amount");
        accept.click();
        accept.click();
        press(amount, Key.ENTER);
        assertThat(office.requests(PaymentRequest.class)).hasSize(1);
        assertThat(receipts()).hasSize(1);
    }

    @Test
    void anUnansweredPaymentIsSentAgainAsItWas() {
        openAccount();
        office.failAfterNext(new StorageException(Outcome.UNKNOWN, null));
        click("accept");
        assertThat(text("payment-notice")).contains("may or may not have been recorded");
        assertThat(find(TextField.class, "amount").isEnabled()).isFalse();

        click("accept");
        assertThat(Set.copyOf(office.requests(PaymentRequest.class))).hasSize(1);
        assertThat(receipts()).hasSize(1);
        assertThat(text("receipt-number")).isEqualTo("1");
    }

    @Test
    void aSecondAttemptWithoutTheDatabaseProvesNothing() {
        openAccount();
        office.failAfterNext(new StorageException(Outcome.UNKNOWN, null));
        click("accept");
        office.failNext(new StorageException(Outcome.ATTEMPT_NOT_STORED, null));
        click("accept");
        assertThat(text("payment-notice"))
                .contains("may or may not have been recorded")
                .doesNotContain("No payment was taken");
        assertThat(find(TextField.class, "amount").isEnabled()).isFalse();

        click("accept");
        assertThat(Set.copyOf(office.requests(PaymentRequest.class))).hasSize(1);
        assertThat(text("receipt-number")).isEqualTo("1");
    }

    private static Returned sent(RequestKey key, Map<String, String> typed) {
        return new Returned(Optional.of(key), "100", Map.of("100", typed));
    }

    @Test
    void aPaymentThatWasRecordedWithoutAnAnswerShowsItsReceipt() {
        PaymentRequest paid = Kit.paying(ines, "24.95", lab.id());
        office.cashier().receive(paid);
        PaymentsView view = open(Locale.CANADA, "fees-cashier");
        view.setParameter(null, "100");
        view.returned(sent(paid.key(), Map.of("amount", "24.95")));
        assertThat(text("payments-notice")).contains("had been recorded");
        assertThat(text("receipt-number")).isEqualTo("1");
        assertThat(receipts()).hasSize(1);
    }

    @Test
    void aPaymentThatWasNotRecordedIsSentAgainWithItsKey() {
        RequestKey key = RequestKey.fresh();
        PaymentsView view = open(Locale.CANADA, "fees-cashier");
        view.setParameter(null, null);
        view.returned(sent(
                key,
                Map.of(
                        "amount",
                        "24.95",
                        "method",
                        "CHEQUE",
                        "reference",
                        "77",
                        "charge-" + band.id(),
                        "false",
                        "date",
                        "2026-09-08")));
        assertThat(text("payments-notice")).contains("before this payment was recorded");
        click("accept");
        assertThat(onlyRequest().key()).isEqualTo(key);
        assertThat(onlyRequest().charges()).containsExactly(lab.id());
        assertThat(onlyRequest().received()).isEqualTo(cad("24.95"));
        assertThat(onlyRequest().method()).isEqualTo(PaymentMethod.CHEQUE);
        assertThat(onlyRequest().reference()).isEqualTo("77");
        assertThat(onlyRequest().date()).isEqualTo(LocalDate.of(2026, 9, 8));
    }

    @Test
    void aPaymentIsAskedAboutAgainWhenTheDatabaseIsAway() {
        PaymentRequest paid = Kit.paying(ines, "24.95", lab.id());
        office.cashier().receive(paid);
        PaymentsView view = open(Locale.CANADA, "fees-cashier");
        view.setParameter(null, "100");
        office.failNextQuery(Cashier.class, new StorageException(Outcome.ATTEMPT_NOT_STORED, null));
        view.returned(sent(paid.key(), Map.of()));
        assertThat(text("payments-notice")).contains("still not certain");
        click("ask-again");
        assertThat(text("receipt-number")).isEqualTo("1");
    }

    @Test
    void whatWasTypedIsThereAgainOnTheFormOfItsStudentOnly() {
        PaymentsView view = open(Locale.CANADA, "fees-cashier");
        view.setParameter(null, "100");
        view.returned(new Returned(Optional.empty(), "", Map.of("101", Map.of("amount", "3"))));
        assertThat(find(TextField.class, "amount").getValue()).isEqualTo("100.00");
        view.returned(new Returned(
                Optional.empty(), "", Map.of("100", Map.of("amount", "3", "method", "GOLD", "date", "yesterday"))));
        assertThat(find(TextField.class, "amount").getValue()).isEqualTo("3");
        assertThat(text("payments-notice")).contains("What you had typed is here again");
        assertThat(receipts()).isEmpty();
    }

    @Test
    void aSearchIsThereAgain() {
        PaymentsView view = open(Locale.CANADA, "fees-cashier");
        view.setParameter(null, null);
        view.returned(new Returned(Optional.empty(), "", Map.of("search", Map.of("search", "trem"))));
        assertThat(text("search-status")).isEqualTo("1 student");
    }

    @Test
    void anUnexpectedFailureCountsAsUnanswered() {
        openAccount();
        office.failAfterNext(new IllegalStateException("the service has gone"));
        click("accept");
        assertThat(text("payment-notice"))
                .contains("may or may not have been recorded")
                .doesNotContain("has gone");
        click("accept");
        assertThat(receipts()).hasSize(1);
    }

    @Test
    void aFailureThatStoredNothingSaysThatNoMoneyWasTaken() {
        openAccount();
        office.failNext(new StorageException(Outcome.ATTEMPT_NOT_STORED, null));
        click("accept");
        assertThat(text("payment-notice")).contains("No payment was taken");
        click("accept");
        assertThat(receipts()).hasSize(1);
    }

    @Test
    void aChargePaidAtAnotherCounterRefreshesTheList() {
        openAccount();
        office.cashier().receive(Kit.paying(ines, "24.95", lab.id()));
        click("accept");
        assertThat(text("payments-notice")).contains("already been paid").contains("No payment was taken");
        assertThat(shows(Component.class, "charge-" + lab.id())).isFalse();
        click("accept");
        assertThat(receipts()).hasSize(2);
    }

    @Test
    void whoMayOnlyLookSeesWhatIsOutstandingAndNoButton() {
        open(Locale.CANADA, "fees-view").setParameter(null, "100");
        assertThat(text("charges")).contains("Lab fee", "24.95");
        assertThat(shows(Button.class, "accept")).isFalse();
        assertThat(shows(Component.class, "charge-" + lab.id())).isFalse();
    }

    @Test
    void aLimitedListSaysSo() {
        for (int i = 0; i < 212; i++) {
            office.enrol(1000 + i, "Smith", "Pupil " + i, "9", "9A");
        }
        open(Locale.CANADA, "fees-cashier");
        type("student-search", "smith");
        assertThat(text("search-status")).isEqualTo("First 50 of 212. Type more to narrow the list.");
    }

    @Test
    void aResultShowsHomeroomAmountDueAndWhatMatched() {
        office.enrol(new Student(
                new StudentNumber(300), "Roy", "Luc", "", "8", "8B", true, "Zoé Łaska", List.of(), "zoe@example.org"));
        office.add(JournalRow.payment(9, "0.50").student(new StudentNumber(300)).by(PaymentMethod.CHEQUE, "000118"));
        open(Locale.CANADA, "fees-cashier");

        type("student-search", "ines trem");
        assertThat(firstMatch()).contains("Tremblay, Inès", "100 · 9A · 100.00 due");
        type("student-search", "00100");
        assertThat(firstMatch()).contains("Tremblay, Inès");
        type("student-search", "laska");
        assertThat(firstMatch())
                .contains("Roy, Luc", "300 · 8B", "Guardian: ", "Zoé Łaska")
                .doesNotContain("due");
        type("student-search", "zoe@ex");
        assertThat(firstMatch()).contains("E-mail: ", "zoe@example.org");
        type("student-search", "118");
        assertThat(firstMatch()).contains("Roy, Luc", "Payment reference: ", "000118");
    }

    private static String firstMatch() {
        return GridKt._getCellComponent((Grid<?>) find(Grid.class, "student-matches"), 0, "student")
                .getElement()
                .getTextRecursively();
    }

    @Test
    void aStudentWhoIsOnlyInTheJournalIsFoundByName() {
        office.add(JournalRow.charge("Old fee", "5.00")
                .student(new StudentSnapshot(new StudentNumber(301), "O’Hara, Þóra", "8", "8B")));
        open(Locale.CANADA, "fees-cashier");

        type("student-search", "thora ohara");

        assertThat(firstMatch()).contains("O’Hara, Þóra", "301 · 8B · no longer in the student records · 5.00 due");
    }

    @Test
    void arrowsMoveAndEnterTakes() {
        open(Locale.CANADA, "fees-cashier");
        TextField search = find(TextField.class, "student-search");
        type("student-search", "10");
        press(search, Key.ARROW_DOWN);
        press(search, Key.ENTER);
        assertThat(text("student-name")).isEqualTo("Tremblay, Inès");
    }

    @Test
    void anUnknownNumberIsOneClearSentence() {
        open(Locale.CANADA, "fees-cashier").setParameter(null, "999");
        assertThat(text("payments-notice")).isEqualTo("There is no student with the number 999.");
    }

    @Test
    void namesAreShownAndNeverActed() {
        String nasty = "<script>alert(1)</script> =SUM(1,2) \"q\" 'a' 😀";
        office.enrol(102, nasty, "", "9", "9A");
        office.charge(new StudentNumber(102), nasty, "5.00");
        open(Locale.CANADA, "fees-cashier").setParameter(null, "102");
        assertThat(text("student-name")).isEqualTo(nasty);
        assertThat(text("charges")).contains(nasty);
        LocatorJ._find(Span.class).forEach(span -> assertThat(span.getElement().getProperty("innerHTML"))
                .isNull());
    }

    @Test
    void chargesThatCreditCoversAreSettledWithoutMoney() {
        credit("130.00");
        openAccount();
        assertThat(find(TextField.class, "amount").getValue()).isEqualTo("0.00");
        assertThat(text("payment-hint"))
                .isEqualTo("100.00 comes from the credit on account, leaving 30.00. No money changes hands.");
        assertThat(text("accept")).isEqualTo("Pay from credit");
        press(find(TextField.class, "amount"), Key.ENTER);
        assertThat(onlyRequest().received()).isEqualTo(cad("0.00"));
        assertThat(onlyRequest().charges()).containsExactlyInAnyOrder(lab.id(), band.id());
        assertThat(text("receipt-notice")).isEqualTo("Paid from the credit of Inès Tremblay. No money was received.");
        assertThat(text("account-credit")).isEqualTo("30.00");
    }

    @Test
    void creditIsUsedOnlyWhenWanted() {
        credit("130.00");
        openAccount();
        tick("use-credit", false);
        assertThat(find(TextField.class, "amount").getValue()).isEqualTo("100.00");
        assertThat(text("payment-hint")).isEqualTo("The credit of 130.00 stays on account.");
        assertThat(text("accept")).isEqualTo("Accept payment");
        type("amount", "0");
        click("accept");
        assertThat(error("amount")).isEqualTo("The amount must be more than zero.");
        type("amount", "60");
        click("accept");
        assertThat(error("amount")).isEqualTo("40.00 short.");
        type("amount", "100");
        click("accept");
        assertThat(onlyRequest().received()).isEqualTo(cad("100.00"));
        assertThat(text("account-credit")).isEqualTo("130.00");
    }

    @Test
    void moneyOnTopOfCreditThatCoversIsTaken() {
        credit("130.00");
        openAccount();
        type("amount", "20");
        assertThat(text("accept")).isEqualTo("Accept payment");
        assertThat(text("payment-hint")).isEqualTo("50.00 stays on account and pays future charges.");
        click("accept");
        assertThat(onlyRequest().received()).isEqualTo(cad("20.00"));
    }

    @Test
    void nothingIsNoPaymentWhereNothingIsTicked() {
        credit("130.00");
        openAccount();
        tick("charge-" + lab.id(), false);
        tick("charge-" + band.id(), false);
        type("amount", "0.00");
        click("accept");
        assertThat(error("amount")).isEqualTo("The amount must be more than zero.");
        assertThat(office.requests(PaymentRequest.class)).isEmpty();
    }

    @Test
    void aSecondBrowserTakesNothingTwice() {
        openAccount();
        PaymentsView second = view();
        second.setParameter(null, "100");
        click("accept");
        Screens.show(second);
        click("accept");
        assertThat(text("payments-notice")).contains("already been paid").contains("No payment was taken");
        assertThat(text("account-due")).isEqualTo("0.00");
        assertThat(receipts()).hasSize(1);
    }

    @Test
    void backOrReloadAfterAPaymentShowsTheAccountAsItIsNow() {
        openAccount();
        click("accept");
        open(Locale.CANADA, "fees-cashier").setParameter(null, "100");
        assertThat(text("account-due")).isEqualTo("0.00");
        assertThat(find(TextField.class, "amount").getValue()).isEmpty();
        press(find(TextField.class, "amount"), Key.ENTER);
        assertThat(error("amount")).isNotEmpty();
        assertThat(receipts()).hasSize(1);
    }

    @Test
    void backLeadsToTheFormerStudentAndToTheEmptyCounter() {
        PaymentsView view = open(Locale.CANADA, "fees-cashier");
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
        PaymentsView view = open(Locale.CANADA, "fees-cashier");
        view.setParameter(null, "100");
        tick("charge-" + band.id(), false);
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
        assertThat(receipts()).hasSize(1);
    }

    @Test
    void whatIsPutRightIsComplainedAboutNoLonger() {
        openAccount();
        type("amount", "12,50");
        type("handed", "x");
        click("accept");
        assertThat(complaints()).containsExactly("Amount received", "Cash received");
        type("handed", "");
        assertThat(complaints()).containsExactly("Amount received");
        type("amount", "100.00");
        assertThat(complaints()).isEmpty();
        type("amount", "30.00");
        click("accept");
        assertThat(complaints()).containsExactly("Amount received");
        tick("charge-" + band.id(), false);
        assertThat(error("amount")).isEmpty();
        assertThat(complaints()).isEmpty();
    }

    /** The labels of the invalid fields. */
    private static List<String> complaints() {
        return LocatorJ._find(TextField.class).stream()
                .filter(TextField::isInvalid)
                .map(TextField::getLabel)
                .toList();
    }

    @Test
    void moneyWithoutAChargeGoesOnAccountAndSaysWhatThatMeans() {
        open(Locale.CANADA, "fees-cashier").setParameter(null, "101");
        type("amount", "25");
        assertThat(text("payment-hint"))
                .isEqualTo("25.00 is received on account: it pays no charge now, and pays future charges.");
        method(PaymentMethod.CHEQUE);
        type("reference", "4711");
        press(find(TextField.class, "reference"), Key.ENTER);
        assertThat(onlyRequest().method()).isEqualTo(PaymentMethod.CHEQUE);
        assertThat(onlyRequest().reference()).isEqualTo("4711");
        assertThat(onlyRequest().date()).isEqualTo("2026-09-08");
    }

    @Test
    void aWrongDateOrReferenceIsNamedAndNothingIsTaken() {
        openAccount();
        method(PaymentMethod.CHEQUE);
        type("reference", "9".repeat(65));
        click("accept");
        assertThat(error("reference")).contains("65 characters");
        type("reference", "9");
        find(DateField.class, "payment-date").setValue(null);
        click("accept");
        assertThat(error("payment-date")).isNotEmpty();
        assertThat(office.requests(PaymentRequest.class)).isEmpty();
    }

    @Test
    void withoutARoleThePageSaysSoAndNothingIsAsked() {
        Screens.open(Locale.CANADA);
        Screens.show(new PaymentsView(null, null, null, null, null, null, null, null, Screens.CLOCK))
                .setParameter(null, "100");
        assertThat(text("payments-notice")).contains("fees-cashier");
        assertThat(shows(TextField.class, "student-search")).isFalse();
    }

    @Test
    void theLastFiveReceiptsOfTheCashierArePrintedAndVoidedFromThePage() {
        openAccount();
        for (int i = 0; i < 6; i++) {
            tick("charge-" + lab.id(), false);
            tick("charge-" + band.id(), false);
            type("amount", "1.0" + i);
            click("accept");
            click("same-student");
        }
        List<String> rows = LocatorJ._find(find(Component.class, "recent-receipts"), Span.class).stream()
                .map(Span::getText)
                .filter(text -> text.contains(" · "))
                .toList();
        assertThat(rows).hasSize(5);
        assertThat(rows.get(0)).matches("\\d+:\\d\\d.* · 6 · Tremblay, Inès · 1\\.05");
        assertThat(shows(Component.class, "print-recent-6")).isTrue();

        click("void-recent-6");
        click("correction-apply");
        assertThat(text("payments-notice")).contains("Receipt 6 (1.05) voided.");
        assertThat(shows(Component.class, "void-recent-6")).isFalse();
    }

    @Test
    void whoMayOnlyLookHasNoRecentReceipts() {
        open(Locale.CANADA, "fees-view").setParameter(null, "100");
        assertThat(shows(Component.class, "recent-receipts")).isFalse();
    }

    @Test
    void aMistakeIsVoidedRightAfterIt() {
        openAccount();
        click("accept");
        click("void-receipt");
        assertThat(text("correction-question")).contains("2 charges are outstanding again (100.00)");
        Button apply = find(Button.class, "correction-apply");
        apply.click();
        apply.click();
        assertThat(office.requests(CorrectionRequest.VoidReceipt.class))
                .extracting(request -> request.receipt().value())
                .containsExactly(1L);
        assertThat(text("payments-notice")).contains("Receipt 1 (100.00) voided.");
        assertThat(shows(Button.class, "void-receipt")).isFalse();
        assertThat(text("student-name")).isEqualTo("Tremblay, Inès");
    }

    @Test
    void aDocumentInAnotherLanguageThanThePageSaysSo() {
        open(Locale.CANADA_FRENCH, "fees-cashier").setParameter(null, "100");
        click("accept");
        assertThat(text("print-receipt")).isEqualTo("Imprimer le reçu 1 en anglais");

        documents.language = Locale.FRENCH;
        open(Locale.CANADA_FRENCH, "fees-cashier").setParameter(null, "101");
        type("amount", "1,00");
        click("accept");
        assertThat(text("print-receipt")).isEqualTo("Imprimer le reçu 2");
    }

    @Test
    void aLostConnectionIsToldInTheLanguageOfThePageAndAPortalsOwnTextStays() {
        open(Locale.CANADA_FRENCH, "fees-cashier");
        ReconnectDialogConfiguration dialog = UI.getCurrent().getReconnectDialogConfiguration();
        assertThat(dialog.getDialogText()).isEqualTo("Connexion perdue. Tentative de reconnexion…");
        dialog.setDialogTextGaveUp("Appelez le 555-0100");
        openAgain();
        assertThat(UI.getCurrent().getReconnectDialogConfiguration().getDialogTextGaveUp())
                .isEqualTo("Appelez le 555-0100");
    }

    private void openAgain() {
        Screens.show(view());
    }

    @Test
    void theHeaderLeadsToTheAccountAndToTheInvoiceByRole() {
        openAccount();
        assertThat(find(Anchor.class, "to-account").getHref()).isEqualTo("fees/account/100");
        assertThat(shows(Anchor.class, "to-invoice")).isFalse();

        open(Locale.CANADA, "fees-admin").setParameter(null, "100");
        assertThat(find(Anchor.class, "to-invoice").getHref()).isEqualTo("fees/invoices/100");
    }
}
