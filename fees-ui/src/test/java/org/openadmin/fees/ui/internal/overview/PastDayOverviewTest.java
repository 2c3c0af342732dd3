package org.openadmin.fees.ui.internal.overview;

import static org.assertj.core.api.Assertions.assertThat;
import static org.openadmin.fees.testkit.Kit.cad;
import static org.openadmin.fees.ui.internal.Screens.find;
import static org.openadmin.fees.ui.internal.Screens.shows;
import static org.openadmin.fees.ui.internal.Screens.text;

import com.github.mvysny.kaributesting.v10.GridKt;
import com.github.mvysny.kaributesting.v10.LocatorJ;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.Anchor;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.openadmin.fees.api.overview.FeesOverview.KnownThen;
import org.openadmin.fees.ui.internal.Screens;
import org.openadmin.fees.ui.internal.components.DateField;

/** The overview and its lists as of a past day. */
class PastDayOverviewTest {

    @RegisterExtension
    final OverviewScreen screen = new OverviewScreen();

    @Test
    void aPastDayIsNamedAndOffersToday() {
        screen.threeStudents();
        screen.overview.known = new KnownThen(2, cad("-30.00"), cad("1385.50"), cad("15.00"));
        OverviewView view = screen.open(Locale.CANADA, "as-of=2026-06-30", "fees-view");

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
        screen.threeStudents();
        OverviewView view = screen.open(Locale.CANADA_FRENCH, "all&as-of=2026-06-30", "fees-cashier");

        assertThat(view.getPageTitle()).isEqualTo("Comptes à recevoir au 30 juin 2026");
        assertThat(OverviewScreen.printed()).isEqualTo("receivables 2026-06-30");
        assertThat(OverviewScreen.saved("save-receivables")).isEqualTo("receivables 2026-06-30");
        assertThat(text("recorded-later"))
                .isEqualTo("Rien n’a été enregistré après le 30 juin 2026 pour ce jour ou un jour antérieur.");
        assertThat(find(Anchor.class, "list-to-30").getHref()).isEqualTo("fees/overview/to-30&as-of=2026-06-30");
        assertThat(find(Anchor.class, "as-of-today").getHref()).isEqualTo("fees/overview/all");
        assertThat(find(Anchor.class, "back-to-overview").getHref()).isEqualTo("fees/overview/as-of=2026-06-30");
    }

    @Test
    void creditOfAPastDayIsNotPaidFrom() {
        Screens.open(Locale.CANADA, "fees-cashier");
        screen.overview.owes(101, "Nguyễn, Anh", "9B", "18.00", "18.00", "0", "0", "0", "0");
        OverviewView past = Screens.show(screen.view());
        past.setParameter(null, "all&as-of=2026-09-07");

        assertThat(GridKt._getCellComponent((Grid<?>) find(Grid.class, "receivables-grid"), 0, "student")
                        .getElement()
                        .getTextRecursively())
                .contains("credit covers it")
                .doesNotContain("Pay from credit");
    }

    @Test
    void todayIsThePageOfNowAndALaterDayIsRefused() {
        screen.threeStudents();
        screen.open(Locale.CANADA, "as-of=2026-09-08", "fees-view");
        assertThat(shows(Component.class, "overview-steps")).isTrue();
        assertThat(shows(Anchor.class, "as-of-today")).isFalse();
        Screens.close();

        screen.open(Locale.CANADA, "as-of=2026-09-09", "fees-view");
        assertThat(text("overview-notice"))
                .contains("Sep. 9, 2026 is after today, Sep. 8, 2026. Figures are of today or an earlier day.");
        assertThat(shows(Component.class, "overview-steps")).isTrue();
        Screens.close();

        screen.open(Locale.CANADA, "all&as-of=30-06-2026", "fees-view");
        assertThat(text("overview-notice")).contains("as-of=30-06-2026");
        assertThat(shows(Grid.class, "receivables-grid")).isTrue();
    }

    @Test
    void anotherDayIsChosenInTheField() {
        screen.threeStudents();
        List<String> paths = new ArrayList<>();
        Screens.open(Locale.CANADA, paths::add, "fees-view");
        OverviewView view = Screens.show(screen.view());
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
}
