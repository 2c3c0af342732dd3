package org.openadmin.fees.ui.internal.receipts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.openadmin.fees.ui.internal.Screens.click;
import static org.openadmin.fees.ui.internal.Screens.error;
import static org.openadmin.fees.ui.internal.Screens.find;
import static org.openadmin.fees.ui.internal.Screens.shows;
import static org.openadmin.fees.ui.internal.Screens.text;
import static org.openadmin.fees.ui.internal.Screens.type;

import com.github.mvysny.kaributesting.v10.ComboBoxKt;
import com.github.mvysny.kaributesting.v10.DownloadKt;
import com.github.mvysny.kaributesting.v10.GridKt;
import com.github.mvysny.kaributesting.v10.LocatorJ;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.Anchor;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.openadmin.fees.api.StorageException;
import org.openadmin.fees.api.StudentNumber;
import org.openadmin.fees.api.StudentSnapshot;
import org.openadmin.fees.api.corrections.CorrectionRequest;
import org.openadmin.fees.api.payments.PaymentMethod;
import org.openadmin.fees.api.payments.Receipt;
import org.openadmin.fees.api.payments.ReceiptNumber;
import org.openadmin.fees.api.payments.Receipts;
import org.openadmin.fees.testkit.JournalRow;
import org.openadmin.fees.testkit.MemoryOffice;
import org.openadmin.fees.ui.internal.FakeDocuments;
import org.openadmin.fees.ui.internal.FakeLists;
import org.openadmin.fees.ui.internal.FakeReceiptMailer;
import org.openadmin.fees.ui.internal.Screens;
import org.openadmin.fees.ui.internal.students.StudentField;

class ReceiptsViewTest {

    private static final String HOSTILE = "O’Brien, <b>\"=HYPERLINK(1)\" שלום 😀";

    private MemoryOffice office = Screens.office();
    private final FakeReceiptMailer mailer = new FakeReceiptMailer();
    private final FakeDocuments documents = new FakeDocuments(office);
    private ReceiptsView view;

    @BeforeEach
    void threeReceipts() {
        office.enrol(100, "Tremblay", "Inès", "9", "9A");
        give(11, 100, "Tremblay, Inès", "2026-09-01", "24.95", "24.95", "anne");
        give(12, 100, "Tremblay, Inès", "2026-09-08", "30.00", "24.95", "anne");
        give(13, 101, HOSTILE, "2026-09-08", "50.00", "75.05", "bob");
    }

    /** Adds a receipt for one charge; the money received may be more or less than the charge. */
    private void give(
            int number, int student, String who, String day, String received, String charged, String cashier) {
        StudentSnapshot payer = new StudentSnapshot(new StudentNumber(student), who, "9", "9A");
        LocalDate date = LocalDate.parse(day);
        long payment = office.rows().size() + 2;
        long charge = office.add(
                JournalRow.charge("Lab fee", charged).student(payer).on(date).settledBy(payment));
        office.add(JournalRow.payment(number, received, charge)
                .student(payer)
                .on(date)
                .by(PaymentMethod.CHEQUE, "Cheque 7")
                .recorded(cashier, Optional.of(Instant.EPOCH)));
    }

    @AfterEach
    void close() {
        Screens.close();
    }

    private void open(Locale locale, String rest, String... roles) {
        Screens.open(locale, roles);
        view = Screens.show(new ReceiptsView(
                office.receipts(),
                office.students(),
                documents,
                new FakeLists(),
                office.corrections(),
                office.returns(),
                mailer,
                office,
                Screens.CLOCK,
                Runnable::run));
        view.setParameter(null, rest);
    }

    @SuppressWarnings("unchecked")
    private static Grid<Receipt> grid() {
        return find(Grid.class, "receipt-grid");
    }

    private static String row(int row) {
        return String.join("|", GridKt._getFormattedRow(grid(), row));
    }

