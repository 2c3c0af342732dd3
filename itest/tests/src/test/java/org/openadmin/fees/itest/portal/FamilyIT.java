package org.openadmin.fees.itest.portal;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.options.ColorScheme;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Three children of one family at the counter: one payment, one receipt, one void; and credit that goes from one to another. */
@ExtendWith(SharedPortal.class)
class FamilyIT {

    private final RunningPortal portal;
    private final JournalDatabase ledger;
    private final Browser browser = new Browser();

    FamilyIT(RunningPortal portal) {
        this.portal = portal;
        ledger = new JournalDatabase(portal.school());
    }

    @AfterEach
    void closeBrowser() {
        browser.close();
    }

    private void family(int first, String street) {
        portal.school()
                .execute("UPDATE student SET par1_firstname = 'Jo', par1_lastname = 'Côté', address1 = '" + street
                        + "', city1 = 'Regina', prov1 = 'SK', pcode1 = 'S4P 3Y2' WHERE studnum BETWEEN " + first
                        + " AND " + (first + 2));
    }

    private String due(int student) {
        return ledger.text("SELECT COALESCE(SUM(total), 0.00) FROM fees_jrl WHERE studnum = " + student);
    }

    @Test
    void onePaymentForThreeChildrenWithTheKeyboardAlone() {
        family(590, "12 Elm St.");
        portal.shell()
                .run("fees:assess --name Locker --amount 5.00 --date 2026-09-08 --group student --values \"590 591\"");
        portal.shell().run("fees:assess --name Trip --amount 30.00 --date 2026-09-08 --group student --values \"592\"");
        Screen cashier = new Screen(portal, browser.logIn(portal, PortalUser.CASHIER));
        cashier.openStudent(590);
        cashier.awaitText("siblings", "5.00 due");
        cashier.awaitText("siblings", "30.00 due");
        cashier.awaitText("ticked-total", "1 of 1 charge selected: 5.00 CAD");
        cashier.picture("family-counter");

        cashier.field("amount").press("+");
        cashier.awaitText("ticked-total", "2 of 2 charges selected: 10.00 CAD");
        cashier.field("amount").press("+");
        cashier.awaitText("ticked-total", "3 of 3 charges selected: 40.00 CAD");
        assertThat(cashier.field("amount")).hasValue("40.00");
        assertThat(cashier.field("amount")).isFocused();
        cashier.picture("family-selected");
        cashier.field("amount").press("Enter");

        cashier.awaitText("receipt-lines", "3 charges paid.");
        String receipt = cashier.part("receipt-number").innerText();
        cashier.picture("family-receipt");
        assertThat(cashier.pdf("print-receipt").pages().get(0)).contains("Locker", "Trip", "40.00");
        for (int child = 590; child <= 592; child++) {
            assertThat(due(child)).isEqualTo("0.00");
        }
        assertThat(ledger.count("SELECT COUNT(*) FROM fees_jrl WHERE trans_type = 'pay' AND paid_id = " + receipt))
                .isEqualTo(3);

        portal.shell().run("fees:void " + receipt + " --reason Mistake");
        assertThat(due(592)).isEqualTo("30.00");
        assertThat(portal.shell().run("fees:pay 590,591,592 --charges all --amount 42.00 --method cheque --rest 592"))
                .contains("Received 42.00 CAD")
                .contains("2.00 CAD stays on account");
        assertThat(due(592)).isEqualTo("-2.00");
        cashier.open("fees/account/592");
        cashier.press("move-credit");
        cashier.awaitVisible("move-to");
        cashier.type("correction-reason", "For the sister");
        cashier.awaitText("correction-question", "leaving 0.00");
        cashier.picture("family-move");
        cashier.press("correction-apply");
        cashier.awaitText("account-notice", "2.00 of credit moved");
        assertThat(due(592)).isEqualTo("0.00");
        assertThat(due(590)).isEqualTo("-2.00");
        portal.shell().run("fees:move 590 591 --amount 2.00 --reason Back");
        portal.shell().run("fees:refund 591 --amount 2.00 --method cash --reason Back");
        assertThat(portal.shell().run("fees:verify")).contains("OK: ");
    }

    @Test
    void theFamilyFitsOnAPhoneAndIsInFrench() {
        family(593, "14 Elm St.");
        portal.shell()
                .run("fees:assess --name Casier --amount 5.00 --date 2026-09-08 --group student --values \"593 594\"");
        Screen cashier = new Screen(portal, browser.logIn(portal, PortalUser.CASHIER, ColorScheme.LIGHT, "fr-CA"));
        cashier.page().setViewportSize(390, 844);
        cashier.openStudent(593);
        cashier.awaitText("siblings", "Payer aussi pour");
        cashier.field("amount").press("+");
        cashier.awaitText("ticked-total", "10,00");
        cashier.picture("family-phone-fr");
        assertThat(cashier.page().evaluate("document.documentElement.scrollWidth <= innerWidth"))
                .isEqualTo(true);
        cashier.field("amount").press("Enter");
        cashier.awaitVisible("receipt-number");
        assertThat(due(594)).isEqualTo("0.00");
    }
}
