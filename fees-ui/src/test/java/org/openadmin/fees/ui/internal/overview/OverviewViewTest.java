package org.openadmin.fees.ui.internal.overview;

import static org.assertj.core.api.Assertions.assertThat;
import static org.openadmin.fees.testkit.Kit.cad;
import static org.openadmin.fees.ui.internal.Screens.find;
import static org.openadmin.fees.ui.internal.Screens.shows;
import static org.openadmin.fees.ui.internal.Screens.text;
import static org.openadmin.fees.ui.internal.Screens.type;

import com.github.mvysny.kaributesting.v10.DownloadKt;
import com.github.mvysny.kaributesting.v10.GridKt;
import com.github.mvysny.kaributesting.v10.LocatorJ;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.TextField;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.openadmin.fees.api.RequestKey;
import org.openadmin.fees.api.Role;
import org.openadmin.fees.api.StorageException;
import org.openadmin.fees.api.StudentNumber;
import org.openadmin.fees.api.overview.FeesOverview.KnownThen;
import org.openadmin.fees.api.payments.PaymentMethod;
import org.openadmin.fees.api.payments.PaymentRequest;
import org.openadmin.fees.api.till.DepositRequest;
import org.openadmin.fees.testkit.Kit;
import org.openadmin.fees.testkit.MemoryOffice;
import org.openadmin.fees.ui.internal.FakeDocuments;
import org.openadmin.fees.ui.internal.FakeMonths;
import org.openadmin.fees.ui.internal.FakeOverview;
import org.openadmin.fees.ui.internal.PortalPage;
import org.openadmin.fees.ui.internal.Screens;
import org.openadmin.fees.ui.internal.assessment.AssessView;
import org.openadmin.fees.ui.internal.components.BarCell;
import org.openadmin.fees.ui.internal.components.DateField;
import org.openadmin.fees.ui.internal.invoices.InvoicesView;
import org.openadmin.fees.ui.internal.monthexport.MonthExportView;
import org.openadmin.fees.ui.internal.payments.PaymentsView;
import org.openadmin.fees.ui.internal.predefined.PredefinedFeesView;

class OverviewViewTest {

    private static final String HOSTILE = "=HYPERLINK(\"x\") <b>O'Brien & עברית 😀";

    private final MemoryOffice office = Screens.office();
    private final FakeDocuments documents = new FakeDocuments(office);
    private final FakeOverview overview = new FakeOverview();
    private final FakeMonths months = new FakeMonths();

    @AfterEach
    void close() {
        Screens.close();
    }

    private void threeStudents() {
        overview.owes(100, "Tremblay, Inès", "9A", "10.00", "0.00", "100.00", "0.00", "0.00", "1200.50");
        overview.owes(101, HOSTILE, "9B", "0.00", "0.00", "50.00", "0.00", "0.00", "0.00");
        overview.owes(102, "", "", "5.00", "0.00", "0.00", "0.00", "0.00", "5.00");
        overview.charged = cad("400.00");
        overview.received = cad("100.00");
    }

    private OverviewView open(Locale locale, String rest, String... roles) {
        Screens.open(locale, roles);
        OverviewView view = Screens.show(new OverviewView(
                overview, documents, months, office.cashier(), office.accounts(), office.deposits(), Screens.CLOCK));
        view.setParameter(null, rest);
        return view;
    }

