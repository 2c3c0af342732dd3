package org.openadmin.fees.itest.portal;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A month is closed on the page of the accountant, and no page and no command dates anything in it until it is reopened. */
@ExtendWith(SharedPortal.class)
class ClosingIT {

    /** Before all that other tests date. */
    private static final String JUNE = "1998-06";

    private final RunningPortal portal;

    @RegisterExtension
    private final Browser browser = new Browser();

    ClosingIT(RunningPortal portal) {
        this.portal = portal;
    }

    @Test
    void aMonthIsClosedAndReopened() {
        PortalConsole shell = portal.shell();
        shell.run("fees:assess --yes --name Jubilee --amount 12.00 --date 1998-06-10 --group student --values 463");

        Screen biller = screen(PortalUser.BILLER);
        biller.open("fees/export/" + JUNE);
        biller.press("month-close");
        biller.awaitVisible("closing-findings");
        assertThat(biller.part("closing-findings")).containsText("Transactions recorded after the month had ended: 1");
        biller.awaitAnimations();
        biller.picture("closing-1-dialog");
        biller.part("closing-apply").dblclick(new Locator.DblclickOptions().setDelay(5));

        biller.awaitText("export-notice", "June 1998 is closed.");
        assertThat(biller.part("month-closing")).containsText("Closed on");
        assertThat(shell.run("fees:closings --csv --limit 1")).contains(",close,1998-06,1998-06-30,");
        biller.awaitAnimations();
        biller.picture("closing-2-closed");
        List<String> file = biller.csv("save-summary");

        PortalConsole.CommandResult refused =
                shell.tryRun("fees:pay 463 --amount 12.00 --charges all --yes --date 1998-06-30");
        assertThat(refused.done()).isFalse();
        assertThat(refused.output()).contains("1998-06-30 is in a closed month. Use 1998-07-01 or a later date");
        Screen cashier = screen(PortalUser.CASHIER);
        cashier.openStudent(463);
        cashier.date("payment-date", "1998-06-30");
        cashier.press("accept");
        cashier.awaitIdle();
        // the date is long ago, and confirmed
        cashier.press("accept");
        cashier.awaitError("payment-date", "is in a closed month");
        cashier.picture("closing-3-refused");

        Screen bursar = screen(PortalUser.BURSAR);
        bursar.open("fees/export/" + JUNE);
        assertThat(bursar.csv("save-summary")).isEqualTo(file);
        bursar.press("month-reopen");
        bursar.field("closing-reason").fill("The jubilee was in May");
        bursar.field("closing-reason").press("Enter");
        bursar.awaitText("export-notice", "June 1998 is open again.");
        assertThat(bursar.part("month-reopenings")).containsText("The jubilee was in May");
        bursar.awaitAnimations();
        bursar.picture("closing-4-reopened");
        shell.run("fees:pay 463 --amount 12.00 --charges all --yes --date 1998-06-30");
        shell.run("fees:verify");
    }

    @Test
    void aMonthThatIsNotOverHasNoButton() {
        Screen biller = screen(PortalUser.BILLER);
        biller.open("fees/export/" + YearMonth.from(LocalDate.now()));
        assertThat(biller.part("month-heading")).hasText(Pattern.compile("\\w+ \\d{4}"));
        biller.awaitHidden("month-close");
    }

    private Screen screen(PortalUser user) {
        return new Screen(portal, browser.logIn(portal, user));
    }
}
