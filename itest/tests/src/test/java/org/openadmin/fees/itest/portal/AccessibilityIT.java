package org.openadmin.fees.itest.portal;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.args.AxeRunOptions;
import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Runs axe-core on each page of the module with data on it, in both themes and both languages, and on dialogs and
 * details.
 */
@ExtendWith(SharedPortal.class)
class AccessibilityIT {

    private static final Set<String> GRAVE = Set.of("serious", "critical");
    private static final Browser BROWSER = new Browser();
    private static final int STUDENT = 230;

    /** The number of a receipt for a cheque. */
    private static String cheque;

    /** The number of a deposit of another cheque. */
    private static String deposit;

    /** A month that is closed, and is before all that other tests date. */
    private static final String CLOSED = "1990-01";

    /** A month that no other test closes. */
    private static final String OPEN = "2000-02";

    /** The faults of all pages, by language and colour scheme. */
    private static final Map<String, Map<ColorScheme, List<String>>> FOUND = new HashMap<>();

    private final RunningPortal portal;

    AccessibilityIT(RunningPortal portal) {
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
        cheque = number(portal.shell().run("fees:pay " + STUDENT + " --amount 6.00 --method cheque"));
        String deposited = number(portal.shell().run("fees:pay " + STUDENT + " --amount 4.00 --method cheque"));
        deposit = number(portal.shell().run("fees:deposit --until today --receipts " + deposited));
        portal.shell().run("fees:note-add " + STUDENT + " \"Family in hardship\" --confidential");
        portal.shell().run("fees:note-add " + STUDENT + " \"Twins, pay together\"");
        portal.shell().tryRun("fees:close " + CLOSED);
        portal.configureAndWait(Map.of("mail.host", "127.0.0.1", "mail.from", "office@prairieview.example"));
    }

    /** The number at the end of the first line of an answer. */
    private static String number(String answer) {
        return answer.lines().findFirst().orElseThrow().replaceAll(".*?(\\d+)\\D*$", "$1");
    }

    @AfterAll
    static void noMailServer(RunningPortal portal) {
        portal.configureAndWait(Map.of("mail.host", "", "mail.from", ""));
    }

    @AfterAll
    static void closeBrowser() {
        BROWSER.close();
    }

    @ParameterizedTest
    @CsvSource({"LIGHT, en-CA", "DARK, en-CA", "LIGHT, fr-CA", "DARK, fr-CA"})
    void noPageHasAGraveFault(ColorScheme scheme, String language) {
        assertThat(FOUND.computeIfAbsent(language, this::walk).get(scheme)).isEmpty();
    }

    /** Opens each page once and checks it in both colour schemes: an open page follows the scheme of the system. */
    private Map<ColorScheme, List<String>> walk(String language) {
        Map<ColorScheme, List<String>> found =
                Map.of(ColorScheme.LIGHT, new ArrayList<>(), ColorScheme.DARK, new ArrayList<>());
        Screen screen = new Screen(portal, BROWSER.logIn(portal, PortalUser.BURSAR, ColorScheme.LIGHT, language));
        for (String[] each : new String[][] {
            {"fees/overview", "overview"},
            {"fees/overview/as-of=2021-05-31", "overview"},
            {"fees/predefined", "predefined-fees"},
            {"fees/assess", "assess-fees"},
            {"fees/payments/" + STUDENT, "student-header"},
            {"fees/invoices", "invoices"},
            {"fees/invoices/reminders", "invoices"},
            {"fees/class-payment", "class-payment"},
            {"fees/till", "till"},
            {"fees/import", "import"},
            {"fees/import/unclaimed", "import"},
            {"fees/receipts", "receipts"},
            {"fees/account/" + STUDENT, "student-header"},
            {"fees/payers", "payers"},
            {"fees/collection", "collection"},
            {"fees/collection/as-of=2026-09-08", "collection-later"},
            {"fees/journal", "journal"},
            {"fees/export", "month-export"},
            {"fees/audit-log", "audit-log"},
        }) {
            screen.open(each[0]);
            for (ColorScheme scheme : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
                screen.page().emulateMedia(new Page.EmulateMediaOptions().setColorScheme(scheme));
                PlaywrightAssertions.assertThat(screen.page().locator("html"))
                        .hasAttribute("theme", scheme == ColorScheme.DARK ? "dark" : "");
                String picture = "axe-" + each[0].replace('/', '-') + "-" + scheme + "-" + language;
                List<String> faults = graveFaults(screen, each[1], picture);
                faults.forEach(fault -> found.get(scheme).add(picture + ": " + fault));
            }
        }
        return found;
    }