    @Test
    void undepositedMoneyIsNamedWithItsAgeUntilItIsDeposited() {
        open(Locale.CANADA, null, "fees-cashier");
        assertThat(shows(Paragraph.class, "undeposited")).isFalse();
        StudentNumber ines = office.enrol(100, "Tremblay", "Inès", "9", "9A");
        office.cashier()
                .receive(new PaymentRequest(
                        RequestKey.fresh(),
                        Kit.CASHIER,
                        ines,
                        LocalDate.of(2026, 9, 3),
                        cad("60.00"),
                        Set.of(),
                        PaymentMethod.CHEQUE,
                        ""));
        open(Locale.CANADA, null, "fees-cashier");
        assertThat(text("undeposited"))
                .isEqualTo(
                        "Not deposited: 1 receipt, 60.00. The oldest is 5 days old, of Sep. 3, 2026. Go to the till");
        open(Locale.CANADA_FRENCH, null, "fees-view");
        assertThat(text("undeposited"))
                .isEqualTo("Non déposé\u00a0: 1 reçu, 60,00. Le plus ancien date de 5 jours, le 3 sept. 2026.");
        office.deposits().make(DepositRequest.everything(RequestKey.fresh(), Kit.CASHIER, LocalDate.of(2026, 9, 8)));
        open(Locale.CANADA, null, "fees-cashier");
        assertThat(shows(Paragraph.class, "undeposited")).isFalse();
    }

    @Test
    void todayNamesWhatCameInAndWhatWentOut() {
        threeStudents();
        overview.received = cad("60.00");
        overview.paidOut = cad("40.00");

        open(Locale.CANADA, "", "fees-view");

        assertThat(text("figure-received-today")).isEqualTo("60.00");
        assertThat(text("overview-figures")).contains("1 receipt, 100.00, less 40.00 voided or refunded");
    }

    @Test
    void todaysFiguresAndTheBarsOfEachAgeAreTexts() {
        threeStudents();
        open(Locale.CANADA, "", "fees-view");
        assertThat(text("figure-outstanding")).isEqualTo("1,355.50");
        assertThat(text("figure-credit")).isEqualTo("15.00");
        assertThat(text("figure-balance")).isEqualTo("1,340.50");
        assertThat(text("figure-received-today")).isEqualTo("100.00");
        assertThat(text("overview-figures"))
                .contains("2 students", "1 receipt", "Today, Sep")
                .contains("(CAD)");
        assertThat(text("age-not-due")).contains("Not yet due", "no students", "0.00");
        assertThat(text("age-to-30")).contains("1–30 days overdue", "2 students", "150.00");
        assertThat(text("age-to-60")).contains("no students", "0.00");
        assertThat(text("age-over-90")).contains("Over 90 days overdue", "2 students", "1,205.50");
        assertThat(find(Anchor.class, "age-over-90").getHref()).isEqualTo("fees/overview/over-90");
    }

    @Test
    void eachOfTheTwelveMonthsHasItsFiguresAndLeadsToItsJournal() {
        threeStudents();
        open(Locale.CANADA_FRENCH, "", "fees-view");
        assertThat(text("month-chart")).contains("septembre 2026", "400,00", "100,00", "octobre 2025");
        assertThat(find(Anchor.class, "month-2026-09").getHref())
                .isEqualTo("fees/journal/from=2026-09-01&to=2026-09-30");
        assertThat(shows(Anchor.class, "month-2025-09")).isFalse();
    }

    @Test
    void aBarIsAsLongAsItsShareAndNothingOrLessHasNone() {
        assertThat(BarCell.percent(cad("0.00"), cad("0.00"))).isZero();
        assertThat(BarCell.percent(cad("-5.00"), cad("10.00"))).isZero();
        assertThat(BarCell.percent(cad("1.00"), cad("3.00"))).isEqualByComparingTo("33.3");
        assertThat(BarCell.percent(cad("3.00"), cad("3.00"))).isEqualByComparingTo("100");
    }

