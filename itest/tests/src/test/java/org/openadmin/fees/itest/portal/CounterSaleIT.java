package org.openadmin.fees.itest.portal;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Keyboard;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A predefined fee is sold at the counter: charged, paid and receipted in one step, with the keyboard alone. */
@ExtendWith(SharedPortal.class)
class CounterSaleIT {

    private static final String DAY = "2001-05-14";

    private final RunningPortal portal;
    private final JournalDatabase ledger;
    private final Browser browser = new Browser();

    CounterSaleIT(RunningPortal portal) {
        this.portal = portal;
        ledger = new JournalDatabase(portal.school());
    }

    @AfterEach
    void closeBrowser() {
        browser.close();
    }

    private String due(int student) {
        return ledger.text("SELECT COALESCE(SUM(total), 0.00) FROM fees_jrl WHERE studnum = " + student);
    }

    private int charged(int student, String fee) {
        return ledger.count("SELECT COUNT(*) FROM fees_jrl WHERE trans_type = 'chg' AND studnum = " + student
                + " AND name = '" + fee + "'");
    }

    @Test
    void locksAreSoldWithTheKeyboardAndComeBack() {
        portal.shell().run("fees:predefined-add --name \"Padlock brass\" --amount 6.00");
        Screen clerk = new Screen(portal, browser.logIn(portal, PortalUser.CLERK));
        clerk.openStudent(621);
        clerk.awaitVisible("sale-fee");
        clerk.date("payment-date", DAY);
        clerk.field("amount").focus();
        Keyboard keys = clerk.page().keyboard();

        keys.press("*");
        assertThat(clerk.field("sale-quantity")).isFocused();
        keys.type("2");
        keys.press("Tab");
        keys.type("padl");
        clerk.picture("sale-fee");
        keys.press("Enter");
        clerk.awaitText("ticked-total", "1 of 1 charge selected: 12.00 CAD");
        assertThat(clerk.field("amount")).isFocused();
        clerk.picture("sale");
        keys.press("Enter");
        clerk.awaitText("payment-hint", "Press Enter again to take the payment with this date.");
        clerk.awaitIdle();
        assertThat(clerk.field("amount")).isFocused();
        clerk.field("amount").press("Enter");

        clerk.awaitVisible("receipt-number");
        String receipt = clerk.part("receipt-number").innerText();
        clerk.picture("sale-receipt");
        assertThat(clerk.pdf("print-receipt").pages().get(0)).contains("Padlock brass", "12.00");
        assertThat(charged(621, "Padlock brass")).isEqualTo(2);
        assertThat(due(621)).isEqualTo("0.00");
        assertThat(portal.shell().run("fees:verify")).contains("OK: ");

        clerk.press("void-receipt");
        clerk.awaitText("correction-question", "State whether the goods came back.");
        clerk.selectOption("void-goods", "The goods came back");
        clerk.awaitText("correction-question", "What was sold with it will be reversed.");
        clerk.picture("sale-void");
        clerk.press("correction-apply");
        clerk.awaitText("payments-notice", "Receipt " + receipt);
        assertThat(due(621)).isEqualTo("0.00");
        assertThat(ledger.count("SELECT COUNT(*) FROM fees_jrl WHERE trans_type = 'rev' AND studnum = 621"
                        + " AND name = 'Padlock brass'"))
                .isEqualTo(2);
        assertThat(portal.shell().run("fees:verify")).contains("OK: ");
    }

    @Test
    void aDoubleClickSellsOnceAndTheShellSellsTheSame() {
        portal.shell().run("fees:predefined-add --name \"Recorder alto\" --amount 9.00");
        Screen clerk = new Screen(portal, browser.logIn(portal, PortalUser.CLERK));
        clerk.openStudent(622);
        clerk.date("payment-date", DAY);
        clerk.field("sale-fee").pressSequentially("recorder");
        clerk.field("sale-fee").press("Enter");
        clerk.awaitText("ticked-total", "9.00 CAD");
        clerk.press("accept");
        clerk.awaitText("payment-hint", "Press Enter again");
        clerk.part("accept").dblclick();
        clerk.awaitVisible("receipt-number");
        assertThat(charged(622, "Recorder alto")).isOne();
        assertThat(ledger.payments(622)).isOne();

        assertThat(portal.shell()
                        .run("fees:sell 623 --fee \"recorder alto\" --quantity 2 --method cash --date " + DAY
                                + " --yes"))
                .contains("Received 18.00 CAD from student 623");
        assertThat(due(623)).isEqualTo("0.00");
        assertThat(portal.shell().run("fees:verify")).contains("OK: ");
    }
}
