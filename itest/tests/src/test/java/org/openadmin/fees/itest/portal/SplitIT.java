package org.openadmin.fees.itest.portal;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A charge is split in the office, a part of it at the counter, and the rest is put together again. */
@ExtendWith(SharedPortal.class)
class SplitIT {

    private static final int STUDENT = 481;

    private final RunningPortal portal;
    private final JournalDatabase ledger;

    @RegisterExtension
    private final Browser browser = new Browser();

    SplitIT(RunningPortal portal) {
        this.portal = portal;
        ledger = new JournalDatabase(portal.school());
    }

    @Test
    void aFamilyPaysATripInParts() {
        portal.shell()
                .run("fees:assess --name \"Band trip\" --amount 99.99 --date today --group student --values "
                        + STUDENT);
        long trip = ledger.count("SELECT MAX(id) FROM fees_jrl WHERE studnum = " + STUDENT);

        Screen clerk = screen(PortalUser.BILLER).open("fees/account/" + STUDENT);
        clerk.awaitText("account-due", "99.99");
        row(clerk, "split-" + trip);
        clerk.awaitText("split-remainder", "The parts add up to 99.99.");
        assertThat(clerk.field("split-count")).isFocused();
        clerk.type("split-count", "4");
        clerk.awaitText("correction-question", "into 4 parts");
        assertThat(clerk.field("split-amount-4")).hasValue("24.99");
        clerk.picture("split-equal");
        clerk.type("split-amount-1", "30");
        clerk.awaitText("split-remainder", "5.00 too much: the charge is 99.99.");
        clerk.field("split-amount-1").press("Enter");
        clerk.awaitError("split-amount-4", "which is 5.00 more than the charge");
        clerk.picture("split-too-much");
        clerk.type("split-amount-2", "20");
        clerk.field("split-amount-2").press("Enter");
        clerk.awaitText("account-notice", "Band trip (99.99) split into 4 parts for");
        clerk.awaitText("outstanding-lines", "Band trip 2 of 4");
        clerk.awaitText("account-due", "99.99");
        clerk.picture("split-account");

        counter();
        Screen again = screen(PortalUser.BILLER).open("fees/account/" + STUDENT);
        again.awaitText("account-due", "59.99");
        long part = ledger.count("SELECT MAX(id) FROM fees_jrl WHERE studnum = " + STUDENT
                + " AND trans_type = 'chg' AND part_count = 2");
        row(again, "together-" + part);
        again.awaitText("correction-notice", "The parts can be put together only while all of them are outstanding.");
        again.press("correction-leave");
        row(again, "waive-" + part);
        again.type("waive-amount", "4.00");
        again.type("correction-reason", "Bursary");
        again.awaitText("correction-question", "stays outstanding");
        again.picture("split-waive");
        again.press("correction-apply");
        again.awaitText("account-due", "55.99");

        assertThat(portal.shell().run("fees:verify")).contains("OK: ");
        portal.shell().run("fees:pay " + STUDENT + " --amount 55.99 --charges all");
    }

    private void counter() {
        Screen cashier = screen(PortalUser.CASHIER).open("fees/payments/" + STUDENT);
        cashier.awaitText("ticked-total", "4 of 4 charges selected: 99.99 CAD");
        cashier.type("amount", "40.00");
        cashier.awaitText("split-and-pay", "Split Band trip 2 of 4 and pay 10.00 of 20.00");
        cashier.picture("split-counter");
        cashier.press("split-and-pay");
        cashier.awaitVisible("receipt-number");
        cashier.picture("split-receipt");
        assertThat(List.of(ledger.text("SELECT GROUP_CONCAT(total ORDER BY id) FROM fees_jrl WHERE studnum = " + STUDENT
                        + " AND trans_type = 'chg' AND paid_id IS NULL")))
                .containsExactly("25.00,24.99,10.00");
    }

    private Screen screen(PortalUser user) {
        return new Screen(portal, browser.logIn(portal, user));
    }

    private static void row(Screen clerk, String id) {
        clerk.page().locator("#" + id + ":visible").first().click();
    }
}
