package org.openadmin.fees.ui.internal.collection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.openadmin.fees.ui.internal.Screens.error;
import static org.openadmin.fees.ui.internal.Screens.find;
import static org.openadmin.fees.ui.internal.Screens.shows;
import static org.openadmin.fees.ui.internal.Screens.text;

import com.github.mvysny.kaributesting.v10.DownloadKt;
import com.github.mvysny.kaributesting.v10.GridKt;
import com.github.mvysny.kaributesting.v10.LocatorJ;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.select.Select;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Locale;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.openadmin.fees.api.StorageException;
import org.openadmin.fees.api.StudentNumber;
import org.openadmin.fees.api.StudentSnapshot;
import org.openadmin.fees.api.collection.FeeCollection;
import org.openadmin.fees.api.journal.EntryKind;
import org.openadmin.fees.api.students.GroupKind;
import org.openadmin.fees.testkit.JournalRow;
import org.openadmin.fees.testkit.MemoryOffice;
import org.openadmin.fees.ui.internal.FakeDocuments;
import org.openadmin.fees.ui.internal.FakeMonths;
import org.openadmin.fees.ui.internal.Screens;
import org.openadmin.fees.ui.internal.components.DateField;

class CollectionViewTest {

    private static final LocalDate DAY = LocalDate.of(2026, 9, 8);
    private static final String HOSTILE = "=HYPERLINK(\"x\") <b>O'Brien & עברית 😀";

    private final MemoryOffice office = Screens.office();
    private final FakeDocuments documents = new FakeDocuments(office);
    private final FakeMonths months = new FakeMonths();

    @BeforeEach
    void charge() {
        long payment = office.add(JournalRow.payment(1, "24.95"));
        long waiver = office.add(JournalRow.of(EntryKind.WAIVER, "-24.95"));
        office.add(charge("Lab fee", 100, "Zimmer, Ada", "9A").settledBy(payment));
        office.add(charge("Lab fee", 101, "Roy, Léa", "9A").settledBy(waiver));
        office.add(charge("Lab fee", 102, HOSTILE, "9A"));
        office.add(charge("Lab fee", 103, "Aubé, Max", ""));
        office.add(charge("Bus pass", 103, "Aubé, Max", ""));
        office.add(charge("Old fee", 103, "Aubé, Max", "").on(DAY.minusYears(3)));
    }

    @AfterEach
    void close() {
        Screens.close();
    }

    private static JournalRow charge(String fee, int number, String name, String homeroom) {
        return JournalRow.charge(fee, "24.95")
                .student(new StudentSnapshot(new StudentNumber(number), name, "9", homeroom))
                .on(DAY);
    }

    private CollectionView open(Locale locale, String rest, String... roles) {
        Screens.open(locale, roles);
        CollectionView view =
                Screens.show(new CollectionView(office.collection(), documents, months, office, Screens.CLOCK));
        view.setParameter(null, rest);
        return view;
    }

    @Test
    void theFeesOfThisSchoolYearHaveABarWithItsRateAsText() {
        open(Locale.CANADA, "", "fees-view");

        Grid<?> grid = find(Grid.class, "collection-grid");
        assertThat(GridKt._size(grid)).isEqualTo(2);
        assertThat(link(grid, 1).getElement().getTextRecursively()).contains("Lab fee");
        assertThat(link(grid, 1).getHref()).isEqualTo("fees/collection/fee=Lab%20fee");
        assertThat(cell(grid, 1, "rate")).isEqualTo("25.0\u00a0%");
        assertThat(GridKt._getFormattedRow(grid, 1)).contains("4", "99.80", "24.95", "–", "49.90", "2");
        assertThat(grid.getColumnByKey("rate").getFooterText()).isEqualTo("20.0\u00a0%");
        assertThat(grid.getColumnByKey("outstanding").getFooterText()).isEqualTo("74.85");
        assertThat(text("collection-trail")).contains("All fees");
        assertThat(shows(Select.class, "filter-by")).isFalse();
        assertThat(saved("collection-csv")).isEqualTo("collection");
        assertThat(saved("collection-xlsx")).startsWith("collection");
    }

