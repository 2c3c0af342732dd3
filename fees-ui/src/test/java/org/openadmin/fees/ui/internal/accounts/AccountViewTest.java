package org.openadmin.fees.ui.internal.accounts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.openadmin.fees.testkit.Kit.cad;
import static org.openadmin.fees.ui.internal.Screens.click;
import static org.openadmin.fees.ui.internal.Screens.error;
import static org.openadmin.fees.ui.internal.Screens.find;
import static org.openadmin.fees.ui.internal.Screens.press;
import static org.openadmin.fees.ui.internal.Screens.shows;
import static org.openadmin.fees.ui.internal.Screens.text;
import static org.openadmin.fees.ui.internal.Screens.type;

import com.github.mvysny.kaributesting.v10.DownloadKt;
import com.github.mvysny.kaributesting.v10.GridKt;
import com.github.mvysny.kaributesting.v10.LocatorJ;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.tabs.TabSheet;
import com.vaadin.flow.component.textfield.TextField;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalLong;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.openadmin.fees.api.RequestKey;
import org.openadmin.fees.api.StorageException;
import org.openadmin.fees.api.StorageException.Outcome;
import org.openadmin.fees.api.StudentNumber;
import org.openadmin.fees.api.accounts.Statements;
import org.openadmin.fees.api.billing.ChargeId;
import org.openadmin.fees.api.corrections.CorrectionRequest;
import org.openadmin.fees.api.journal.EntryKind;
import org.openadmin.fees.api.journal.JournalEntry;
import org.openadmin.fees.api.payments.PaymentMethod;
import org.openadmin.fees.api.payments.PaymentRequest;
import org.openadmin.fees.api.students.Student;
import org.openadmin.fees.testkit.JournalRow;
import org.openadmin.fees.testkit.Kit;
import org.openadmin.fees.testkit.MemoryOffice;
import org.openadmin.fees.ui.internal.FakeDocuments;
import org.openadmin.fees.ui.internal.FakeMonths;
import org.openadmin.fees.ui.internal.Routes;
import org.openadmin.fees.ui.internal.Screens;

class AccountViewTest {

    private static final int OUTSTANDING = 0;
    private static final int STATEMENT = 1;
    private static final int HISTORY = 2;

    private final MemoryOffice office = Screens.office();
    private final FakeDocuments documents = new FakeDocuments(office);
    private final StudentNumber ines = office.enrol(100, "Tremblay", "Inès", "9", "9A");
    private final List<String> visited = new ArrayList<>();
    private long lab;
    private long payment;
    private long bus;

    /** 90.00 last year, paid with 100.00; a bus fee cancelled; this year a lab fee that is outstanding. */
    @BeforeEach
    void anAccountWithAHistory() {
        charge("Band", "90.00", LocalDate.of(2026, 1, 10), OptionalLong.of(2));
        payment = office.add(JournalRow.payment(12, "100.00", 1)
                .student(ines)
                .on(LocalDate.of(2026, 2, 1))
                .by(PaymentMethod.CHEQUE, ""));
        bus = charge("Bus", "40.00", LocalDate.of(2026, 9, 2), OptionalLong.of(4));
        office.add(JournalRow.of(EntryKind.REVERSAL, "-40.00")
                .student(ines)
                .on(LocalDate.of(2026, 9, 3))
                .named("Bus")
                .about("moved away")
                .reverses(bus));
        lab = charge("Lab fee", "24.95", LocalDate.of(2026, 9, 4), OptionalLong.empty());
        office.enrol(new Student(new StudentNumber(101), "Nguyễn", "Anh", "", "10", "10B", false, "", List.of(), ""));
    }

    private long charge(String name, String amount, LocalDate day, OptionalLong settledBy) {
        return office.add(JournalRow.charge(name, amount).student(ines).on(day).settledBy(settledBy));
    }

    @AfterEach
    void close() {
        Screens.close();
    }

    private AccountView open(Locale locale, String... roles) {
        AccountView[] view = new AccountView[1];
        Screens.open(
                locale,
                path -> {
                    visited.add(path);
                    view[0].setParameter(null, path.substring(Routes.ACCOUNT.length() + 1));
                },
                roles);
        view[0] = Screens.show(new AccountView(
                office.statements(),
                office.journal(),
                office.accounts(),
                office.corrections(),
                office.refunds(),
                office.cashier(),
                documents,
                new FakeMonths(),
                office,
                Screens.CLOCK));
        view[0].setParameter(null, null);
        return view[0];
    }