    @Test
    void behindABarAreItsStudentsWithTheirSums() {
        threeStudents();
        open(Locale.CANADA, "over-90", "fees-cashier");
        Grid<?> grid = find(Grid.class, "receivables-grid");
        assertThat(GridKt._size(grid)).isEqualTo(2);
        assertThat(GridKt._getFormattedRow(grid, 0))
                .endsWith("9A", "–", "100.00", "–", "–", "1,200.50", "1,300.50", "10.00", "1,290.50");
        assertThat(text("receivables-count")).isEqualTo("2 of 2 students, 1,205.50 CAD in this range");
        assertThat(grid.getColumnByKey("due").getFooterText()).isEqualTo("1,290.50");
        Component covered = GridKt._getCellComponent(grid, 1, "student");
        Anchor account = (Anchor) covered.getChildren().findFirst().orElseThrow();
        assertThat(account.getHref()).isEqualTo("fees/account/102");
        assertThat(account.getElement().getTextRecursively()).isEqualTo("#102 102");
        assertThat(covered.getElement().getTextRecursively()).contains("credit covers it");

        type("receivables-filter", "inès");
        assertThat(GridKt._size(grid)).isEqualTo(1);
        assertThat(text("receivables-count")).isEqualTo("1 of 2 students, 1,200.50 CAD in this range");
        assertThat(grid.getColumnByKey("over-90").getFooterText()).isEqualTo("1,200.50");
    }

    @Test
    void aHostileNameIsTextAndCanBeFound() {
        threeStudents();
        open(Locale.CANADA, "all", "fees-bill");
        Grid<?> grid = find(Grid.class, "receivables-grid");
        assertThat(GridKt._size(grid)).isEqualTo(3);
        type("receivables-filter", "<b>O'");
        assertThat(GridKt._size(grid)).isEqualTo(1);
        Anchor account = (Anchor) GridKt._getCellComponent(grid, 0, "student");
        assertThat(account.getElement().getTextRecursively()).isEqualTo("\u2068" + HOSTILE + "\u2069 101");
        assertThat(saved("save-receivables")).isEqualTo("receivables 2026-09-08 of [101]");
        assertThat(saved("save-receivables-xlsx")).startsWith("receivables 2026-09-08 of [101]");
        assertThat(printed()).isEqualTo("receivables 2026-09-08 of [101]");
        type("receivables-filter", "");
        assertThat(printed()).isEqualTo("receivables 2026-09-08");
        assertThat(saved("save-receivables")).isEqualTo("receivables 2026-09-08");
    }

    @Test
    void aListOfOneAgeIsPrintedAndSavedAsItIsShown() {
        threeStudents();
        open(Locale.CANADA, "over-90", "fees-view");
        assertThat(printed()).startsWith("receivables 2026-09-08 of [");
        assertThat(saved("save-receivables")).isEqualTo(printed());
        type("receivables-filter", "nobody of this name");
        assertThat(printed()).isEqualTo("receivables 2026-09-08 of []");
    }

    private static String printed() {
        return saved("print-receivables");
    }

    private static String saved(String link) {
        return new String(DownloadKt.download(find(Anchor.class, link)), StandardCharsets.UTF_8);
    }

    @Test
    void aPastDayIsNamedAndOffersToday() {
        threeStudents();
        overview.known = new KnownThen(2, cad("-30.00"), cad("1385.50"), cad("15.00"));
        OverviewView view = open(Locale.CANADA, "as-of=2026-06-30", "fees-view");

        assertThat(view.getPageTitle()).isEqualTo("Overview as of Jun. 30, 2026");
        assertThat(text("overview-figures"))
                .contains("As of Jun. 30, 2026 (CAD)", "Received on this day", "Twelve months up to Jun. 30, 2026")
                .doesNotContain("Today");
        assertThat(text("recorded-later"))
                .isEqualTo("2 entries for Jun. 30, 2026 or an earlier day, −30.00 in all, were recorded after it."
                        + " As known on Jun. 30, 2026: outstanding 1,385.50, credit 15.00.");
        assertThat(find(Anchor.class, "as-of-today").getHref()).isEqualTo("fees/overview");
        assertThat(find(Anchor.class, "who-owes").getHref()).isEqualTo("fees/overview/all&as-of=2026-06-30");
        assertThat(find(Anchor.class, "age-over-90").getHref()).isEqualTo("fees/overview/over-90&as-of=2026-06-30");
        assertThat(shows(Component.class, "overview-steps")).isFalse();
    }

