package org.openadmin.fees.itest.portal;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.ColorScheme;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.RegisterExtension;

/** From a fee to its homerooms, to the students of one, to their invoices; and the list for the teacher. */
@ExtendWith(SharedPortal.class)
class CollectionIT {

    /** A period that no other test uses. */
    private static final String MAY = "from=2020-05-01&to=2020-05-31";

    private final RunningPortal portal;

    @RegisterExtension
    private final Browser browser = new Browser();

    CollectionIT(RunningPortal portal) {
        this.portal = portal;
    }

    @BeforeAll
    static void aTripOfThreeClasses(RunningPortal portal) {
        PortalConsole shell = portal.shell();
        shell.run("fees:assess --yes --name \"Canoe trip\" --amount 40.00 --date 2020-05-04"
                + " --group student --values \"456 457 458 459\"");
        shell.run("fees:pay 456 --amount 40.00 --charges all --yes --date 2020-05-09");
    }

    @Test
    void fromAFeeToTheInvoicesOfThoseWhoOweIt() {
        Screen biller = new Screen(portal, browser.logIn(portal, PortalUser.BILLER));
        biller.open("fees/collection/" + MAY);
        biller.awaitText("collection-grid", "Canoe trip");
        biller.awaitText("collection-grid", "25.0");
        biller.picture("collection-1-fees");
        link(biller, "collection-grid", "Canoe trip").click();
        biller.awaitText("collection-trail", "Canoe trip");
        biller.picture("collection-2-homerooms");
        biller.press("collection-everybody");
        biller.awaitText("charged-grid", "outstanding");
        biller.awaitText("charged-grid", "paid");
        biller.picture("collection-3-students");
        assertThat(biller.page()).hasURL(Pattern.compile("students=all&from=2020-05-01&to=2020-05-31$"));
        biller.press("collection-invoices");
        biller.awaitVisible("make-invoices");
        assertThat(biller.part("audience-values").locator("input").inputValue().split("[ ,]+"))
                .containsExactlyInAnyOrder("457", "458", "459");
        biller.back();
        biller.awaitVisible("charged-grid");
    }

    @Test
    void fromAFeeToTheRemindersOfThoseWhoOweItEachOnce() {
        Screen biller = new Screen(portal, browser.logIn(portal, PortalUser.BILLER));
        biller.open("fees/collection/fee=Canoe%20trip&students=all&" + MAY);
        biller.awaitVisible("charged-grid");
        biller.press("collection-reminders");
        biller.awaitVisible("show-reminders");
        assertThat(biller.part("audience-values").locator("input").inputValue().split("[ ,]+"))
                .containsExactlyInAnyOrder("457", "458", "459");
        biller.press("show-reminders");
        biller.awaitText("reminders-sum", "3 students are due for a reminder");
        biller.awaitText("reminders-due", "after 60 days");
        biller.picture("collection-5-reminders");
        biller.press("make-invoices");
        biller.awaitText("invoices-notice", "3 reminders on 3 pages");
        biller.press("show-reminders");
        biller.awaitText("reminders-sum", "Nobody is due for a reminder now.");
        biller.awaitText("reminders-others", "reminded before (3)");
    }

    @Test
    void theKeyboardAloneOpensAHomeroomAndItsClassList() {
        Screen viewer = new Screen(portal, browser.logIn(portal, PortalUser.VIEWER));
        viewer.open("fees/collection/fee=Canoe%20trip&" + MAY);
        Locator room = viewer.part("collection-grid").locator("a").first();
        room.waitFor();
        String name = room.innerText().replaceAll("[\\u2066-\\u2069]", "").strip();
        room.focus();
        viewer.page().keyboard().press("Enter");
        viewer.awaitText("collection-trail", "Homeroom " + name);
        viewer.awaitVisible("class-list-pdf");
        viewer.awaitHidden("collection-invoices");
        viewer.back();
        viewer.awaitVisible("collection-grid");

        String csv = portal.shell().run("fees:collection --fee \"canoe trip\" --from 2020-05-01 --to 2020-05-31 --csv");
        assertThat(csv.lines().findFirst().orElseThrow()).startsWith("fee,homeroom,charges,charged,");
        assertThat(csv).contains("Canoe trip," + name + ",");
    }

    @Test
    void aFrenchPageAndAnUnknownFee() {
        Screen viewer = new Screen(portal, browser.logIn(portal, PortalUser.VIEWER, ColorScheme.LIGHT, "fr-CA"));
        viewer.open("fees/collection/fee=Canoo%20trip&" + MAY);
        viewer.awaitText("collection-notice", "Canoe trip");
        viewer.awaitText("collection", "Perception des frais");
        viewer.picture("collection-4-french");
    }

    private static Locator link(Screen screen, String grid, String text) {
        return screen.part(grid)
                .locator("a", new Locator.LocatorOptions().setHasText(text))
                .first();
    }
}
