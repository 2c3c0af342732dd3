package org.openadmin.fees.itest.portal;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.ColorScheme;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A phone, a page at 400 %, and a tablet with the menu open: names are whole, and nothing is covered or out of view. */
@ExtendWith(SharedPortal.class)
class SmallScreensIT {

    private static final int STUDENT = 580;

    /** The number of a receipt for a cheque. */
    private static String cheque;

    /** The number of a deposit of another cheque. */
    private static String deposit;

    /** The names in a list that are cut off, and the cells that are not in its view or below a column that stays in view. */
    private static final String CUT = """
            grid => {
              const frame = grid.getBoundingClientRect();
              const cells = [...grid.querySelectorAll('vaadin-grid-cell-content')]
                .filter(cell => cell.offsetWidth && cell.textContent.trim());
              const isSum = cell => cell.assignedSlot?.closest('tfoot');
              const sums = cells.filter(isSum).map(cell => cell.getBoundingClientRect().top);
              const bottom = Math.min(frame.bottom, window.innerHeight, ...sums);
              const inRows = cells.filter(cell => {
                const place = cell.getBoundingClientRect();
                return place.top >= frame.top && (place.bottom <= bottom || isSum(cell));
              });
              const isCut = cell => cell.querySelector('a, bdi') && cell.scrollWidth > cell.clientWidth + 1;
              const isCovered = cell => {
                const place = cell.getBoundingClientRect();
                const found = document.elementFromPoint(place.right - 3, place.top + place.height / 2);
                return place.right > frame.right + 1
                  || !(cell === found || cell.contains(found) || found?.contains(cell) || cell.assignedSlot?.closest('td,th')?.contains(found));
              };
              return inRows.filter(cell => isCut(cell) || isCovered(cell)).map(cell => cell.textContent.trim());
            }""";

    /** Whether an element is in the window and nothing covers it. */
    private static final String IN_VIEW = """
            part => {
              const place = part.getBoundingClientRect();
              const found = document.elementFromPoint(place.left + place.width / 2, place.top + place.height / 2);
              return place.left >= 0 && place.right <= innerWidth && (part === found || part.contains(found));
            }""";

    private final RunningPortal portal;

    @RegisterExtension
    private final Browser browser = new Browser();

    SmallScreensIT(RunningPortal portal) {
        this.portal = portal;
    }