    @ParameterizedTest
    @CsvSource({"LIGHT, en-CA", "DARK, fr-CA"})
    void noLaterStepHasAGraveFault(ColorScheme scheme, String language) {
        Screen screen = new Screen(portal, BROWSER.logIn(portal, PortalUser.BURSAR, scheme, language));
        String picture = "axe-step-" + scheme + "-" + language + "-";
        screen.open("fees/assess");
        screen.press("to-students");
        screen.awaitVisible("fee-name");
        requireNoGraveFault(screen, "assess-fees", picture + "errors");
        screen.type("fee-name", "Chess " + scheme);
        screen.type("fee-amount", "7.00");
        screen.press("to-students");
        screen.type("audience-values", "10");
        // the check of the group may move the button
        screen.awaitIdle();
        screen.press("show-students");
        requireNoGraveFault(screen, "candidate-grid", picture + "whom");
        screen.press("charge");
        requireNoGraveFault(screen, "assess-batch", picture + "charged");

        screen.openStudent(STUDENT);
        screen.type("amount", "1.00");
        requireNoGraveFault(screen, "student-header", picture + "short");
        screen.open("fees/payments");
        screen.type("student-search", "a");
        requireNoGraveFault(screen, "student-matches", picture + "search");

        screen.open("fees/overview");
        screen.page().locator("a[href^='fees/overview/']").first().click();
        requireNoGraveFault(screen, "receivables-ages", picture + "owing");
        screen.open("fees/invoices/" + STUDENT);
        screen.press("make-invoices");
        requireNoGraveFault(screen, "run-sheet", picture + "run");
    }

    @ParameterizedTest
    @CsvSource({"LIGHT, en-CA", "DARK, fr-CA"})
    void noDialogHasAGraveFault(ColorScheme scheme, String language) {
        Screen screen = new Screen(portal, BROWSER.logIn(portal, PortalUser.BURSAR, scheme, language));
        String picture = "axe-dialog-" + scheme + "-" + language + "-";
        screen.open("fees/predefined");
        screen.page().locator("#add-fee:visible, #add-first-fee:visible").click();
        screen.press("keep-fee");
        requireNoGraveFault(screen, "keep-fee", picture + "fee");

        screen.open("fees/receipts");
        screen.page().locator("#receipt-grid a:visible").first().click();
        requireNoGraveFault(screen, "receipt-sheet", picture + "receipt");
        screen.press("void-receipt");
        requireNoGraveFault(screen, "correction-question", picture + "void");
        screen.open("fees/receipts/" + cheque);
        screen.press("return-payment");
        requireNoGraveFault(screen, "correction-question", picture + "return");

        screen.open("fees/account/" + STUDENT);
        screen.page().locator("[id^='waive-']:visible").first().click();
        requireNoGraveFault(screen, "correction-question", picture + "waive");
        screen.open("fees/account/" + STUDENT);
        for (int tab = 1; tab <= 2; tab++) {
            screen.page().locator("vaadin-tab").nth(tab).click();
            requireNoGraveFault(screen, "student-header", picture + "tab-" + tab);
        }
        screen.open("fees/receipts/" + cheque);
        screen.press("email-receipt");
        requireNoGraveFault(screen, "receipt-mail-addresses", picture + "mail");
        screen.open("fees/account/" + STUDENT);
        screen.press("note-add");
        requireNoGraveFault(screen, "note-confidential", picture + "note");
        screen.open("fees/account/" + STUDENT);
        screen.page().locator("[id^='transfer-']:visible").first().click();
        requireNoGraveFault(screen, "correction-apply", picture + "transfer");
        screen.open("fees/till");
        screen.press("take-back-" + deposit);
        requireNoGraveFault(screen, "take-back-reason", picture + "take-back");
        screen.open("fees/export");
        screen.press("binder-open");
        requireNoGraveFault(screen, "binder-confidential", picture + "binder");
        screen.open("fees/export/" + OPEN);
        screen.press("month-close");
        requireNoGraveFault(screen, "closing-apply", picture + "close");
        screen.open("fees/export/" + OPEN);
        screen.press("posting-open");
        requireNoGraveFault(screen, "posting-leave", picture + "posting");
        screen.open("fees/export/" + CLOSED);
        screen.press("month-reopen");
        requireNoGraveFault(screen, "closing-reason", picture + "reopen");
        screen.open("fees/journal");
        screen.awaitVisible("journal-grid");
        screen.page().locator("h1, h2").first().click();
        screen.page().keyboard().press("?");
        screen.page().locator("vaadin-dialog-overlay dl").waitFor();
        requireNoGraveFault(screen, "journal", picture + "keys");

        screen.openStudent(STUDENT);
        screen.type("amount", "1.00");
        screen.page().context().setOffline(true);
        screen.awaitVisible("outage-title");
        // without waiting for animations: that of the lost connection never ends
        screen.picture(picture + "outage");
        assertThat(grave(screen.page())).isEmpty();
    }