    private AccountView openAccount(String... roles) {
        AccountView view = open(Locale.CANADA, roles);
        view.setParameter(null, "100");
        return view;
    }

    private static void turnTo(int tab) {
        find(TabSheet.class, "account-tabs").setSelectedIndex(tab);
    }

    /** The texts of one column, row by row. */
    private static List<String> column(String grid, String key) {
        Grid<?> shown = find(Grid.class, grid);
        List<String> texts = new ArrayList<>();
        for (int row = 0; row < GridKt._size(shown); row++) {
            texts.add(GridKt._getCellComponent(shown, row, key).getElement().getTextRecursively());
        }
        return texts;
    }

    private static void pressIn(String grid, int row, String id) {
        LocatorJ._click(Screens.cellButton(grid, row, "actions", id));
    }

    private static boolean offers(String grid, int row, String id) {
        Component cell = GridKt._getCellComponent((Grid<?>) find(Grid.class, grid), row, "actions");
        return !LocatorJ._find(cell, Button.class, spec -> spec.withId(id)).isEmpty();
    }

    private static String href(String id) {
        return find(Anchor.class, id).getHref();
    }

    @Test
    void aStudentIsFoundByNameAndHasAnAddressOfHerOwn() {
        AccountView view = open(Locale.CANADA, "fees-view");
        assertThat(view.getPageTitle()).isEqualTo("Accounts");
        type("student-search", "trem");
        assertThat(text("search-status")).isEqualTo("1 student");
        press(find(TextField.class, "student-search"), Key.ENTER);
        assertThat(visited).containsExactly("fees/account/100");
        assertThat(text("student-name")).isEqualTo("Tremblay, Inès");
        assertThat(text("account-due")).isEqualTo("14.95");
        assertThat(text("account-outstanding")).isEqualTo("24.95");
        assertThat(text("account-credit")).isEqualTo("10.00");
        assertThat(view.getPageTitle()).isEqualTo("Inès Tremblay – account");
    }

    @Test
    void theBrowsersBackShowsTheStudentBefore() {
        AccountView view = openAccount("fees-view");
        view.setParameter(null, "101");
        assertThat(text("student-header")).contains("Nguyễn, Anh", "withdrawn");
        view.setParameter(null, "100");
        assertThat(text("student-name")).isEqualTo("Tremblay, Inès");
        view.setParameter(null, "");
        assertThat(shows(Component.class, "student-header")).isFalse();
        assertThat(view.getPageTitle()).isEqualTo("Accounts");
    }

    @Test
    void everyRowIsSaidInWordsWithTheBalanceAfterIt() {
        openAccount("fees-view");
        turnTo(HISTORY);
        assertThat(column("history-lines", "what"))
                .containsExactly(
                        "Band paid, receipt 12",
                        "Payment, receipt 12Cheque · Band",
                        "Bus reversed",
                        "Reversed: Busmoved away",
                        "Lab fee outstanding overduedue Sep. 4, 2026");
        assertThat(column("history-lines", "charges")).containsExactly("90.00", "", "40.00", "−40.00", "24.95");
        assertThat(column("history-lines", "payments")).containsExactly("", "100.00", "", "", "");
        // on a phone, both are in one column
        assertThat(column("history-lines", "either"))
                .containsExactly("90.00", "100.00Payments", "40.00", "−40.00", "24.95");
        assertThat(column("history-lines", "balance"))
                .containsExactly("90.00", "10.00 credit", "30.00", "10.00 credit", "14.95");
    }

