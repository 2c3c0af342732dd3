package org.openadmin.fees.itest.portal;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What axe-core finds on each page of the module, with something on it, in both themes and both languages. */
@ExtendWith(OpenSchool.class)
class AccessibilityTest {

    private static final Set<String> GRAVE = Set.of("serious", "critical");
    private static final Browser BROWSER = new Browser();
    private static final int STUDENT = 230;

    private final RunningPortal portal;

    AccessibilityTest(RunningPortal portal) {
        this.portal = portal;
    }

    @BeforeAll
    static void somethingToShow(RunningPortal portal) {
        portal.shell()
                .run("fees:predefined-add --name Yearbook --amount 30.00 --taxes GST,PST --group grade --values 11");
        portal.shell()
                .run("fees:assess --name Choir --amount 20.00 --taxes GST --date 2026-09-08 --group student --values "
                        + STUDENT);
        portal.shell().run("fees:pay " + STUDENT + " --amount 5.00");
    }

    @AfterAll
    static void closeBrowser() {
        BROWSER.close();
    }

    @ParameterizedTest
    @CsvSource({"LIGHT, en-CA", "DARK, en-CA", "LIGHT, fr-CA", "DARK, fr-CA"})
    void noPageHasAGraveFault(ColorScheme scheme, String language) {
        Page page = BROWSER.logIn(portal, PortalUser.BURSAR, scheme, language);
        Screen screen = new Screen(portal, page);
        for (String[] each : new String[][] {
            {"fees/overview", "overview"},
            {"fees/predefined", "predefined-fees"},
            {"fees/assess", "assess-fees"},
            {"fees/payments/" + STUDENT, "student-header"},
            {"fees/invoices", "invoices"},
            {"fees/receipts", "receipts"},
            {"fees/account/" + STUDENT, "student-header"},
            {"fees/journal", "journal"},
            {"fees/export", "month-export"},
        }) {
            screen.open(each[0]);
            screen.shows(each[1]);
            // what slides in has its colours only when it has arrived
            page.waitForTimeout(500);
            screen.picture("axe-" + each[0].replace('/', '-') + "-" + scheme + "-" + language);
            assertThat(grave(page)).as(each[0]).isEmpty();
        }
    }

    private static List<String> grave(Page page) {
        return new AxeBuilder(page)
                .analyze().getViolations().stream()
                        .filter(rule -> GRAVE.contains(rule.getImpact()))
                        .map(AccessibilityTest::said)
                        .toList();
    }

    private static String said(Rule rule) {
        return rule.getId() + ": " + rule.getHelp() + " at "
                + rule.getNodes().stream()
                        .map(node -> node.getTarget() + " " + node.getHtml())
                        .toList();
    }
}
