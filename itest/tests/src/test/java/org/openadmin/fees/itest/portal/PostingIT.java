package org.openadmin.fees.itest.portal;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A month is posted on the page of the accountant, and its files are those that the console writes. */
@ExtendWith(SharedPortal.class)
class PostingIT {

    /** Before all that other tests date; none of it is posted with this month. */
    private static final String MAY = "1996-05";

    private final RunningPortal portal;

    @RegisterExtension
    private final Browser browser = new Browser();

    PostingIT(RunningPortal portal) {
        this.portal = portal;
    }

    @AfterEach
    void withoutAccounts() {
        portal.configureAndWait(Map.of("account.receivable", "", "account.credit", "", "account.charge", ""));
    }

    @Test
    void aMonthIsPostedOnceAndItsFilesAreTheSameEverywhere() {
        PortalConsole shell = portal.shell();
        open(shell);
        shell.run("fees:assess --yes --name Jubilee --amount 12.00 --date 1996-05-10 --group student --values 465");
        Screen bursar = screen(PortalUser.BURSAR);
        bursar.open("fees/export/" + MAY);
        bursar.press("posting-open");
        bursar.awaitVisible("posting-missing");
        assertThat(bursar.part("posting-missing")).containsText("account.receivable");
        bursar.awaitAnimations();
        bursar.picture("posting-1-missing");
        bursar.press("posting-leave");

        portal.configureAndWait(
                Map.of("account.receivable", "1210", "account.credit", "2210", "account.charge", "4000"));
        bursar.open("fees/export/" + MAY);
        bursar.press("posting-open");
        assertThat(bursar.part("posting-figures")).containsText("12.00");
        bursar.awaitAnimations();
        bursar.picture("posting-2-dialog");
        bursar.part("posting-apply").dblclick(new Locator.DblclickOptions().setDelay(5));

        bursar.awaitText("export-notice", "Posting 1: 1 transaction up to May 31, 1996");
        bursar.awaitVisible("posting-1-iif");
        bursar.awaitAnimations();
        bursar.picture("posting-3-list");
        String file =
                new String(bursar.content("posting-1-sage50", "application/octet-stream"), StandardCharsets.US_ASCII);
        assertThat(file).isEqualTo("05-10-96,\"FEES1-1\",\"School fees, posting 1\"\r\n1210,12.00\r\n4000,-12.00\r\n");
        assertThat(new String(bursar.content("posting-1-iif", "application/octet-stream"), StandardCharsets.US_ASCII))
                .contains("TRNS\tGENERAL JOURNAL\t05/10/96\t1210\t12.00\tFEES1-1\tCharged to students\r\n");

        assertThat(shell.run("fees:postings --csv")).contains("1,1996-05-31,1,12.00,");
        PortalConsole.CommandResult again = shell.tryRun("fees:post --format csv --until 1996-05-31 --out again.csv");
        assertThat(again.done()).isFalse();
        assertThat(again.output()).contains("Everything up to 1996-05-31 has already been posted.");
        shell.run("fees:verify");
    }

    /** The month is closed as well if a test before has closed a later one. */
    private static void open(PortalConsole shell) {
        PortalConsole.CommandResult reopened =
                shell.tryRun("fees:reopen " + MAY + " --reason \"The jubilee was forgotten\"");
        if (!reopened.done()) {
            assertThat(reopened.output()).contains("is not closed.");
        }
    }

    private Screen screen(PortalUser user) {
        return new Screen(portal, browser.logIn(portal, user));
    }
}