    @Test
    void aLongAccountIsLoadedPageByPageWithItsRunningBalance() {
        for (int i = 0; i < 2_000; i++) {
            charge("Door sale", "1.00", LocalDate.of(2026, 9, 5), OptionalLong.empty());
        }
        openAccount("fees-bill");
        int asked = office.queries(Statements.class);
        Grid<?> outstanding = find(Grid.class, "outstanding-lines");
        assertThat(GridKt._size(outstanding)).isEqualTo(2_001);
        assertThat(text("account-outstanding")).isEqualTo("2,024.95");
        pressIn("outstanding-lines", 2_000, "waive-2005");
        click("correction-leave");
        assertThat(office.queries(Statements.class)).isEqualTo(asked);

        turnTo(HISTORY);
        Grid<?> history = find(Grid.class, "history-lines");
        assertThat(GridKt._size(history)).isEqualTo(2_005);
        assertThat(cell(history, 2_004, "balance")).isEqualTo("2,014.95");
        assertThat(cell(history, 1, "what")).isEqualTo("Payment, receipt 12Cheque · Band");
        assertThat(cell(history, 4, "balance")).isEqualTo("14.95");
        assertThat(offers("history-lines", 2_004, "cancel-2005")).isTrue();
        turnTo(STATEMENT);
        Grid<?> statement = find(Grid.class, "statement-lines");
        assertThat(GridKt._size(statement)).isEqualTo(2_003);
        assertThat(cell(statement, 2_002, "balance")).isEqualTo("2,014.95");
    }

    @Test
    void aPageThatCannotBeLoadedIsAnErrorMessage() {
        openAccount("fees-view");
        turnTo(HISTORY);
        Grid<?> history = find(Grid.class, "history-lines");
        office.failNextQuery(Statements.class, new StorageException(Outcome.NOTHING_STORED, null));
        history.getDataProvider().refreshAll();
        GridKt._fetch(history, 0, 5);
        assertThat(text("account-notice")).isNotEmpty();
    }

    private static String cell(Grid<?> grid, int row, String key) {
        return GridKt._getCellComponent(grid, row, key).getElement().getTextRecursively();
    }

    @Test
    void theStatementIsThisSchoolYearsAndFollowsItsDates() {
        openAccount("fees-view");
        turnTo(STATEMENT);
        assertThat(find(DatePicker.class, "statement-from").getValue()).isEqualTo(LocalDate.of(2026, 9, 1));
        assertThat(find(DatePicker.class, "statement-to").getValue()).isEqualTo(LocalDate.of(2026, 9, 8));
        assertThat(text("statement-opening")).contains("10.00 credit");
        assertThat(text("statement-closing")).contains("14.95");
        assertThat(column("statement-lines", "what")).hasSize(3);

        LocatorJ._setValue(find(DatePicker.class, "statement-from"), LocalDate.of(2026, 1, 1));
        LocatorJ._setValue(find(DatePicker.class, "statement-to"), LocalDate.of(2026, 1, 31));
        assertThat(text("statement-closing")).contains("90.00");
        assertThat(column("statement-lines", "what")).hasSize(1);
    }

    @Test
    void thePeriodIsNeverBackwardsNorWithoutADay() {
        openAccount("fees-view");
        turnTo(STATEMENT);
        assertThat(column("statement-lines", "what")).hasSize(3);
        int asked = office.queries(Statements.class);
        LocatorJ._setValue(find(DatePicker.class, "statement-to"), LocalDate.of(2026, 8, 31));
        assertThat(error("statement-to")).contains("before the first");
        LocatorJ._setValue(find(DatePicker.class, "statement-from"), null);
        assertThat(error("statement-from")).contains("2026-09-08");
        assertThat(office.queries(Statements.class)).isEqualTo(asked);
        assertThat(shows(Anchor.class, "statement-pdf")).isFalse();

        LocatorJ._setValue(find(DatePicker.class, "statement-from"), LocalDate.of(2026, 8, 1));
        assertThat(error("statement-to")).isEmpty();
        assertThat(text("statement-none")).isNotEmpty();
    }

    @Test
    void theSchoolYearBeginsInSeptember() {
        assertThat(StatementPanel.schoolYear(LocalDate.of(2026, 9, 1))).isEqualTo(LocalDate.of(2026, 9, 1));
        assertThat(StatementPanel.schoolYear(LocalDate.of(2026, 8, 31))).isEqualTo(LocalDate.of(2025, 9, 1));
        assertThat(StatementPanel.schoolYear(LocalDate.of(2026, 12, 31))).isEqualTo(LocalDate.of(2026, 9, 1));
    }