    @Test
    void theListOfAPastDayIsPrintedAndSavedOfThatDay() {
        threeStudents();
        OverviewView view = open(Locale.CANADA_FRENCH, "all&as-of=2026-06-30", "fees-cashier");

        assertThat(view.getPageTitle()).isEqualTo("Comptes à recevoir au 30 juin 2026");
        assertThat(printed()).isEqualTo("receivables 2026-06-30");
        assertThat(saved("save-receivables")).isEqualTo("receivables 2026-06-30");
        assertThat(text("recorded-later"))
                .isEqualTo("Rien n’a été enregistré après le 30 juin 2026 pour ce jour ou un jour antérieur.");
        assertThat(find(Anchor.class, "list-to-30").getHref()).isEqualTo("fees/overview/to-30&as-of=2026-06-30");
        assertThat(find(Anchor.class, "as-of-today").getHref()).isEqualTo("fees/overview/all");
        assertThat(find(Anchor.class, "back-to-overview").getHref()).isEqualTo("fees/overview/as-of=2026-06-30");
    }

    @Test
    void creditOfAPastDayIsNotPaidFrom() {
        Screens.open(Locale.CANADA, "fees-cashier");
        overview.owes(101, "Nguyễn, Anh", "9B", "18.00", "18.00", "0", "0", "0", "0");
        OverviewView past = Screens.show(new OverviewView(
                overview, documents, months, office.cashier(), office.accounts(), office.deposits(), Screens.CLOCK));
        past.setParameter(null, "all&as-of=2026-09-07");

        assertThat(GridKt._getCellComponent((Grid<?>) find(Grid.class, "receivables-grid"), 0, "student")
                        .getElement()
                        .getTextRecursively())
                .contains("credit covers it")
                .doesNotContain("Pay from credit");
    }

    @Test
    void todayIsThePageOfNowAndALaterDayIsRefused() {
        threeStudents();
        open(Locale.CANADA, "as-of=2026-09-08", "fees-view");
        assertThat(shows(Component.class, "overview-steps")).isTrue();
        assertThat(shows(Anchor.class, "as-of-today")).isFalse();
        Screens.close();

        open(Locale.CANADA, "as-of=2026-09-09", "fees-view");
        assertThat(text("overview-notice"))
                .contains("Sep. 9, 2026 is after today, Sep. 8, 2026. Figures are of today or an earlier day.");
        assertThat(shows(Component.class, "overview-steps")).isTrue();
        Screens.close();

        open(Locale.CANADA, "all&as-of=30-06-2026", "fees-view");
        assertThat(text("overview-notice")).contains("as-of=30-06-2026");
        assertThat(shows(Grid.class, "receivables-grid")).isTrue();
    }

    @Test
    void anotherDayIsChosenInTheField() {
        threeStudents();
        List<String> paths = new ArrayList<>();
        Screens.open(Locale.CANADA, paths::add, "fees-view");
        OverviewView view = Screens.show(new OverviewView(
                overview, documents, months, office.cashier(), office.accounts(), office.deposits(), Screens.CLOCK));
        view.setParameter(null, "over-90");

        choose(LocalDate.of(2026, 9, 9));
        assertThat(paths).isEmpty();
        assertThat(Screens.error("as-of")).contains("Sep. 9, 2026 is after today");
        choose(LocalDate.of(2026, 6, 30));
        choose(LocalDate.of(2026, 9, 8));
        assertThat(paths).containsExactly("fees/overview/over-90&as-of=2026-06-30", "fees/overview/over-90");
    }

    private static void choose(LocalDate day) {
        DateField field = find(DateField.class, "as-of");
        field.setValue(day);
        LocatorJ._fireValueChange(field);
    }

    @Test
    void backFromAListIsTheOverviewOfThisMoment() {
        threeStudents();
        OverviewView view = open(Locale.CANADA, "to-30", "fees-view");
        assertThat(view.getPageTitle()).isEqualTo("1–30 days overdue");
        overview.owes(103, "Late, Comer", "9A", "0.00", "0.00", "1.00", "0.00", "0.00", "0.00");
        view.setParameter(null, "");
        assertThat(view.getPageTitle()).isEqualTo("Overview");
        assertThat(text("figure-outstanding")).isEqualTo("1,356.50");
        assertThat(shows(Grid.class, "receivables-grid")).isFalse();
    }

