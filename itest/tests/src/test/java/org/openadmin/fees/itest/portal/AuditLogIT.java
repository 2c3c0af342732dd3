package org.openadmin.fees.itest.portal;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Who did what: what the office does appears, the filters and the address agree, and a file has the same lines. */
@ExtendWith(SharedPortal.class)
class AuditLogIT {

    private static final int STUDENT = 462;

    private final RunningPortal portal;

    @RegisterExtension
    private final Browser browser = new Browser();

    AuditLogIT(RunningPortal portal) {
        this.portal = portal;
    }

    @Test
    void whatWasDoneAndRefusedIsFoundFilteredAndSaved() {
        PortalConsole shell = portal.shell();
        shell.run("fees:assess --yes --name Audited --amount 12.00 --date 2026-09-08 --group student --values "
                + STUDENT);
        String receipt = shell.run("fees:pay " + STUDENT + " --amount 12.00 --charges all --yes --date 2026-09-08")
                .lines()
                .findFirst()
                .orElseThrow()
                .strip()
                .replaceAll("^.*\\D", "");
        // the receipt is voided once, and then no more
        shell.run("fees:void " + receipt + " --yes --reason mistake --date 2026-09-08");
        assertThat(shell.tryRun("fees:void " + receipt + " --yes --reason again --date 2026-09-08")
                        .done())
                .isFalse();

        Screen bursar = new Screen(portal, browser.logIn(portal, PortalUser.BURSAR));
        bursar.open("fees/audit-log/subject=receipt-" + receipt);
        bursar.awaitText("audit-count", "3 lines");
        Locator grid = bursar.part("audit-grid");
        assertThat(grid).containsText("Void receipt");
        assertThat(grid).containsText("Already corrected");
        assertThat(grid.locator("a", new Locator.LocatorOptions().setHasText("Student " + STUDENT)))
                .hasAttribute("href", "fees/account/" + STUDENT);
        bursar.awaitAnimations();
        bursar.picture("audit-1-receipt");

        bursar.field("filter-outcome").fill("Refused");
        bursar.field("filter-outcome").press("Enter");
        bursar.awaitText("audit-count", "1 line");
        assertThat(bursar.page()).hasURL(Pattern.compile("outcome=refused&subject=receipt-" + receipt + "$"));
        Csv file = bursar.table("audit-csv");
        assertThat(file.column("outcome")).containsExactly("refused");
        assertThat(file.column("subject")).containsExactly("receipt " + receipt);
        assertThat(file.column("reason")).containsExactly("already-corrected");
        bursar.page().reload();
        bursar.awaitText("audit-count", "1 line");
        bursar.press("audit-all");
        bursar.back();
        bursar.awaitText("audit-count", "1 line");

        grid.locator("a", new Locator.LocatorOptions().setHasText("Receipt " + receipt))
                .first()
                .click();
        bursar.awaitVisible("receipt-sheet");
        assertThat(List.of(shell.run("fees:audit-log --refused --csv --subject \"receipt " + receipt + "\"")
                        .strip()
                        .split("\n")))
                .hasSize(2);
        assertThat(shell.run("fees:verify")).contains("OK: ");
    }
}
