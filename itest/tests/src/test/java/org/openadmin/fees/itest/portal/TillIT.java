package org.openadmin.fees.itest.portal;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.options.ColorScheme;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** From the drawer to the bank: counted by keyboard alone, deposited with its slip, verified by somebody else, taken back. */
class TillIT {

    private static final String DAY = "2018-03-05";

    /** A portal of its own: a deposit has all money up to its day, whoever received it. */
    private static RunningPortal portal;

    @RegisterExtension
    private final Browser browser = new Browser();

    @BeforeAll
    static void aDrawer() {
        portal = RunningPortal.withModule("till", SchoolPortal.sampleSchool());
        PortalConsole shell = portal.shell();
        shell.run("fees:pay 470 --amount 140.00 --yes --date " + DAY);
        shell.run("fees:pay 471 --amount 60.00 --method cheque --reference \"no. 7\" --yes --date " + DAY);
        shell.run("fees:pay 472 --amount 35.00 --method cheque --reference \"no. 8\" --yes --date " + DAY);
        shell.run("fees:pay 473 --amount 99.00 --method card --yes --date " + DAY);
    }

    @AfterAll
    static void stop() {
        portal.close();
    }

    @Test
    void aDayFromTheDrawerToTheBank() {
        Screen bursar = new Screen(portal, browser.logIn(portal, PortalUser.BURSAR));
        bursar.open("fees/till/" + DAY);
        bursar.awaitVisible("count-form");
        choose(bursar);
        bursar.awaitText("drawer-grid", "140.00");
        bursar.press("deposit-make");
        bursar.awaitText("till-notice", "was not counted");

        bursar.field("count-float").focus();
        keys(bursar, "50", "Enter", "1", "Enter", "1", "Enter", "2", "Enter");
        bursar.awaitText("count-total", "190.00");
        bursar.awaitText("count-difference", "As expected: 190.00");
        keys(bursar, "Enter", "Enter", "Enter", "Enter", "Enter", "Enter", "Enter", "Enter", "Enter");
        bursar.awaitText("till-notice", "Counted 190.00");
        bursar.picture("till-1-counted");

        bursar.awaitText("deposit-total", "Deposit: 235.00");
        bursar.page().setViewportSize(390, 844);
        // the amounts are in view on a phone
        bursar.page().waitForFunction("""
                () => {
                  const table = document.querySelector('#deposit-grid').shadowRoot.querySelector('#table');
                  return table.scrollWidth <= table.clientWidth;
                }
                """);
        bursar.page().setViewportSize(1280, 720);
        bursar.press("deposit-make");
        bursar.awaitText("till-notice", "235.00 goes to the bank");
        bursar.picture("till-2-deposited");
        String slip = bursar.pdf("made-slip").pages().get(0);
        assertThat(slip).contains("Deposit slip", "2 cheques", "no. 7", "no. 8", "235.00", "Made by: bursar");
        String number = bursar.part("till-notice").innerText().replaceAll("(?s).*Deposit (\\d+):.*", "$1");
        assertThat(bursar.csv("cheques-" + number + "-csv")).hasSize(3);
        assertThat(portal.shell().run("fees:undeposited --csv")).doesNotContain(DAY);

        Screen cashier = new Screen(portal, browser.logIn(portal, PortalUser.CASHIER));
        cashier.open("fees/till/" + DAY);
        assertThat(cashier.part("deposits-grid").boundingBox().width)
                .as("the width of the list of deposits")
                .isGreaterThan(900);
        cashier.press("verify-" + number);
        cashier.awaitText("till-notice", "is verified");
        assertThat(cashier.pdf("slip-" + number).pages().get(0)).contains("Verified by: cashier");

        cashier.press("take-back-" + number);
        cashier.awaitVisible("take-back-reason");
        cashier.type("take-back-reason", "Returned by the bank");
        cashier.press("take-back-accept");
        cashier.awaitText("take-back-notice", "No receipt in deposit");
        cashier.picture("till-3-take-back");
        cashier.press("take-back-cancel");
        String shell = portal.shell().run("fees:deposit " + number);
        assertThat(shell).contains("Cash 140.00", "2 cheques 95.00", "verified by cashier");
    }

    @Test
    void aFrenchPage() {
        Screen cashier = new Screen(portal, browser.logIn(portal, PortalUser.CASHIER, ColorScheme.LIGHT, "fr-CA"));
        cashier.open("fees/till/2018-03-04");
        cashier.awaitText("till", "Compter l’argent comptant");
        cashier.awaitText("drawer-empty", "Rien n’a été encaissé");
        cashier.type("count-20-00", "x");
        cashier.press("count-save");
        cashier.awaitError("count-20-00", "«\u00a0x\u00a0» n’est pas un nombre de billets ou de pièces.");
        cashier.picture("till-4-french");
    }

    /** Chooses the drawer of the user of the shell. */
    private static void choose(Screen screen) {
        screen.choose("till-cashier", "operator");
    }

    private static void keys(Screen screen, String... keys) {
        for (String key : keys) {
            if (key.equals("Enter")) {
                screen.page().keyboard().press("Enter");
            } else {
                screen.page().keyboard().type(key);
            }
            screen.awaitIdle();
        }
    }
}