    @BeforeAll
    static void somethingToShow(RunningPortal portal) {
        portal.shell()
                .run("fees:assess --name \"Outdoor education week\" --amount 124.95 --taxes GST,PST --date 2026-07-08"
                        + " --group student --values \"580 581 582 583\"");
        // the collection shows the charges of this school year
        portal.shell().run("fees:assess --name \"Snow shoes\" --amount 5.00 --date today --group student --values 584");
        portal.shell().run("fees:pay " + STUDENT + " --amount 27.70");
        cheque = number(portal.shell().run("fees:pay " + STUDENT + " --amount 6.00 --method cheque"));
        String deposited = number(portal.shell().run("fees:pay " + STUDENT + " --amount 4.00 --method cheque"));
        deposit = number(portal.shell().run("fees:deposit --until today --receipts " + deposited));
        portal.shell().run("fees:note-add " + STUDENT + " \"Twins, pay together. Receipt to the father\"");
        portal.shell().tryRun("fees:close 1990-01");
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

    @ParameterizedTest
    @CsvSource({"390, 844", "768, 1024", "1024, 768"})
    void listsShowWholeNamesAndCoverNothing(int width, int height) {
        Screen bursar = screen(width, height);
        for (List<String> each : List.of(
                List.of("fees/overview/all", "receivables-grid"),
                List.of("fees/journal", "journal-grid"),
                List.of("fees/collection", "collection-grid"),
                List.of("fees/receipts", "receipt-grid"),
                List.of("fees/audit-log", "audit-grid"))) {
            bursar.open(each.get(0));
            bursar.awaitVisible(each.get(1));
            Locator grid = bursar.part(each.get(1));
            grid.locator("a").first().waitFor();
            bursar.awaitAnimations();
            bursar.picture("small-" + each.get(1) + "-" + width);
            assertThat((List<?>) grid.evaluate(CUT))
                    .as(each.get(1) + " at " + width)
                    .isEmpty();
            requireNoScrollingSideways(bursar);
        }
    }

    @ParameterizedTest
    @CsvSource({"390, 844", "320, 180"})
    void theCounterAndAnAccountFitAPhoneAndAnEnlargedPage(int width, int height) {
        Screen bursar = screen(width, height);
        bursar.openStudent(STUDENT);
        bursar.part("accept").scrollIntoViewIfNeeded();
        assertThat(bursar.part("accept")).isInViewport();
        requireNoScrollingSideways(bursar);
        bursar.open("fees/till");
        bursar.awaitVisible("count-form");
        bursar.part("count-save").scrollIntoViewIfNeeded();
        assertThat(bursar.part("count-save")).isInViewport();
        bursar.picture("small-till-" + width);
        Locator slip = bursar.page().locator("[id^='slip-']:visible").first();
        slip.scrollIntoViewIfNeeded();
        if (width == 390) {
            assertThat((Boolean) slip.evaluate(IN_VIEW))
                    .as("the slip of a deposit")
                    .isTrue();
        }
        requireNoScrollingSideways(bursar);
        bursar.open("fees/export");
        bursar.press("binder-open");
        bursar.part("binder-save").scrollIntoViewIfNeeded();
        assertThat(bursar.part("binder-save")).isInViewport();
        bursar.awaitAnimations();
        bursar.picture("small-binder-" + width);
        requireNoScrollingSideways(bursar);
        bursar.open("fees/account/" + STUDENT);
        Locator waive = bursar.page().locator("[id^='waive-']:visible").first();
        waive.scrollIntoViewIfNeeded();
        if (width == 390) {
            assertThat((Boolean) waive.evaluate("button => button.getBoundingClientRect().right <= innerWidth"))
                    .as("the action is in view")
                    .isTrue();
        }
        bursar.picture("small-account-" + width);
        requireNoScrollingSideways(bursar);
    }

    @ParameterizedTest
    @CsvSource({"390, 844, en-CA", "390, 844, fr-CA", "320, 180, fr-CA"})
    void theDialogsOfTheOfficeFitAPhoneAndAnEnlargedPage(int width, int height, String language) {
        Screen bursar = new Screen(portal, browser.logIn(portal, PortalUser.BURSAR, ColorScheme.LIGHT, language));
        bursar.page().setViewportSize(width, height);
        for (List<String> each : List.of(
                List.of("fees/export/2000-02", "month-close", "closing-apply"),
                List.of("fees/export/2000-02", "posting-open", "posting-leave"),
                List.of("fees/export/1990-01", "month-reopen", "closing-apply"),
                List.of("fees/receipts/" + cheque, "return-payment", "correction-apply"),
                List.of("fees/receipts/" + cheque, "email-receipt", "receipt-mail-send"),
                List.of("fees/account/" + STUDENT, "note-add", "note-save"),
                List.of("fees/till", "take-back-" + deposit, "take-back-accept"))) {
            bursar.open(each.get(0));
            bursar.press(each.get(1));
            bursar.awaitVisible(each.get(2));
            bursar.awaitAnimations();
            bursar.picture("small-dialog-" + each.get(1).replaceAll("\\d", "") + "-" + width + "-" + language);
            bursar.part(each.get(2)).scrollIntoViewIfNeeded();
            assertThat((Boolean) bursar.part(each.get(2)).evaluate(IN_VIEW))
                    .as(each.get(2))
                    .isTrue();
            requireNoScrollingSideways(bursar);
        }
    }

    @Test
    void allTransactionsOfAnAccountFitAPhone() {
        Screen bursar = screen(390, 844);
        bursar.open("fees/account/" + STUDENT);
        bursar.page()
                .locator("#account-tabs vaadin-tab")
                .filter(new Locator.FilterOptions().setHasText("All transactions"))
                .click();
        Locator entries = bursar.part("history-lines");
        for (String action : List.of("cancel-", "void-")) {
            Locator button = entries.locator("[id^='" + action + "']:visible").first();
            button.scrollIntoViewIfNeeded();
            assertThat((Boolean) button.evaluate(IN_VIEW)).as(action).isTrue();
        }
        bursar.awaitAnimations();
        bursar.picture("small-transactions-390");
        assertThat((List<?>) entries.evaluate(CUT)).isEmpty();
        assertThat(entries).containsText("27.70");
        requireNoScrollingSideways(bursar);
        bursar.part("account-due").scrollIntoViewIfNeeded();
        assertThat((Boolean) bursar.part("account-due").evaluate(IN_VIEW))
                .as("the total")
                .isTrue();
    }

    private Screen screen(int width, int height) {
        Screen screen = new Screen(portal, browser.logIn(portal, PortalUser.BURSAR));
        screen.page().setViewportSize(width, height);
        return screen;
    }

    private static void requireNoScrollingSideways(Screen screen) {
        assertThat((Boolean) screen.page()
                        .evaluate("() => document.documentElement.scrollWidth <= document.documentElement.clientWidth"))
                .as("the page fits the window")
                .isTrue();
    }
}
