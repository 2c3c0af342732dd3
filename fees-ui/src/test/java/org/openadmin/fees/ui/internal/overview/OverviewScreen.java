package org.openadmin.fees.ui.internal.overview;

import static org.openadmin.fees.testkit.Kit.cad;
import static org.openadmin.fees.ui.internal.Screens.find;

import com.github.mvysny.kaributesting.v10.DownloadKt;
import com.vaadin.flow.component.html.Anchor;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.openadmin.fees.api.overview.FeesOverview;
import org.openadmin.fees.testkit.MemoryOffice;
import org.openadmin.fees.ui.internal.FakeDocuments;
import org.openadmin.fees.ui.internal.FakeMonths;
import org.openadmin.fees.ui.internal.FakeOverview;
import org.openadmin.fees.ui.internal.Screens;

/** The overview in a simulated browser: figures that a test sets, or those of the office in memory. */
final class OverviewScreen implements AfterEachCallback {

    static final String HOSTILE = "=HYPERLINK(\"x\") <b>O'Brien & עברית 😀";

    final MemoryOffice office = Screens.office();
    final FakeOverview overview = new FakeOverview();
    private final FakeDocuments documents = new FakeDocuments(office);
    private final FakeMonths months = new FakeMonths();

    void threeStudents() {
        overview.owes(100, "Tremblay, Inès", "9A", "10.00", "0.00", "100.00", "0.00", "0.00", "1200.50");
        overview.owes(101, HOSTILE, "9B", "0.00", "0.00", "50.00", "0.00", "0.00", "0.00");
        overview.owes(102, "", "", "5.00", "0.00", "0.00", "0.00", "0.00", "5.00");
        overview.charged = cad("400.00");
        overview.received = cad("100.00");
    }

    /** A page with the figures of {@link #overview}, which is not shown yet. */
    OverviewView view() {
        return view(overview);
    }

    private OverviewView view(FeesOverview figures) {
        return new OverviewView(
                figures,
                documents,
                months,
                office.cashier(),
                office.accounts(),
                office.deposits(),
                office.covers(),
                office.claims(),
                Screens.CLOCK);
    }

    OverviewView open(Locale locale, String rest, String... roles) {
        Screens.open(locale, roles);
        OverviewView view = Screens.show(view());
        view.setParameter(null, rest);
        return view;
    }

    /** All who owe something in the office. */
    void openReal(Locale locale, String... roles) {
        Screens.open(locale, roles);
        Screens.show(view(office.overview())).setParameter(null, "all");
    }

    static String printed() {
        return saved("print-receivables");
    }

    static String saved(String link) {
        return new String(DownloadKt.download(find(Anchor.class, link)), StandardCharsets.UTF_8);
    }

    @Override
    public void afterEach(ExtensionContext context) {
        Screens.close();
    }
}