    @Test
    void theWholeListAddsUpToTheLedger() {
        threeStudents();
        overview.creditOnlyStudents = 2;
        overview.creditOnly = cad("20.50");

        open(Locale.CANADA, "all", "fees-view");
        assertThat(text("receivables-ledger"))
                .isEqualTo("2 students with credit only, 20.50 in all."
                        + " All accounts: outstanding 1,355.50 less credit 35.50 is 1,320.00.");
        Screens.close();
        open(Locale.CANADA, "over-90", "fees-view");
        assertThat(shows(Span.class, "receivables-ledger")).isFalse();
    }

    /** A student who owes 40.00, and one whose credit of 72.30 covers 18.00. */
    private OverviewView openReal(Locale locale, String... roles) {
        Screens.open(locale, roles);
        OverviewView view = Screens.show(new OverviewView(
                office.overview(),
                documents,
                months,
                office.cashier(),
                office.accounts(),
                office.deposits(),
                Screens.CLOCK));
        view.setParameter(null, "all");
        return view;
    }

    private void aCoveredStudent() {
        StudentNumber owing = office.enrol(100, "Tremblay", "Inès", "9", "9A");
        StudentNumber covered = office.enrol(101, "Nguyễn", "Anh", "9", "9B");
        office.charge(owing, "Lab fee", "40.00");
        office.charge(covered, "Bus", "18.00");
        office.cashier().receive(Kit.paying(covered, "72.30"));
    }

    @Test
    void whatAnotherCounterHasPaidMeanwhileIsNotPaidAgain() {
        aCoveredStudent();
        openReal(Locale.CANADA, "fees-cashier");
        StudentNumber covered = new StudentNumber(101);
        office.cashier()
                .receive(Kit.paying(
                        covered,
                        "0.00",
                        office.accounts().outstanding(covered).get(0).id()));

        LocatorJ._click(Screens.cellButton("receivables-grid", 0, "student", "pay-from-credit-101"));

        assertThat(text("overview-notice")).isEqualTo("Nothing is outstanding.");
    }

    @Test
    void whoseCreditCoversItIsSaidAndPaidWithOneClick() {
        aCoveredStudent();
        openReal(Locale.CANADA, "fees-cashier");
        Grid<?> grid = find(Grid.class, "receivables-grid");
        assertThat(GridKt._size(grid)).isEqualTo(2);
        assertThat(GridKt._getCellComponent(grid, 0, "student").getElement().getTextRecursively())
                .contains("Nguyễn, Anh", "credit covers it", "Pay from credit");
        assertThat(GridKt._getCellComponent(grid, 1, "student").getElement().getTextRecursively())
                .doesNotContain("credit covers it");
        assertThat(text("receivables-ledger"))
                .isEqualTo(
                        "No students have credit only. All accounts: outstanding 58.00 less credit 72.30 is −14.30.");
        type("receivables-filter", "anh");

        LocatorJ._click(Screens.cellButton("receivables-grid", 0, "student", "pay-from-credit-101"));

        assertThat(text("overview-notice"))
                .startsWith("18.00 for Anh Nguyễn paid from credit, receipt 2. No money changed hands.");
        assertThat(find(TextField.class, "receivables-filter").getValue()).isEqualTo("anh");
        assertThat(GridKt._size((Grid<?>) find(Grid.class, "receivables-grid"))).isZero();
        type("receivables-filter", "");
        assertThat(GridKt._size((Grid<?>) find(Grid.class, "receivables-grid"))).isEqualTo(1);
        assertThat(text("receivables-ledger"))
                .isEqualTo("1 student with credit only, 54.30."
                        + " All accounts: outstanding 40.00 less credit 54.30 is −14.30.");
    }

