package org.openadmin.fees.ui.internal.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.openadmin.fees.ui.internal.Screens.click;
import static org.openadmin.fees.ui.internal.Screens.error;
import static org.openadmin.fees.ui.internal.Screens.find;
import static org.openadmin.fees.ui.internal.Screens.shows;
import static org.openadmin.fees.ui.internal.Screens.text;
import static org.openadmin.fees.ui.internal.Screens.tick;
import static org.openadmin.fees.ui.internal.Screens.type;

import com.github.mvysny.kaributesting.v10.ComboBoxKt;
import com.github.mvysny.kaributesting.v10.DownloadKt;
import com.github.mvysny.kaributesting.v10.GridKt;
import com.github.mvysny.kaributesting.v10.LocatorJ;
import com.github.mvysny.kaributesting.v10.MockVaadin;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.Anchor;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.Locale;
import java.util.Optional;
import java.util.Queue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.openadmin.fees.api.RequestKey;
import org.openadmin.fees.api.StorageException;
import org.openadmin.fees.api.StudentNumber;
import org.openadmin.fees.api.billing.AssessmentDraft;
import org.openadmin.fees.api.billing.BatchNumber;
import org.openadmin.fees.api.corrections.CorrectionRequest;
import org.openadmin.fees.api.corrections.Corrections;
import org.openadmin.fees.api.journal.EntryKind;
import org.openadmin.fees.api.journal.Journal;
import org.openadmin.fees.api.journal.JournalEntry;
import org.openadmin.fees.testkit.JournalRow;
import org.openadmin.fees.testkit.Kit;
import org.openadmin.fees.testkit.MemoryOffice;
import org.openadmin.fees.ui.internal.FakeLists;
import org.openadmin.fees.ui.internal.Screens;
import org.openadmin.fees.ui.internal.students.StudentField;

class JournalViewTest {

    private static final String HOSTILE = "O’Brien, <b>\"=HYPERLINK(1)\" שלום 😀";

    private MemoryOffice office = Screens.office();
    private final Queue<Runnable> background = new ArrayDeque<>();
    private JournalView view;
    private int reckonings;

    @BeforeEach
    void aJournal() {
        office.enrol(100, "Tremblay", "Inès", "9", "9A");
        office.enrol(101, "O’Brien", "<b>\"=HYPERLINK(1)\" שלום 😀", "10", "10B");
        charge(100, LocalDate.of(2026, 9, 1), "Lab fee", "24.95");
        charge(101, LocalDate.of(2026, 9, 2), "<i>Band</i>", "75.05");
        office.add(JournalRow.of(EntryKind.PAYMENT, "-30.00")
                .student(new StudentNumber(100))
                .on(LocalDate.of(2026, 9, 3))
                .named("Payment")
                .receipt(12));
        office.enrol(101, "Nguyễn", "Anh", "10", "10B");
        office.enrol(102, "Nguyễn", "Bảo", "10", "10B");
    }

    /** In a batch of its own. */
    private void charge(int student, LocalDate day, String name, String amount) {
        office.assessment()
                .post(Kit.assessing(new AssessmentDraft(
                        Optional.empty(), Kit.fee(name, amount), day, Kit.only(new StudentNumber(student)))));
    }

    @AfterEach
    void close() {
        Screens.close();
    }

    private void open(Locale locale, String rest, String... roles) {
        Screens.open(locale, roles);
        view = Screens.show(new JournalView(
                office.journal(),
                office.students(),
                office,
                new FakeLists(),
                office.corrections(),
                Screens.CLOCK,
                background::add));
        view.setParameter(null, rest);
    }

    private void reckoned() {
        while (!background.isEmpty()) {
            background.remove().run();
            reckonings++;
            MockVaadin.clientRoundtrip();
        }
    }

    @SuppressWarnings("unchecked")
    private static Grid<JournalEntry> grid() {
        return find(Grid.class, "journal-grid");
    }

    private static String row(int row) {
        return String.join("|", GridKt._getFormattedRow(grid(), row));
    }

    private static void day(String id, LocalDate day) {
        LocatorJ._setValue(find(DatePicker.class, id), day);
    }