    @Test
    void aFeeLeadsToItsHomeroomsAndAHomeroomToItsStudents() {
        open(Locale.CANADA, "fee=lab%20fee", "fees-view");

        Grid<?> grid = find(Grid.class, "collection-grid");
        assertThat(GridKt._size(grid)).isEqualTo(2);
        assertThat(link(grid, 0).getHref()).isEqualTo("fees/collection/fee=Lab%20fee&group=9A");
        assertThat(cell(grid, 0, "rate")).isEqualTo("33.3\u00a0%");
        assertThat(link(grid, 1).getElement().getTextRecursively()).contains("No homeroom");
        assertThat(link(grid, 1).getHref()).isEqualTo("fees/collection/fee=Lab%20fee&group=");
        assertThat(text("collection-trail")).contains("All fees", "Lab fee");
        assertThat(saved("collection-csv")).isEqualTo("collection of lab fee by HOMEROOM");
    }

    @Test
    void theStudentsHaveTheirStatesAndTheTeacherGetsAList() {
        open(Locale.CANADA, "fee=Lab%20fee&group=9a", "fees-bill");

        Grid<?> grid = find(Grid.class, "charged-grid");
        assertThat(GridKt._size(grid)).isEqualTo(3);
        assertThat(IntStream.range(0, 3)
                        .mapToObj(row -> GridKt._getFormattedRow(grid, row).get(2)))
                .containsExactlyInAnyOrder("outstanding", "waived", "paid");
        assertThat(grid.getColumnByKey("outstanding").getFooterText()).isEqualTo("24.95");
        assertThat(text("collection-trail")).contains("All fees", "Lab fee", "Homeroom 9A");
        assertThat(saved("class-list-pdf")).isEqualTo("class list of Lab fee, HOMEROOM 9A");
        assertThat(saved("class-list-csv")).isEqualTo("class list of Lab fee in 9A");
        assertThat(saved("collection-csv")).isEqualTo("students with Lab fee in 9a");
        Anchor invoices = find(Anchor.class, "collection-invoices");
        assertThat(invoices.getHref()).isEqualTo("fees/invoices/students=102");
        assertThat(invoices.getText()).isEqualTo("Invoice for the student who still owes this fee");
    }

    @Test
    void aViewerReadsOfAnAdjustmentAndPrintsNoInvoices() {
        open(Locale.CANADA, "fee=Lab%20fee&group=9A", "fees-view");

        Grid<?> grid = find(Grid.class, "charged-grid");
        assertThat(IntStream.range(0, 3)
                        .mapToObj(row -> GridKt._getFormattedRow(grid, row).get(2)))
                .contains("adjusted")
                .doesNotContain("waived");
        assertThat(shows(Anchor.class, "collection-invoices")).isFalse();
        assertThat(shows(Anchor.class, "class-list-pdf")).isTrue();
    }

    @Test
    void allStudentsOfAFeeAreListedWithoutAClassList() {
        open(Locale.CANADA, "fee=Lab%20fee&students=all", "fees-bill");

        assertThat(GridKt._size(find(Grid.class, "charged-grid"))).isEqualTo(4);
        assertThat(shows(Anchor.class, "class-list-pdf")).isFalse();
        assertThat(find(Anchor.class, "collection-invoices").getHref()).isEqualTo("fees/invoices/students=103,102");
        assertThat(find(Anchor.class, "collection-reminders").getHref()).isEqualTo("fees/invoices/reminders=103,102");
        assertThat(find(Anchor.class, "collection-invoices").getText())
                .isEqualTo("Invoices for the 2 students who still owe this fee");
    }

    @Test
    void tooManyInvoicesForOneAddressAreRefusedWithAWayOut() {
        for (int number = 1000; number < 1401; number++) {
            office.add(charge("Trip", number, "Roy, Léa", "9A"));
        }

        open(Locale.CANADA, "fee=Trip&students=all", "fees-bill");

        assertThat(shows(Anchor.class, "collection-invoices")).isFalse();
        assertThat(find(Span.class, "collection-too-many").getText()).contains("400");
    }

    @Test
    void theFiltersChangeTheListAtOnce() {
        open(Locale.CANADA, "", "fees-view");
        LocatorJ._setValue(find(DateField.class, "filter-from"), DAY.minusYears(5));
        assertThat(GridKt._size(find(Grid.class, "collection-grid"))).isEqualTo(3);

        open(Locale.CANADA, "fee=Lab%20fee", "fees-view");
        select("filter-by", GroupKind.GRADE);
        assertThat(GridKt._size(find(Grid.class, "collection-grid"))).isEqualTo(1);
        assertThat(link(find(Grid.class, "collection-grid"), 0).getHref())
                .isEqualTo("fees/collection/fee=Lab%20fee&by=grade&group=9");
        Screens.tick("filter-today", true);
        assertThat(link(find(Grid.class, "collection-grid"), 0).getElement().getTextRecursively())
                .contains("No grade");
    }