    @Test
    void theLastOneWhoOwesLeavesTheListEmpty() {
        StudentNumber covered = office.enrol(101, "Nguyễn", "Anh", "9", "9B");
        office.charge(covered, "Bus", "18.00");
        office.cashier().receive(Kit.paying(covered, "18.00"));
        openReal(Locale.CANADA_FRENCH, "fees-cashier");
        LocatorJ._click(Screens.cellButton("receivables-grid", 0, "student", "pay-from-credit-101"));
        assertThat(text("overview-notice")).contains("18,00 payés avec le crédit de Anh Nguyễn, reçu 2");
        assertThat(text("receivables-empty")).contains("tout est payé");
    }

    @Test
    void whoMayOnlyLookSeesThatTheCreditCoversIt() {
        aCoveredStudent();
        openReal(Locale.CANADA, "fees-view");
        assertThat(GridKt._getCellComponent((Grid<?>) find(Grid.class, "receivables-grid"), 0, "student")
                        .getElement()
                        .getTextRecursively())
                .contains("credit covers it")
                .doesNotContain("Pay from credit");
    }

    @Test
    void anUnknownListIsNamedAndAnEmptyOneTeaches() {
        open(Locale.CANADA, "<b>", "fees-view");
        assertThat(text("overview-notice")).contains("There is no list called “<b>”");
        Screens.close();
        open(Locale.CANADA_FRENCH, "to-90", "fees-view");
        assertThat(text("receivables-empty")).contains("tout est payé").contains("Retour à l’aperçu");
    }

    @Test
    void anEmptySchoolSeesWhatToDoFirst() {
        open(Locale.CANADA, "", "fees-bill");
        assertThat(text("overview-empty")).contains("Add the fees you charge every year");
        assertThat(find(Anchor.class, "first-predefine").getHref()).isEqualTo("fees/predefined");
        assertThat(shows(Component.class, "month-chart")).isFalse();
        Screens.close();
        open(Locale.CANADA, "", "fees-view");
        assertThat(shows(Component.class, "overview-empty")).isTrue();
        assertThat(shows(Anchor.class, "first-predefine")).isFalse();
    }

    @Test
    void onlyTheStepsThatTheMenuOffersToARoleAreLinks() {
        for (Role role : Role.values()) {
            open(Locale.CANADA, "", role.roleName());
            for (WorkflowCards.Step step : WorkflowCards.Step.values()) {
                assertThat(find(Component.class, "step-" + step.keyword()) instanceof Anchor)
                        .as(step + " for " + role)
                        .isEqualTo(menuRoles(step.path()).contains(role.roleName()));
            }
            Screens.close();
        }
    }

    private static List<String> menuRoles(String path) {
        return Stream.of(
                        PredefinedFeesView.class,
                        AssessView.class,
                        InvoicesView.class,
                        PaymentsView.class,
                        MonthExportView.class)
                .map(view -> view.getAnnotation(PortalPage.class))
                .filter(page -> page.path().equals(path))
                .map(page -> List.of(page.roles()))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void aFailureLeavesTheStepsAndSaysSo() {
        overview.failure = new StorageException(StorageException.Outcome.NOTHING_STORED, null);
        open(Locale.CANADA, "", "fees-view");
        assertThat(text("overview-notice")).contains("database did not respond");
        assertThat(shows(Component.class, "overview-steps")).isTrue();
        Screens.close();
        open(Locale.CANADA, "over-90", "fees-view");
        assertThat(text("overview-notice")).contains("database did not respond");
    }

    @Test
    void withoutARoleThereIsNothingButTheReason() {
        threeStudents();
        for (String rest : new String[] {"", "over-90"}) {
            open(Locale.CANADA, rest);
            assertThat(text("overview-notice")).contains("fees-view");
            assertThat(text("overview")).doesNotContain("Tremblay", "1,355.50");
            Screens.close();
        }
        open(Locale.CANADA, "", "fees-view");
    }
}