    @Test
    void everyRowIsListedNewestFirstWithTheSums() {
        open(Locale.CANADA, "", "fees-view");
        reckoned();
        assertThat(GridKt._size(grid())).isEqualTo(3);
        assertThat(row(0)).contains("Sep. 3, 2026", "Tremblay, Inès", "Payment", "Receipt 12", "−30.00");
        assertThat(row(2)).contains("Lab fee", "Batch 1", "24.95", "outstanding", "due Sep. 1, 2026", "overdue");
        assertThat(text("journal-count")).isEqualTo("3");
        assertThat(text("journal-charged")).isEqualTo("100.00");
        assertThat(text("journal-received")).isEqualTo("−30.00");
        assertThat(text("journal-total")).isEqualTo("70.00 CAD");
        assertThat(shows(Button.class, "journal-all")).isFalse();
        assertThat(shows(Button.class, "journal-undo")).isFalse();
    }

    @Test
    void aLinkShowsTheSameAgainAndBackTheFormer() {
        open(Locale.CANADA, "student=100&kind=chg", "fees-cashier");
        reckoned();
        assertThat(GridKt._size(grid())).isEqualTo(1);
        assertThat(find(StudentField.class, "filter-student").number()).contains(new StudentNumber(100));
        assertThat(text("journal-total")).isEqualTo("24.95 CAD");

        view.setParameter(null, "");
        reckoned();
        assertThat(GridKt._size(grid())).isEqualTo(3);
        assertThat(find(StudentField.class, "filter-student").number()).isEmpty();
        assertThat(text("journal-total")).isEqualTo("70.00 CAD");
    }

    @Test
    void eachFilterNarrowsTheListTheSumsAndTheFileAlike() {
        open(Locale.CANADA, "", "fees-view");
        tick("filter-outstanding", true);
        day("filter-from", LocalDate.of(2026, 9, 2));
        day("filter-to", LocalDate.of(2026, 9, 30));
        reckoned();
        assertThat(GridKt._size(grid())).isEqualTo(1);
        assertThat(text("journal-charged")).isEqualTo("75.05");
        String file = new String(DownloadKt._download(find(Anchor.class, "journal-csv")), StandardCharsets.UTF_8);
        assertThat(file)
                .contains("2026-09-02", "2026-09-30", "outstandingOnly=true")
                .endsWith(" CSV");
        String book = new String(DownloadKt._download(find(Anchor.class, "journal-xlsx")), StandardCharsets.UTF_8);
        assertThat(book).isEqualTo(file.replace(" CSV", " XLSX"));

        click("journal-all");
        reckoned();
        assertThat(GridKt._size(grid())).isEqualTo(3);
        assertThat(find(DatePicker.class, "filter-from").getValue()).isNull();
    }

    @Test
    void ofQuickChangesOnlyTheLastIsReckonedTwiceAtMost() {
        open(Locale.CANADA, "", "fees-view");
        tick("filter-outstanding", true);
        type("filter-batch", "1");
        reckoned();
        assertThat(reckonings).isEqualTo(2);
        assertThat(text("journal-total")).isEqualTo("24.95 CAD");
    }

    @Test
    void aStudentIsTypedAsAtTheCounter() {
        open(Locale.CANADA, "", "fees-view");
        StudentField field = find(StudentField.class, "filter-student");
        ComboBoxKt._fireCustomValueSet(field, "Trem");
        assertThat(field.number()).contains(new StudentNumber(100));
        reckoned();
        assertThat(GridKt._size(grid())).isEqualTo(2);

        ComboBoxKt._fireCustomValueSet(field, "4711");
        assertThat(field.number()).contains(new StudentNumber(4711));
        reckoned();
        assertThat(text("journal-empty")).startsWith("No rows match");

        ComboBoxKt._fireCustomValueSet(field, "Nguyễn");
        assertThat(error("filter-student")).startsWith("Several students match");
        ComboBoxKt._fireCustomValueSet(field, "<b>Zzz</b>");
        assertThat(error("filter-student")).startsWith("No student matches “<b>Zzz</b>”");
        ComboBoxKt._fireCustomValueSet(field, "99999999999");
        assertThat(error("filter-student")).contains("is neither a student number");
    }

    @Test
    void wrongInputIsReportedBesideItsFieldAndTheListStays() {
        open(Locale.CANADA, "", "fees-view");
        reckoned();
        int asked = office.queries(Journal.class);
        type("filter-batch", "abc");
        assertThat(error("filter-batch")).isEqualTo("Enter a number, such as 12.");
        type("filter-batch", "");
        assertThat(error("filter-batch")).isEmpty();
        day("filter-to", LocalDate.of(2026, 9, 2));
        reckoned();
        assertThat(office.queries(Journal.class)).isGreaterThan(asked);
        asked = office.queries(Journal.class);
        day("filter-from", LocalDate.of(2026, 9, 3));
        assertThat(error("filter-to")).isEqualTo("The last day is before the first.");
        assertThat(office.queries(Journal.class)).isEqualTo(asked);
        day("filter-from", LocalDate.of(2026, 9, 2));
        assertThat(error("filter-to")).isEmpty();
    }

