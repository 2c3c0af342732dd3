package org.openadmin.fees.itest.portal;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.options.ColorScheme;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A cover is added with the keyboard, and a run is previewed, posted by a double click and undone; in both languages. */
@ExtendWith(SharedPortal.class)
class CoversIT {

    private static final Set<String> GRAVE = Set.of("serious", "critical");

    private final RunningPortal portal;

    @RegisterExtension
    private final Browser browser = new Browser();

    CoversIT(RunningPortal portal) {
        this.portal = portal;
    }

    private void charge(String student, String fee, String amount) {
        portal.shell()
                .run("fees:assess --name \"" + fee + "\" --amount " + amount + " --date today --group student --values "
                        + student);
    }

    private String payer(String name) {
        return portal.shell().run("fees:payer-add \"" + name + "\"").replaceFirst("(?s)Payer (P\\d+),.*", "$1");
    }

    private String outstanding(String account) {
        return portal.shell().run("fees:balance " + account + " --csv");
    }

    @Test
    void aRunIsPostedOnceByADoubleClickAndUndone() {
        charge("597", "Canoe week", "50.00");
        String band = payer("Canoe Band");
        Screen biller = new Screen(portal, browser.logIn(portal, PortalUser.BILLER));
        biller.open("fees/payers");
        biller.awaitIdle();
        biller.press("covers-" + band);
        biller.awaitVisible("cover-save");
        biller.field("cover-student").pressSequentially("597");
        biller.page().locator("vaadin-combo-box-item:visible").first().waitFor();
        biller.page().keyboard().press("ArrowDown");
        biller.page().keyboard().press("Enter");
        biller.type("cover-percent", "60");
        biller.part("cover-from").locator("input").fill("2000-01-01");
        biller.page().keyboard().press("Tab");
        requireNoGraveFault(biller, "cover-save", "covers-1-add");
        biller.press("cover-save");
        biller.awaitText("covers-notice", "is added.");
        biller.awaitText("cover-grid", "60 % of all fees");
        biller.press("covers-close");

        biller.open("fees/account/597");
        biller.awaitText("covered-by", "Canoe Band");
        biller.picture("covers-2-account");
        biller.open("fees/overview");
        biller.awaitText("to-cover", "A cover run would transfer");
        biller.open("fees/payers/cover-run");
        biller.awaitText("cover-run-grid", "Canoe week");
        biller.awaitText("cover-run-sum", "30.00");
        requireNoGraveFault(biller, "cover-run-post", "covers-3-preview");
        biller.part("cover-run-post").dblclick();
        biller.awaitText("payers-notice", "Cover run");
        assertThat(outstanding(band)).contains(band + ",30.00,30.00,0.00");

        biller.press("undo-cover-run");
        biller.awaitText("payers-notice", "is undone");
        biller.picture("covers-4-undone");
        assertThat(outstanding(band)).contains(band + ",0.00,0.00,0.00");
        assertThat(outstanding("597")).contains("597,50.00,50.00,0.00");
        portal.shell().run("fees:covers " + band + " --csv").lines().skip(1).forEach(line -> portal.shell()
                .run("fees:cover --end " + line.substring(0, line.indexOf(',')) + " --to 1999-12-31"));
    }

    @Test
    void whoOnlyViewsDoesNotSeeWhoPaysAndThePageIsFrench() {
        charge("598", "Theatre", "20.00");
        String band = payer("Théâtre du Nord");
        portal.shell().run("fees:cover " + band + " 598 --from 2000-01-01");
        portal.shell().run("fees:cover-run --payer " + band);
        Screen viewer = new Screen(portal, browser.logIn(portal, PortalUser.VIEWER));
        viewer.open("fees/account/598");
        viewer.awaitVisible("account-tabs");
        assertThat(viewer.page().locator("#covered-by")).hasCount(0);
        viewer.open("fees/journal?student=598");
        assertThat(viewer.page().locator("body")).not().containsText("Théâtre du Nord");
        viewer.open("fees/payers");
        viewer.awaitVisible("access-denied");

        Screen biller = new Screen(portal, browser.logIn(portal, PortalUser.BILLER, ColorScheme.DARK, "fr-CA"));
        biller.page().setViewportSize(390, 844);
        biller.open("fees/payers/cover-run");
        biller.awaitVisible("cover-run-close");
        requireNoGraveFault(biller, "cover-run-payer", "covers-5-phone-french");
        biller.press("cover-runs");
        biller.awaitText("cover-runs-grid", "1 transfert, 20,00");
        requireNoGraveFault(biller, "cover-runs-close", "covers-7-phone-earlier-runs");
        biller.press("cover-runs-close");
        biller.press("cover-run-close");
        biller.awaitIdle();
        biller.press("covers-" + band);
        biller.awaitText("cover-grid", "100 % de tous les frais");
        requireNoGraveFault(biller, "cover-save", "covers-6-phone-covers");
    }

    private static void requireNoGraveFault(Screen screen, String part, String picture) {
        screen.awaitVisible(part);
        screen.awaitAnimations();
        screen.picture(picture);
        List<String> faults = new AxeBuilder(screen.page())
                .setLegacyMode(true).analyze().getViolations().stream()
                        .filter(rule -> GRAVE.contains(rule.getImpact()))
                        .map(rule -> rule.getId() + ": " + rule.getNodes())
                        .toList();
        assertThat(faults).as(picture).isEmpty();
    }
}
