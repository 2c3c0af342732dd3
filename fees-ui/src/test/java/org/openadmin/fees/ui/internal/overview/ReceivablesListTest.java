package org.openadmin.fees.ui.internal.overview;

import static org.assertj.core.api.Assertions.assertThat;
import static org.openadmin.fees.testkit.Kit.cad;
import static org.openadmin.fees.ui.internal.Screens.find;
import static org.openadmin.fees.ui.internal.Screens.shows;
import static org.openadmin.fees.ui.internal.Screens.text;
import static org.openadmin.fees.ui.internal.Screens.type;

import com.github.mvysny.kaributesting.v10.GridKt;
import com.github.mvysny.kaributesting.v10.LocatorJ;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.TextField;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.openadmin.fees.api.StudentNumber;
import org.openadmin.fees.testkit.Kit;
import org.openadmin.fees.ui.internal.Screens;

/** The lists behind the bars: who owes how much, since when, and whose credit covers it. */
class ReceivablesListTest {

    @RegisterExtension
    final OverviewScreen screen = new OverviewScreen();

    @Test
    void behindABarAreItsStudentsWithTheirSums() {
        screen.threeStudents();
        screen.open(Locale.CANADA, "over-90", "fees-cashier");
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
        screen.threeStudents();
        screen.open(Locale.CANADA, "all", "fees-bill");
        Grid<?> grid = find(Grid.class, "receivables-grid");
        assertThat(GridKt._size(grid)).isEqualTo(3);
        type("receivables-filter", "<b>O'");
        assertThat(GridKt._size(grid)).isEqualTo(1);
        Anchor account = (Anchor) GridKt._getCellComponent(grid, 0, "student");
        assertThat(account.getElement().getTextRecursively())
                .isEqualTo("\u2068" + OverviewScreen.HOSTILE + "\u2069 101");
        assertThat(OverviewScreen.saved("save-receivables")).isEqualTo("receivables 2026-09-08 of [101]");
        assertThat(OverviewScreen.saved("save-receivables-xlsx")).startsWith("receivables 2026-09-08 of [101]");
        assertThat(OverviewScreen.printed()).isEqualTo("receivables 2026-09-08 of [101]");
        type("receivables-filter", "");
        assertThat(OverviewScreen.printed()).isEqualTo("receivables 2026-09-08");
        assertThat(OverviewScreen.saved("save-receivables")).isEqualTo("receivables 2026-09-08");
    }

    @Test
    void aListOfOneAgeIsPrintedAndSavedAsItIsShown() {
        screen.threeStudents();
        screen.open(Locale.CANADA, "over-90", "fees-view");
        assertThat(OverviewScreen.printed()).startsWith("receivables 2026-09-08 of [");
        assertThat(OverviewScreen.saved("save-receivables")).isEqualTo(OverviewScreen.printed());
        type("receivables-filter", "nobody of this name");
        assertThat(OverviewScreen.printed()).isEqualTo("receivables 2026-09-08 of []");
    }

    @Test
    void backFromAListIsTheOverviewOfThisMoment() {
        screen.threeStudents();
        OverviewView view = screen.open(Locale.CANADA, "to-30", "fees-view");
        assertThat(view.getPageTitle()).isEqualTo("1–30 days overdue");
        screen.overview.owes(103, "Late, Comer", "9A", "0.00", "0.00", "1.00", "0.00", "0.00", "0.00");
        view.setParameter(null, "");
        assertThat(view.getPageTitle()).isEqualTo("Overview");
        assertThat(text("figure-outstanding")).isEqualTo("1,356.50");
        assertThat(shows(Grid.class, "receivables-grid")).isFalse();
    }

    @Test
    void theWholeListAddsUpToTheLedger() {
        screen.threeStudents();
        screen.overview.creditOnlyStudents = 2;
        screen.overview.creditOnly = cad("20.50");

        screen.open(Locale.CANADA, "all", "fees-view");
        assertThat(text("receivables-ledger"))
                .isEqualTo("2 students with credit only, 20.50 in all."
                        + " All accounts: outstanding 1,355.50 less credit 35.50 is 1,320.00.");
        Screens.close();
        screen.open(Locale.CANADA, "over-90", "fees-view");
        assertThat(shows(Span.class, "receivables-ledger")).isFalse();
    }

    private void aCoveredStudent() {
        StudentNumber owing = screen.office.enrol(100, "Tremblay", "Inès", "9", "9A");
        StudentNumber covered = screen.office.enrol(101, "Nguyễn", "Anh", "9", "9B");
        screen.office.charge(owing, "Lab fee", "40.00");
        screen.office.charge(covered, "Bus", "18.00");
        screen.office.cashier().receive(Kit.paying(covered, "72.30"));
    }

    @Test
    void whatAnotherCounterHasPaidMeanwhileIsNotPaidAgain() {
        aCoveredStudent();
        screen.openReal(Locale.CANADA, "fees-cashier");
        StudentNumber covered = new StudentNumber(101);
        screen.office
                .cashier()
                .receive(Kit.paying(
                        covered,
                        "0.00",
                        screen.office.accounts().outstanding(covered).get(0).id()));

        LocatorJ._click(Screens.cellButton("receivables-grid", 0, "student", "pay-from-credit-101"));

        assertThat(text("overview-notice")).isEqualTo("Nothing is outstanding.");
    }

    @Test
    void whoseCreditCoversItIsSaidAndPaidWithOneClick() {
        aCoveredStudent();
        screen.openReal(Locale.CANADA, "fees-cashier");
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
        StudentNumber covered = screen.office.enrol(101, "Nguyễn", "Anh", "9", "9B");
        screen.office.charge(covered, "Bus", "18.00");
        screen.office.cashier().receive(Kit.paying(covered, "18.00"));
        screen.openReal(Locale.CANADA_FRENCH, "fees-cashier");
        LocatorJ._click(Screens.cellButton("receivables-grid", 0, "student", "pay-from-credit-101"));
        assertThat(text("overview-notice")).contains("18,00 payés avec le crédit de Anh Nguyễn, reçu 2");
        assertThat(text("receivables-empty")).contains("tout est payé");
    }

    @Test
    void whoMayOnlyLookSeesThatTheCreditCoversIt() {
        aCoveredStudent();
        screen.openReal(Locale.CANADA, "fees-view");
        assertThat(GridKt._getCellComponent((Grid<?>) find(Grid.class, "receivables-grid"), 0, "student")
                        .getElement()
                        .getTextRecursively())
                .contains("credit covers it")
                .doesNotContain("Pay from credit");
    }

    @Test
    void anUnknownListIsNamedAndAnEmptyOneTeaches() {
        screen.open(Locale.CANADA, "<b>", "fees-view");
        assertThat(text("overview-notice")).contains("There is no list called “<b>”");
        Screens.close();
        screen.open(Locale.CANADA_FRENCH, "to-90", "fees-view");
        assertThat(text("receivables-empty")).contains("tout est payé").contains("Retour à l’aperçu");
    }
}
