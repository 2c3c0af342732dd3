package org.openadmin.fees.itest.portal;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Modules of other people in the same portal ask for balances. */
@ExtendWith(OpenSchool.class)
class OtherModulesTest {

    private final RunningPortal portal;
    private final Browser browser = new Browser();

    OtherModulesTest(RunningPortal portal) {
        this.portal = portal;
    }

    @BeforeAll
    static void deploy(RunningPortal portal) {
        portal.deployNeighbours(Map.of("family.parent", "220 221"));
    }

    @AfterAll
    static void remove(RunningPortal portal) {
        portal.removeNeighbours();
    }

    @AfterEach
    void closeBrowser() {
        browser.close();
    }

    @Test
    void theGraduationCheckAsksForBalances() {
        String owing = new Ledger(portal.school())
                .text("SELECT studnum FROM fees_student WHERE grade = '12' AND active ORDER BY lastname LIMIT 1");
        portal.shell()
                .run("fees:assess --name \"Cap and gown\" --amount 45.60 --date 2026-09-08 --group student --values "
                        + owing);
        Screen counsellor = screen(PortalUser.COUNSELLOR).open("graduation");
        counsellor.says("graduation-list", "45.60 CAD");
        counsellor.says("graduation-list", "has fees to pay");
        counsellor.says("graduation-list", "may graduate");
        counsellor.picture("graduation");
        assertThat(counsellor.page().locator("vaadin-side-nav-item[path^='fees']"))
                .hasCount(0);
    }

    private Screen screen(PortalUser user) {
        return new Screen(portal, browser.logIn(portal, user));
    }
}