    @Test
    void statementAndHistoryCanBeTakenAway() {
        openAccount("fees-view");
        turnTo(STATEMENT);
        assertThat(shows(Anchor.class, "statement-pdf")).isTrue();
        assertThat(shows(Anchor.class, "statement-csv")).isTrue();
        assertThat(shows(Anchor.class, "statement-xlsx")).isTrue();
        turnTo(HISTORY);
        assertThat(shows(Anchor.class, "history-pdf")).isTrue();
        assertThat(shows(Anchor.class, "history-csv")).isTrue();
        assertThat(shows(Anchor.class, "history-xlsx")).isTrue();
    }

    @Test
    void whoBillsMayCancelAndWaiveAndInvoice() {
        openAccount("fees-bill");
        assertThat(href("to-invoice")).isEqualTo("fees/invoices/100");
        assertThat(shows(Anchor.class, "to-pay")).isFalse();
        assertThat(shows(Button.class, "refund")).isFalse();
        pressIn("outstanding-lines", 0, "waive-" + lab);
        type("correction-reason", "Bursary");
        click("correction-apply");
        assertThat(office.requests(CorrectionRequest.Waive.class))
                .extracting(CorrectionRequest.Waive::charge)
                .containsExactly(new ChargeId(lab));

        turnTo(HISTORY);
        assertThat(offers("history-lines", 0, "cancel-1")).isTrue();
        assertThat(offers("history-lines", 1, "void-" + payment)).isFalse();
        assertThat(offers("history-lines", 2, "cancel-" + bus)).isFalse();
    }

    @Test
    void whoCashesMayPayVoidAndRefund() {
        openAccount("fees-cashier");
        assertThat(href("to-pay")).isEqualTo("fees/payments/100");
        assertThat(shows(Anchor.class, "to-invoice")).isFalse();
        click("refund");
        assertThat(find(TextField.class, "refund-amount").getValue()).isEqualTo("10.00");
        click("correction-leave");
        assertThat(find(Grid.class, "outstanding-lines").getColumnByKey("actions"))
                .isNull();
        turnTo(HISTORY);
        pressIn("history-lines", 1, "void-" + payment);
        assertThat(find(Dialog.class, "correction-dialog").getHeaderTitle()).isEqualTo("Void receipt 12");
    }

    @Test
    void onlyWhoMayWaiveSeesThatAndWhyAChargeWasWaived() {
        office.corrections()
                .apply(new CorrectionRequest.Waive(
                        RequestKey.fresh(), Kit.CLERK, new ChargeId(lab), LocalDate.of(2026, 9, 5), "Hardship"));

        for (String role : List.of("fees-view", "fees-cashier")) {
            openAccount(role);
            turnTo(HISTORY);
            assertThat(String.join("\n", column("history-lines", "what")))
                    .contains("Adjustment: Lab fee", "Lab fee adjusted", "moved away")
                    .doesNotContainIgnoringCase("waive")
                    .doesNotContain("Hardship");
            Screens.close();
        }
        openAccount("fees-bill");
        turnTo(HISTORY);
        assertThat(String.join("\n", column("history-lines", "what"))).contains("Waived: Lab fee", "Hardship");
    }

    @Test
    void theSlipOfARefundIsPrintedAfterItAndFromItsRow() {
        openAccount("fees-cashier");
        click("refund");
        type("correction-reason", "Moved away");
        click("correction-apply");
        long row = office.rows().get(office.rows().size() - 1).id();

        assertThat(text("account-notice")).contains("10.00 refunded to", "Print slip to sign");
        assertThat(new String(DownloadKt.download(find(Anchor.class, "refund-slip-" + row)), StandardCharsets.UTF_8))
                .isEqualTo("refund " + row);
        turnTo(HISTORY);
        assertThat(column("history-lines", "actions")).anyMatch(cell -> cell.contains("Print slip to sign"));
    }

    @Test
    void whoLooksSeesEverythingAndCorrectsNothing() {
        openAccount("fees-view");
        assertThat(GridKt._size((Grid<?>) find(Grid.class, "outstanding-lines")))
                .isOne();
        assertThat(find(Grid.class, "outstanding-lines").getColumnByKey("actions"))
                .isNull();
        for (String id : List.of("to-pay", "to-invoice", "refund")) {
            assertThat(shows(Component.class, id)).as(id).isFalse();
        }
    }