    @Test
    void anAddressThatIsNotUnderstoodIsNamedAndTheRestIsShown() {
        open(Locale.CANADA, "kind=<b>x</b>&student=100", "fees-view");
        assertThat(text("journal-notice")).contains("Ignored in the link: kind=<b>x</b>");
        reckoned();
        assertThat(GridKt._size(grid())).isEqualTo(2);
    }

    @Test
    void hostileNamesAreText() {
        open(Locale.CANADA, "batch=2", "fees-view");
        // the simulated browser drops the isolation marks from rendered cells; a real browser keeps them
        assertThat(row(0)).contains("O’Brien", "\"=HYPERLINK(1)\" שלום 😀");
        assertThat(GridKt._get(grid(), 0).student().orElseThrow().name()).isEqualTo(HOSTILE);
    }

    @Test
    void theOrderIsInTheAddressToo() {
        open(Locale.CANADA, "sort=amount", "fees-view");
        assertThat(row(0)).contains("−30.00");
        view.setParameter(null, "sort=-amount");
        assertThat(row(0)).contains("75.05");
        view.setParameter(null, "sort=student");
        assertThat(row(2)).contains("101");
    }

    @Test
    void whoBillsUndoesAnAssessmentFromItsRows() {
        open(Locale.CANADA, "batch=1", "fees-bill");
        click("journal-undo");
        click("correction-apply");
        assertThat(office.requests(CorrectionRequest.Undo.class))
                .extracting(CorrectionRequest.Undo::batch)
                .containsExactly(new BatchNumber(1));
        assertThat(text("journal-notice")).contains("Batch 1 undone");
    }

    @Test
    void whatIsUndoneIsNotOfferedAgain() {
        open(Locale.CANADA, "batch=1", "fees-bill");
        office.corrections()
                .apply(new CorrectionRequest.Undo(RequestKey.fresh(), Kit.CLERK, new BatchNumber(1), Kit.DAY, ""));
        view.setParameter(null, "batch=1");
        assertThat(shows(Button.class, "journal-undo")).isFalse();

        office.failNextQuery(Corrections.class, new StorageException(StorageException.Outcome.NOTHING_STORED, null));
        view.setParameter(null, "batch=2");
        assertThat(shows(Button.class, "journal-undo")).isTrue();
    }

    @Test
    void whoDoesNotBillUndoesNothing() {
        open(Locale.CANADA, "batch=1", "fees-cashier");
        assertThat(shows(Button.class, "journal-undo")).isFalse();
    }

    @Test
    void withoutARoleTheServiceIsNotAsked() {
        open(Locale.CANADA, "student=100");
        assertThat(text("journal-notice")).contains("need the role fees-view");
        assertThat(shows(Grid.class, "journal-grid")).isFalse();
        assertThat(office.queries(Journal.class)).isZero();
        assertThat(background).isEmpty();
    }

    @Test
    void aFailureIsASentenceAndTheNextTryWorks() {
        open(Locale.CANADA, "", "fees-view");
        office.failNextQuery(Journal.class, new StorageException(StorageException.Outcome.NOTHING_STORED, null));
        background.remove().run();
        MockVaadin.clientRoundtrip();
        assertThat(text("journal-notice")).startsWith("The database did not respond");
        tick("filter-outstanding", true);
        reckoned();
        assertThat(shows(Component.class, "journal-notice")).isFalse();
        assertThat(text("journal-count")).isEqualTo("2");
    }

    @Test
    void aPaymentIsNamedInTheLanguageOfThePage() {
        open(Locale.CANADA_FRENCH, "", "fees-view");
        reckoned();
        assertThat(row(0)).contains("Paiement", "−30,00").doesNotContain("Payment");
    }

    @Test
    void anEmptyJournalTeachesInFrench() {
        office = Screens.office();
        open(Locale.CANADA_FRENCH, "", "fees-view");
        reckoned();
        assertThat(text("journal-empty")).startsWith("Le journal est vide");
        assertThat(view.getPageTitle()).isEqualTo("Journal");
        assertThat(Optional.of(text("journal-figures"))).get().asString().contains("Imputé", "Lignes");
    }
}