    @Test
    void theReceiptsOfTodayAreListedNewestFirst() {
        open(Locale.CANADA, "", "fees-view");
        assertThat(GridKt._size(grid())).isEqualTo(2);
        assertThat(row(0)).contains("13", "שלום 😀", "Cheque", "bob", "50.00");
        assertThat(text("receipts-sum")).isEqualTo("2 receipts, 80.00 CAD received.");
        assertThat(shows(Button.class, "receipts-today")).isFalse();
        assertThat(office.queries(Receipts.class))
                .as("one search shows the page")
                .isEqualTo(1);
    }

    @Test
    void whoLooksForAStudentOrANumberLooksOnAnyDay() {
        open(Locale.CANADA, "", "fees-cashier");
        ComboBoxKt._fireCustomValueSet(find(StudentField.class, "filter-student"), "100");
        assertThat(GridKt._size(grid())).isEqualTo(2);
        assertThat(find(DatePicker.class, "filter-from").getValue()).isNull();

        click("receipts-today");
        type("filter-number", "11");
        assertThat(GridKt._size(grid())).isEqualTo(1);
        assertThat(row(0)).contains("Sep. 1, 2026");
    }

    @Test
    @SuppressWarnings("unchecked")
    void theDrawerOfOneCashierIsCountedTodayAlone() {
        open(Locale.CANADA, "", "fees-cashier");
        ComboBox<String> cashier = find(ComboBox.class, "filter-cashier");
        assertThat(ComboBoxKt.getSuggestions(cashier)).containsExactly("anne", "bob");
        LocatorJ._setValue(cashier, "anne");
        assertThat(text("receipts-sum")).isEqualTo("1 receipt, 30.00 CAD received.");
        String file = new String(DownloadKt._download(find(Anchor.class, "receipts-csv")), StandardCharsets.UTF_8);
        assertThat(file).contains("anne", "2026-09-08");
    }

    @Test
    void aNumberInTheAddressOpensThatReceipt() {
        open(Locale.CANADA, "12", "fees-view");
        assertThat(view.getPageTitle()).isEqualTo("Receipt 12");
        assertThat(text("receipt-sheet"))
                .contains("Receipt 12", "Tremblay, Inès", "Cheque 7", "received by anne")
                .contains("Lab fee", "24.95", "Stays on account", "5.05", "Received (CAD)", "30.00");
        assertThat(shows(Anchor.class, "print-copy")).isTrue();
        assertThat(find(Anchor.class, "receipt-account").getHref()).isEqualTo("fees/account/100");
        assertThat(shows(Button.class, "void-receipt"))
                .as("looking is not voiding")
                .isFalse();

        click("close-receipt");
        assertThat(shows(Component.class, "receipt-sheet")).isFalse();
        assertThat(view.getPageTitle()).isEqualTo("Receipts");
    }

    @Test
    void aChargeThatAnotherVoidHasOpenedIsNamed() {
        office.settle(office.rows().get(4).id(), OptionalLong.empty());

        open(Locale.CANADA, "", "fees-view");
        GridKt._clickItem(grid(), 0);
        assertThat(text("receipt-reopened"))
                .isEqualTo("No longer paid by this receipt, because another payment was voided: Lab fee (75.05).");
    }

    @Test
    void aRowOpensItsReceiptAndTheListStays() {
        open(Locale.CANADA, "", "fees-view");
        GridKt._clickItem(grid(), 0);
        assertThat(text("receipt-title")).isEqualTo("Receipt 13");
        assertThat(text("receipt-account")).isEqualTo(HOSTILE);
        assertThat(text("receipt-settled")).contains("From credit on account", "−25.05");
        assertThat(GridKt._size(grid())).isEqualTo(2);
    }

    @Test
    void whoTakesMoneyVoidsAReceiptAndSeesIt() {
        open(Locale.CANADA, "open=12", "fees-cashier");
        assertThat(GridKt._size(grid())).isEqualTo(2);
        click("void-receipt");
        click("correction-apply");
        assertThat(office.requests(CorrectionRequest.VoidReceipt.class))
                .extracting(CorrectionRequest.VoidReceipt::receipt)
                .containsExactly(new ReceiptNumber(12));
        assertThat(text("receipts-notice")).contains("Receipt 12");
        assertThat(text("receipt-voided")).isEqualTo("voided Sep. 8, 2026");
        assertThat(shows(Button.class, "void-receipt")).isFalse();
        assertThat(row(1)).contains("voided");
        assertThat(text("receipts-sum")).isEqualTo("1 receipt, 50.00 CAD received. Plus 1 voided, 30.00 CAD.");
    }