    @Test
    void aCorrectionShowsTheAccountAgainAndSaysWhatWasDone() {
        openAccount("fees-admin");
        turnTo(HISTORY);
        pressIn("history-lines", 1, "void-" + payment);
        type("correction-reason", "bounced");
        click("correction-apply");
        assertThat(text("account-notice")).startsWith("Receipt 12 (100.00) voided.");
        assertThat(text("account-due")).isEqualTo("114.95");
        assertThat(find(TabSheet.class, "account-tabs").getSelectedIndex()).isEqualTo(HISTORY);
        assertThat(column("history-lines", "what")).contains("Voided payment, receipt 12bounced");
    }

    @Test
    void theAccountOfSomebodyWhoIsGoneStaysReachable() {
        office.add(JournalRow.charge("Lab fee", "24.95")
                .student(new StudentNumber(77))
                .on(LocalDate.of(2019, 9, 4)));
        open(Locale.CANADA, "fees-admin").setParameter(null, "77");
        assertThat(text("student-name")).isEqualTo("#77");
        assertThat(text("student-header")).contains("no longer in the student records");
        assertThat(shows(Anchor.class, "to-invoice")).isFalse();
        assertThat(shows(Anchor.class, "to-pay")).isTrue();
    }

    @Test
    void aWrongAddressIsOneClearSentence() {
        AccountView view = openAccount("fees-view");
        view.setParameter(null, "999");
        assertThat(text("account-notice")).isEqualTo("There is no student with the number 999.");
        assertThat(shows(Component.class, "student-header")).isFalse();
        for (String wrong : List.of("abc", "-1", "0", "12345678901", "100/200", "%3Cb%3E")) {
            view.setParameter(null, wrong);
            assertThat(text("account-notice")).as(wrong).contains("is not a student number");
        }
        assertThat(view.getPageTitle()).isEqualTo("Accounts");
    }

    @Test
    void aFailureOfTheDatabaseIsASentence() {
        AccountView view = open(Locale.CANADA, "fees-view");
        office.failNextQuery(Statements.class, new StorageException(Outcome.NOTHING_STORED, null));
        view.setParameter(null, "100");
        assertThat(text("account-notice")).contains("database did not respond");
        view.setParameter(null, "100");
        assertThat(text("student-name")).isEqualTo("Tremblay, Inès");
    }

    @Test
    void withoutARoleNothingIsAskedAndThePageSaysWhy() {
        AccountView view = open(Locale.CANADA);
        view.setParameter(null, "100");
        assertThat(text("account-notice")).contains("fees-view");
        assertThat(office.queries(Statements.class)).isZero();
        assertThat(shows(TextField.class, "student-search")).isFalse();
    }

    @Test
    void aLongListOfFoundStudentsSaysHowManyThereAre() {
        for (int i = 0; i < 60; i++) {
            office.enrol(1000 + i, "Smith", "Pupil " + i, "9", "9A");
        }
        open(Locale.CANADA, "fees-view");
        type("student-search", "smith");
        assertThat(text("search-status")).isEqualTo("First 50 of 60. Type more to narrow the list.");
    }

    private void credit(String amount) {
        office.add(JournalRow.of(EntryKind.ON_ACCOUNT, "-" + amount).student(ines));
    }

    private List<JournalEntry> newReceipts() {
        return office.rows().stream()
                .filter(row -> row.receipt().isPresent() && row.id() > lab)
                .toList();
    }

    @Test
    void chargesThatTheCreditCoversArePaidWithOneClick() {
        credit("30.00");
        openAccount("fees-cashier");
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
        assertThat(newReceipts()).hasSize(1);
        assertThat(newReceipts().get(0).total()).isEqualTo(cad("0.00"));
        assertThat(text("account-outstanding")).isEqualTo("0.00");
        assertThat(text("account-credit")).isEqualTo("15.05");
        assertThat(text("student-header")).doesNotContain("Credit covers it");
        assertThat(shows(Button.class, "pay-from-credit-100")).isFalse();
    }

    @Test
    void onlyACashierPaysFromCreditAndOnlyIfItCoversEverything() {
        openAccount("fees-cashier");
        assertThat(shows(Button.class, "pay-from-credit-100")).isFalse();
        assertThat(text("student-header")).doesNotContain("Credit covers it");
        Screens.close();
        credit("14.95");
        openAccount("fees-bill", "fees-view");
        assertThat(text("student-header")).contains("Credit covers it");
        assertThat(shows(Button.class, "pay-from-credit-100")).isFalse();
    }

