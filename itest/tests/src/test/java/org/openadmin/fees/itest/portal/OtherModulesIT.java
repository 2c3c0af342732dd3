package org.openadmin.fees.itest.portal;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Modules by other developers in the same portal read balances, and parents see their own children. */
@ExtendWith(SharedPortal.class)
class OtherModulesIT {

    private static final int CHILD = 220;
    private static final int SISTER = 221;
    private static final int STRANGER = 222;

    private final RunningPortal portal;

    @RegisterExtension
    private final Browser browser = new Browser();

    OtherModulesIT(RunningPortal portal) {
        this.portal = portal;
    }

    @BeforeAll
    static void deploy(RunningPortal portal) {
        portal.deployNeighbours(Map.of("family.parent", CHILD + " " + SISTER));
        portal.shell()
                .run("fees:assess --name Recorder --amount 12.34 --date 2026-09-08 --group student --values \"" + CHILD
                        + " " + STRANGER + "\"");
    }

    @AfterAll
    static void remove(RunningPortal portal) {
        portal.removeNeighbours();
    }

    @Test
    void theGraduationCheckAsksForBalances() {
        String owing = new JournalDatabase(portal.school())
                .text("SELECT studnum FROM fees_student WHERE grade = '12' AND active ORDER BY lastname LIMIT 1");
        portal.shell()
                .run("fees:assess --name \"Cap and gown\" --amount 45.60 --date 2026-09-08 --group student --values "
                        + owing);
        Screen counsellor = screen(PortalUser.COUNSELLOR).open("graduation");
        counsellor.awaitText("graduation-list", "45.60 CAD");
        counsellor.awaitText("graduation-list", "has fees to pay");
        counsellor.awaitText("graduation-list", "may graduate");
        counsellor.picture("graduation");
        assertThat(counsellor.page().locator("vaadin-side-nav-item[path^='fees']"))
                .hasCount(0);
    }

    @Test
    void parentsSeeTheirOwnChildrenAndNobodyElse() {
        long receipt = receipt(SISTER);
        long foreign = receipt(STRANGER);
        Screen parent = screen(PortalUser.PARENT).open("family");
        parent.awaitText("child-" + CHILD, "Recorder: 12.34 CAD");
        parent.awaitText("child-" + SISTER, "receipt " + receipt + ": 5.00 CAD");
        assertThat(parent.part("child-" + STRANGER)).hasCount(0);
        assertThat(parent.part("family")).not().containsText("receipt " + foreign);
        parent.picture("family");
        assertThat(parent.pdf("receipt-" + receipt).pages().get(0)).contains("COPY", String.valueOf(receipt));
        parent.open("fees/payments/" + STRANGER);
        parent.awaitVisible("access-denied");
    }

    private long receipt(int student) {
        String answer = portal.shell().run("fees:pay " + student + " --amount 5.00");
        return Long.parseLong(answer.replaceAll("\\D+", " ").strip().split(" ")[0]);
    }

    private Screen screen(PortalUser user) {
        return new Screen(portal, browser.logIn(portal, user));
    }
}