    @Test
    void wrongInputIsReportedBesideItsField() {
        open(Locale.CANADA, "", "fees-view");
        int asked = office.queries(Receipts.class);
        type("filter-number", "12a");
        assertThat(error("filter-number")).isEqualTo("“12a” is not a receipt number. Enter a number such as 12.");
        assertThat(office.queries(Receipts.class)).isEqualTo(asked);
    }

    @Test
    void unknownNumbersAndAddressesAreNamed() {
        open(Locale.CANADA, "99", "fees-view");
        assertThat(text("receipts-notice")).isEqualTo("There is no receipt number 99.");
        view.setParameter(null, "<b>x</b>");
        assertThat(text("receipts-notice")).contains("Ignored in the link: <b>x</b>");
        assertThat(GridKt._size(grid())).isEqualTo(2);
    }

    @Test
    void aDayWithoutReceiptsShowsTheWayOnInFrench() {
        office = Screens.office();
        give(11, 100, "Tremblay, Inès", "2026-09-01", "24.95", "24.95", "anne");
        open(Locale.CANADA_FRENCH, "", "fees-view");
        assertThat(text("receipts-empty")).startsWith("Aucun reçu aujourd’hui");
        assertThat(shows(Anchor.class, "print-found")).isFalse();
        LocatorJ._click(LocatorJ._get(
                grid().getEmptyStateComponent(), Button.class, spec -> spec.withId("receipts-all-dates")));
        assertThat(GridKt._size(grid())).isEqualTo(1);
        assertThat(text("receipts-sum")).startsWith("1 reçu");
    }

    @Test
    void manyReceiptsComeInPages() {
        for (int number = 14; number < 400; number++) {
            give(number, 100, "Tremblay, Inès", "2026-09-08", "1.00", "1.00", "anne");
        }
        open(Locale.CANADA, "", "fees-view");
        assertThat(GridKt._size(grid())).isEqualTo(388);
        assertThat(row(387)).contains("12");
    }

    @Test
    void withoutARoleTheServiceIsNotAsked() {
        open(Locale.CANADA, "12");
        assertThat(text("receipts-notice")).contains("need the role fees-view");
        assertThat(shows(Grid.class, "receipt-grid")).isFalse();
        assertThat(office.queries(Receipts.class)).isZero();
    }

    @Test
    void aFailureIsASentenceAndTheNextTryWorks() {
        office.failNextQuery(Receipts.class, new StorageException(StorageException.Outcome.NOTHING_STORED, null));
        open(Locale.CANADA, "", "fees-view");
        assertThat(text("receipts-notice")).startsWith("The database did not respond");
        assertThat(GridKt._size(grid())).isZero();
        view.setParameter(null, "");
        assertThat(GridKt._size(grid())).isEqualTo(2);
    }

    @Test
    void aDayHasASheetAndALongerPeriodHasNone() {
        open(Locale.CANADA, "", "fees-cashier");
        assertThat(new String(DownloadKt.download(find(Anchor.class, "day-sheet")), StandardCharsets.UTF_8))
                .isEqualTo("day sheet 2026-09-08");
        view.setParameter(null, "from=2026-09-01&to=2026-09-01");
        assertThat(new String(DownloadKt.download(find(Anchor.class, "day-sheet")), StandardCharsets.UTF_8))
                .isEqualTo("day sheet 2026-09-01");
        view.setParameter(null, "from=2026-09-01&to=2026-09-08");
        assertThat(shows(Anchor.class, "print-found")).isTrue();
        assertThat(shows(Anchor.class, "day-sheet")).isFalse();
    }
}