    @SuppressWarnings("unchecked")
    private static void select(String id, GroupKind kind) {
        ((Select<GroupKind>) find(Select.class, id)).setValue(kind);
    }

    @Test
    void anUnknownFeeNamesTheNearestAndLeadsBack() {
        open(Locale.CANADA, "fee=Lba%20fee", "fees-view");

        assertThat(text("collection-notice")).contains("There is no fee “Lba fee”. The nearest: Lab fee");
        assertThat(text("collection-trail")).contains("All fees");
    }

    @Test
    void emptyPagesSayWhatToDo() {
        open(Locale.CANADA, "from=2020-01-01&to=2020-01-31", "fees-view");
        assertThat(text("collection-empty")).contains("No fee was charged in this period");

        open(Locale.CANADA, "fee=Old%20fee", "fees-view");
        assertThat(text("collection-empty")).contains("Nobody was charged this fee in this period");
    }

    @Test
    void aLinkThatCannotBeReadIsReported() {
        open(Locale.CANADA, "colour=blue", "fees-view");

        assertThat(text("collection-notice")).isEqualTo("Ignored in the link: colour=blue");
    }

    @Test
    void aFailureIsReportedOnThePage() {
        office.failNextQuery(
                FeeCollection.class,
                new StorageException(StorageException.Outcome.NOTHING_STORED, new IllegalStateException()));

        open(Locale.CANADA, "", "fees-view");

        assertThat(text("collection-notice")).isNotEmpty();
        assertThat(shows(Grid.class, "collection-grid")).isFalse();
    }

    @Test
    void withoutARoleThereIsNothing() {
        open(Locale.CANADA, "", "teacher");

        assertThat(shows(Grid.class, "collection-grid")).isFalse();
        assertThat(text("collection-notice")).contains("fees-view");
    }

    @Test
    void everythingIsInFrench() {
        open(Locale.CANADA_FRENCH, "fee=Lab%20fee&group=9A", "fees-bill");

        assertThat(text("collection")).contains("Perception des frais", "Tous les frais", "Groupe-repère 9A");
        assertThat(find(Anchor.class, "collection-invoices").getText())
                .isEqualTo("Facture de l’élève qui doit encore ces frais");
        assertThat(text("class-list-pdf")).contains("Liste de classe pour l’enseignant");
    }

    private static Anchor link(Grid<?> grid, int row) {
        return (Anchor) GridKt._getCellComponent(grid, row, "name");
    }

    private static String cell(Grid<?> grid, int row, String column) {
        Component cell = GridKt._getCellComponent(grid, row, column);
        return cell.getElement().getTextRecursively();
    }

    private static String saved(String link) {
        return new String(DownloadKt.download(find(Anchor.class, link)), StandardCharsets.UTF_8);
    }

    @Test
    void aPastDayShowsWhatHadBeenPaidByThen() {
        office.add(JournalRow.payment(
                        2,
                        "24.95",
                        office.add(charge("Choir", 104, "Roy, Max", "9A").on(DAY.minusDays(3))))
                .on(DAY));
        open(Locale.CANADA, "fee=Choir&group=9A&as-of=2026-09-07", "fees-bill");

        Grid<?> grid = find(Grid.class, "charged-grid");
        assertThat(GridKt._getFormattedRow(grid, 0).get(2)).isEqualTo("outstanding");
        assertThat(text("collection-as-of")).startsWith("What had become of these charges by the end of Sep. 7, 2026.");
        assertThat(find(DateField.class, "filter-as-of").getValue()).isEqualTo(DAY.minusDays(1));
        assertThat(text("collection-later"))
                .isEqualTo(
                        "Nothing about these charges was recorded after Sep. 7, 2026 for that day or an earlier one.");
        assertThat(shows(Anchor.class, "collection-invoices")).isFalse();
        assertThat(shows(Anchor.class, "class-list-pdf")).isTrue();
    }

    @Test
    void aLaterDayIsRefusedBesideTheField() {
        open(Locale.CANADA, "", "fees-view");
        DateField asOf = find(DateField.class, "filter-as-of");
        LocatorJ._setValue(asOf, DAY.plusDays(1));
        assertThat(error("filter-as-of")).contains("Sep. 9, 2026");
        assertThat(GridKt._size(find(Grid.class, "collection-grid"))).isEqualTo(2);
    }
}
