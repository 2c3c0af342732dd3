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

/** A band is added, takes over a charge, is invoiced and declines; with the keyboard, on a phone and in French. */
@ExtendWith(SharedPortal.class)
class PayersIT {

    private static final String STUDENT = "482";
    private static final Set<String> GRAVE = Set.of("serious", "critical");

    private final RunningPortal portal;

    @RegisterExtension
    private final Browser browser = new Browser();

    PayersIT(RunningPortal portal) {
        this.portal = portal;
    }

    private String charge(String fee) {
        portal.shell()
                .run("fees:assess --yes --name \"" + fee
                        + "\" --amount 40.00 --date 2019-03-05 --group student --values " + STUDENT);
        return portal.shell()
                .run("fees:outstanding " + STUDENT + " --csv")
                .lines()
                .filter(line -> line.contains(fee))
                .map(line -> line.substring(0, line.indexOf(',')))
                .findFirst()
                .orElseThrow();
    }

    private String add(String name, String options) {
        return portal.shell()
                .run("fees:payer-add \"" + name + "\" " + options)
                .replaceFirst("(?s)Payer (P\\d+),.*", "$1");
    }

    @Test
    void aBandTakesOverAChargeIsInvoicedAndDeclines() {
        String charge = charge("Ski camp");
        Screen biller = new Screen(portal, browser.logIn(portal, PortalUser.BILLER));
        biller.open("fees/payers");
        biller.page().locator("#add-payer:visible, #add-first-payer:visible").click();
        biller.type("payer-name", "Prairie Band");
        biller.type("payer-authorization", "AUTH-77");
        requireNoGraveFault(biller, "payer-save", "payers-1-add");
        biller.page().keyboard().press("Enter");
        biller.awaitText("payers-notice", "Prairie Band is payer P");
        requireNoGraveFault(biller, "payer-grid", "payers-2-list");
        String number = biller.part("saved-account").getAttribute("href").replaceFirst(".*/", "");

        biller.open("fees/account/" + STUDENT);
        biller.press("transfer-" + charge);
        biller.awaitVisible("transfer-payer");
        biller.field("transfer-payer").pressSequentially("prairie");
        biller.page().locator("vaadin-combo-box-item:visible").first().waitFor();
        biller.page().keyboard().press("ArrowDown");
        biller.page().keyboard().press("Enter");
        biller.awaitText("correction-question", "Prairie Band will owe Ski camp (40.00) instead of");
        requireNoGraveFault(biller, "correction-question", "payers-3-transfer");
        biller.press("correction-apply");
        biller.awaitText("account-notice", "Prairie Band owes Ski camp (40.00)");

        biller.open("fees/account/" + number);
        biller.awaitText("outstanding-lines", "Ski camp");
        requireNoGraveFault(biller, "student-header", "payers-4-account");
        Pdf invoice = biller.pdf("payer-invoice");
        assertThat(invoice.pages().get(0)).contains("Prairie Band", "AUTH-77", "Ski camp", "$40.00");
        biller.page().locator("[id^='take-back-']:visible").first().click();
        biller.awaitText("correction-question", "The student will owe Ski camp (40.00) again, due as before.");
        biller.picture("payers-5-take-back");
        biller.press("correction-apply");
        biller.awaitText("account-notice", "The student owes Ski camp (40.00) again, due as before.");
        assertThat(portal.shell().run("fees:outstanding " + STUDENT + " --csv")).contains("Ski camp");
        portal.shell().run("fees:cancel " + charge + " --reason \"End of the test\"");
    }

    @Test
    void aFundPaysAtOnceAndTheCounterFindsItByName() {
        String charge = charge("Chess camp");
        String fund = add("Bursary fund of the parents", "--kind fund");
        Screen cashier = new Screen(portal, browser.logIn(portal, PortalUser.CASHIER));
        cashier.open("fees/payments");
        cashier.type("student-search", "bursary fund");
        cashier.awaitText("student-matches", fund);
        cashier.page().keyboard().press("Enter");
        cashier.awaitText("student-name", "Bursary fund of the parents");
        cashier.picture("payers-6-counter");

        portal.shell().run("fees:pay " + fund + " --amount 40.00 --method cheque");
        assertThat(portal.shell().run("fees:transfer " + charge + " --payer " + fund + " --dry-run"))
                .contains("3 rows", "nothing was saved");
        assertThat(portal.shell().run("fees:transfer " + charge + " --payer " + fund))
                .contains("3 rows");
        assertThat(portal.shell().run("fees:balance " + fund + " --csv")).contains(fund + ",0.00,0.00,0.00");
    }

    @Test
    void thePageFitsAPhoneAndIsFrench() {
        add("Bande des Prairies et des Grandes Plaines du Nord", "--authorization \"AUTORISATION 2019-000123\"");
        Screen biller = new Screen(portal, browser.logIn(portal, PortalUser.BILLER, ColorScheme.DARK, "fr-CA"));
        biller.page().setViewportSize(390, 844);
        biller.open("fees/payers");
        biller.awaitText("payer-grid", "Bande des Prairies");
        requireNoGraveFault(biller, "payer-grid", "payers-7-phone");
        assertThat((Boolean) biller.page()
                        .evaluate("() => document.documentElement.scrollWidth <= document.documentElement.clientWidth"))
                .isTrue();
        biller.page().locator("[id^='change-P']:visible").first().click();
        requireNoGraveFault(biller, "payer-save", "payers-8-phone-dialog");
        assertThat(biller.part("payer-save")).isInViewport();
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