    @Test
    void everyDialogIsNamedByItsTitle() {
        Screen screen = new Screen(portal, BROWSER.logIn(portal, PortalUser.BURSAR, ColorScheme.LIGHT, "en-CA"));
        screen.open("fees/predefined");
        screen.page().locator("#add-fee:visible, #add-first-fee:visible").click();
        requireTitle(screen, "Add a predefined fee");
        screen.type("fee-name", "Typed");
        screen.page().keyboard().press("Escape");
        requireTitle(screen, "Discard what you typed?");
        screen.press("discard-confirm");
        screen.open("fees/predefined/" + yearbook());
        requireTitle(screen, "Predefined fee “Yearbook”");
        screen.press("sheet-copy");
        requireTitle(screen, "Duplicate “Yearbook”");
        screen.open("fees/account/" + STUDENT);
        screen.page().locator("[id^='waive-']:visible").first().click();
        requireTitle(screen, "Waive charge");
        screen.press("correction-leave");
        screen.page().locator("[id^='cancel-']:visible").first().click();
        requireTitle(screen, "Reverse charge");
        screen.press("correction-leave");
        screen.press("refund");
        requireTitle(screen, "Refund credit");
        screen.open("fees/receipts/" + cheque);
        screen.press("return-payment");
        requireTitle(screen, "Record receipt " + cheque + " as returned");
        screen.press("correction-leave");
        screen.press("email-receipt");
        requireTitle(screen, "E-mail receipt " + cheque);
        screen.open("fees/till");
        screen.press("take-back-" + deposit);
        requireTitle(screen, "Take back deposit " + deposit);
        screen.open("fees/export");
        screen.press("binder-open");
        requireTitle(screen, "Auditor’s binder");
        screen.open("fees/export/" + OPEN);
        screen.press("month-close");
        requireTitle(screen, "Close February 2000");
        screen.press("closing-leave");
        screen.press("posting-open");
        requireTitle(screen, "Post to the books");
        screen.open("fees/export/" + CLOSED);
        screen.press("month-reopen");
        requireTitle(screen, "Reopen January 1990");
        screen.open("fees/journal");
        screen.awaitVisible("journal-grid");
        screen.page().locator("h1, h2").first().click();
        screen.page().keyboard().press("?");
        requireTitle(screen, "Keyboard shortcuts");
    }

    private String yearbook() {
        return portal.shell()
                .run("fees:predefined-list --csv")
                .lines()
                .filter(line -> line.contains(",Yearbook,"))
                .map(line -> line.substring(0, line.indexOf(',')))
                .findFirst()
                .orElseThrow();
    }

    /** Requires that the dialog in front has this title, and that it is its accessible name. */
    private static void requireTitle(Screen screen, String title) {
        PlaywrightAssertions.assertThat(screen.page()
                        .getByRole(
                                AriaRole.DIALOG,
                                new Page.GetByRoleOptions().setName(title).setExact(true)))
                .isVisible();
        PlaywrightAssertions.assertThat(screen.page()
                        .locator("vaadin-dialog-overlay h2[slot=title]")
                        .last())
                .hasText(title);
    }

    /** Waits for animations to end, because colours are final only then. */
    private static List<String> graveFaults(Screen screen, String part, String picture) {
        screen.awaitVisible(part);
        screen.awaitAnimations();
        screen.picture(picture);
        return grave(screen.page());
    }

    private static void requireNoGraveFault(Screen screen, String part, String picture) {
        assertThat(graveFaults(screen, part, picture)).as(picture).isEmpty();
    }

    private static List<String> grave(Page page) {
        // without frames axe needs no second page to merge its results; only violations are read here
        PlaywrightAssertions.assertThat(page.locator("iframe, frame")).hasCount(0);
        AxeRunOptions faults = new AxeRunOptions();
        faults.setResultTypes(List.of("violations"));
        return new AxeBuilder(page)
                .options(faults).setLegacyMode(true).analyze().getViolations().stream()
                        .filter(rule -> GRAVE.contains(rule.getImpact()))
                        .map(AccessibilityIT::said)
                        .toList();
    }

    private static String said(Rule rule) {
        return rule.getId() + ": " + rule.getHelp() + " at "
                + rule.getNodes().stream()
                        .map(node -> node.getTarget() + " " + node.getHtml())
                        .toList();
    }
}