    @Test
    void aPaymentFromCreditWithoutAnAnswerIsSentAgainAsItWas() {
        credit("30.00");
        openAccount("fees-cashier");
        office.failAfterNext(new StorageException(Outcome.UNKNOWN, null));
        click("pay-from-credit-100");
        assertThat(text("account-notice")).contains("may or may not have been paid from credit");
        assertThat(find(Button.class, "pay-from-credit-100").getText()).isEqualTo("Send again");

        click("pay-from-credit-100");
        assertThat(Set.copyOf(office.requests(PaymentRequest.class))).hasSize(1);
        assertThat(newReceipts()).hasSize(1);
        assertThat(text("account-notice")).contains("paid from credit, receipt 13");
    }

    @Test
    void aChargeOfALaterDayIsPaidFromCreditOnceThatIsConfirmed() {
        credit("60.00");
        office.add(JournalRow.charge("Camp", "30.00").student(ines).on(LocalDate.of(2026, 9, 30)));
        openAccount("fees-cashier");
        click("pay-from-credit-100");
        assertThat(text("account-notice"))
                .contains("Sep. 30, 2026", "Press “Pay all the same” to pay from credit today.");
        assertThat(newReceipts()).isEmpty();

        assertThat(find(Button.class, "pay-from-credit-100").getText()).isEqualTo("Pay all the same");
        click("pay-from-credit-100");
        assertThat(text("account-notice")).startsWith("54.95 for Inès Tremblay paid from credit");
    }

    @Test
    void whatAnotherCounterHasPaidMeanwhileIsSaidAndShown() {
        credit("30.00");
        openAccount("fees-cashier");
        office.cashier().receive(Kit.paying(ines, "0.00", new ChargeId(lab)));
        click("pay-from-credit-100");
        assertThat(text("account-notice")).contains("already been paid", "No payment was taken");
        assertThat(text("account-outstanding")).isEqualTo("0.00");
        assertThat(newReceipts()).hasSize(1);
    }

    @Test
    void theCreditThatCoversItIsFrenchOnAFrenchPage() {
        credit("30.00");
        open(Locale.CANADA_FRENCH, "fees-cashier").setParameter(null, "100");
        assertThat(text("student-header")).contains("Montant dû (CAD)", "Le crédit suffit");
        click("pay-from-credit-100");
        assertThat(text("account-notice"))
                .startsWith("24,95 payés avec le crédit de Inès Tremblay, reçu 13. Aucun argent n’a été reçu.");
    }

    @Test
    void thePageSpeaksFrench() {
        AccountView view = open(Locale.CANADA_FRENCH, "fees-admin");
        view.setParameter(null, "100");
        assertThat(view.getPageTitle()).isEqualTo("Inès Tremblay – compte");
        turnTo(HISTORY);
        assertThat(column("history-lines", "what"))
                .contains("Frais annulés\u00a0: Busmoved away", "Band payés, reçu 12");
        assertThat(column("history-lines", "balance")).contains("crédit de 10,00");
        turnTo(OUTSTANDING);
        pressIn("outstanding-lines", 0, "cancel-" + lab);
        assertThat(find(Dialog.class, "correction-dialog").getHeaderTitle()).isEqualTo("Annuler les frais");
    }

    @Test
    void namesAreShownAndNeverActed() {
        String nasty = "<script>alert(1)</script> =SUM(1,2) \"q\" 'a' {0} \u202E 😀";
        StudentNumber student = office.enrol(102, nasty, "", "9", "9A");
        office.add(JournalRow.charge(nasty, "5.00").student(student).on(LocalDate.of(2026, 9, 4)));
        AccountView view = open(Locale.CANADA, "fees-admin");
        view.setParameter(null, "102");
        assertThat(text("student-name")).isEqualTo(nasty);
        assertThat(view.getPageTitle()).isEqualTo(nasty.replace("\u202E", "<U+202E>") + " – account");
        assertThat(column("outstanding-lines", "what")).containsExactly(nasty + " overduedue Sep. 4, 2026");
    }
}
