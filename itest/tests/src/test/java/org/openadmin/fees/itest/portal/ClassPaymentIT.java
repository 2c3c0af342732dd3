package org.openadmin.fees.itest.portal;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Keyboard;
import com.microsoft.playwright.Locator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The envelope of a class is received at the counter, with the keyboard alone, and in the shell. */
@ExtendWith(SharedPortal.class)
class ClassPaymentIT {

    private static final String ROOM = "CP";
    private static final String DAY = "2002-03-05";

    private final RunningPortal portal;
    private final JournalDatabase ledger;
    private final Browser browser = new Browser();

    ClassPaymentIT(RunningPortal portal) {
        this.portal = portal;
        ledger = new JournalDatabase(portal.school());
    }

    @BeforeEach
    void aHomeroom() {
        portal.school().execute("UPDATE student SET homeroom = '" + ROOM + "' WHERE studnum BETWEEN 611 AND 614");
    }

    @AfterEach
    void closeBrowser() {
        browser.close();
    }

    private void charge(String fee, String amount, String students) {
        portal.shell()
                .run("fees:assess --yes --name \"" + fee + "\" --amount " + amount
                        + " --date 2002-03-04 --group student --values \"" + students + "\"");
    }

    private int outstanding(String fee) {
        return ledger.count("SELECT COUNT(*) FROM fees_jrl WHERE trans_type = 'chg' AND name = '" + fee
                + "' AND COALESCE(paid_id, 0) = 0");
    }

    /** The page with a fee, the homeroom and the day. */
    private Screen open(String fee) {
        Screen clerk = new Screen(portal, browser.logIn(portal, PortalUser.CLERK)).open("fees/payments");
        clerk.awaitVisible("class-payment-link");
        clerk.press("class-payment-link");
        clerk.awaitVisible("class-empty");
        clerk.date("class-date", DAY);
        clerk.field("class-fee").pressSequentially(fee);
        clerk.field("class-fee").press("Enter");
        clerk.awaitIdle();
        clerk.field("class-homeroom").pressSequentially(ROOM);
        clerk.field("class-homeroom").press("Enter");
        clerk.awaitVisible("class-all");
        clerk.awaitIdle();
        return clerk;
    }

    @Test
    void theEnvelopeIsReceivedWithTheKeyboard() {
        charge("Zoo envelope", "12.50", "611 612 613");
        Screen clerk = open("Zoo envelope");
        clerk.awaitText("class-614", "not charged");
        clerk.page().locator("#class-list vaadin-checkbox input").nth(1).focus();
        Keyboard keys = clerk.page().keyboard();
        keys.press("Space");
        keys.press("ArrowDown");
        keys.press("Space");
        clerk.awaitText("class-sum", "2 students marked: 25.00 CAD");
        keys.press("Enter");
        assertThat(clerk.field("class-envelope")).isFocused();
        clerk.field("class-envelope").pressSequentially("27.50");
        clerk.awaitText("class-difference", "2.50 more in the envelope than marked");
        clerk.picture("class-payment-1-difference");
        clerk.field("class-envelope").press("Enter");
        clerk.awaitError("class-envelope", "2.50 more in the envelope than marked");
        assertThat(outstanding("Zoo envelope")).isEqualTo(3);

        clerk.type("class-envelope", "25.00");
        clerk.awaitText("class-difference", "The envelope holds exactly that.");
        clerk.field("class-envelope").press("Enter");
        clerk.awaitText("class-form-notice", "Press Enter again to receive the payments nevertheless.");
        clerk.awaitIdle();
        clerk.field("class-envelope").press("Enter");

        clerk.awaitText("class-done", "25.00 CAD received from 2 students of CP");
        clerk.picture("class-payment-2-receipts");
        assertThat(clerk.pdf("print-receipts").pages()).hasSize(2).allSatisfy(page -> assertThat(page)
                .contains("Zoo envelope", "12.50"));
        assertThat(outstanding("Zoo envelope")).isEqualTo(1);
        assertThat(ledger.count("SELECT receipts FROM fees_class_payment WHERE fee = 'Zoo envelope'"))
                .isEqualTo(2);
        assertThat(portal.shell().run("fees:verify")).contains("OK: ");
    }

    @Test
    void itFitsAPhoneAndADoubleClickReceivesOnceAndTheShellTheRest() {
        charge("Bus envelope", "7.50", "611 612 614");
        Screen clerk = open("Bus envelope");
        clerk.page().setViewportSize(360, 740);
        clerk.awaitIdle();
        clerk.picture("class-payment-3-phone");
        assertThat((Boolean) clerk.page()
                        .evaluate("() => document.documentElement.scrollWidth <= document.documentElement.clientWidth"))
                .as("the page fits the phone")
                .isTrue();
        clerk.setChecked("class-614", true);
        clerk.type("class-envelope", "7.50");
        clerk.press("class-post");
        clerk.awaitText("class-form-notice", "Press Enter again");
        clerk.part("class-post").dblclick(new Locator.DblclickOptions().setDelay(5));
        clerk.awaitText("class-done", "7.50 CAD received from 1 student of CP");
        assertThat(ledger.payments(614)).isOne();

        assertThat(portal.shell()
                        .run("fees:class-payment --fee \"bus envelope\" --homeroom " + ROOM
                                + " --all --amount 15.00 --yes --date " + DAY + " --out class.pdf --replace"))
                .contains("Received 15.00 CAD from 2 students of CP for \"Bus envelope\" on " + DAY, "2 receipts: ");
        assertThat(outstanding("Bus envelope")).isZero();
        assertThat(portal.shell().run("fees:verify")).contains("OK: ");
    }
}
