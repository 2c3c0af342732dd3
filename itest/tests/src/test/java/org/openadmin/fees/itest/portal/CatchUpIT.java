package org.openadmin.fees.itest.portal;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A student joins a homeroom after its fee was charged, and another one leaves it. */
@ExtendWith(SharedPortal.class)
class CatchUpIT {

    private static final String ROOM = "CU";

    private final RunningPortal portal;
    private final JournalDatabase ledger;

    @RegisterExtension
    private final Browser browser = new Browser();

    CatchUpIT(RunningPortal portal) {
        this.portal = portal;
        ledger = new JournalDatabase(portal.school());
    }

    @Test
    void theFeeFollowsTheList() {
        moves(607, ROOM);
        moves(608, ROOM);
        PortalConsole shell = portal.shell();
        shell.run("fees:assess --name \"Catch-up fee\" --amount 40.00 --date today --group homeroom --values " + ROOM);
        long batch = ledger.count("SELECT MAX(id) FROM fees_batch WHERE name = 'Catch-up fee'");
        moves(608, "CV");
        moves(610, ROOM);

        Screen clerk = new Screen(portal, browser.logIn(portal, PortalUser.BILLER)).open("fees/catch-up");
        clerk.awaitVisible("catch-up-" + batch);
        clerk.awaitAnimations();
        clerk.picture("catch-up-1-list");
        clerk.press("catch-up-" + batch);
        clerk.awaitText("catch-up-of", "Homeroom CU: Catch-up fee of");
        assertThat(clerk.part("catch-up-charge")).hasText("Charge 1 student");
        clerk.picture("catch-up-2-lists");
        clerk.press("catch-up-charge");
        clerk.awaitVisible("catch-up-apply");
        clerk.awaitAnimations();
        clerk.picture("catch-up-3-charge");
        clerk.part("catch-up-apply").dblclick(new Locator.DblclickOptions().setDelay(5));
        clerk.awaitText("catch-up-notice", "1 student charged.");

        clerk.press("left-608");
        clerk.press("catch-up-cancel");
        clerk.type("catch-up-reason", "Changed homeroom");
        clerk.field("catch-up-reason").press("Enter");
        clerk.awaitText("catch-up-notice", "Charges of 1 student reversed; 0.00 is now credit.");
        clerk.picture("catch-up-4-done");

        assertThat(outstanding(607)).isEqualTo(1);
        assertThat(outstanding(608)).isZero();
        assertThat(outstanding(610)).isEqualTo(1);
        assertThat(shell.run("fees:catch-up " + batch)).contains("0 joined, 0 left");
        assertThat(shell.run("fees:verify")).contains("OK: ");
    }

    private void moves(int student, String homeroom) {
        portal.school().execute("UPDATE student SET homeroom = '" + homeroom + "' WHERE studnum = " + student);
    }

    private long outstanding(int student) {
        return ledger.count("SELECT COUNT(*) FROM fees_jrl WHERE name = 'Catch-up fee' AND trans_type = 'chg'"
                + " AND COALESCE(paid_id, 0) = 0 AND studnum = " + student);
    }
}
