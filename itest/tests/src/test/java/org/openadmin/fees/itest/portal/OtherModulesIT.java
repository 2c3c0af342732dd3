package org.openadmin.fees.itest.portal;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A module by other developers in the same portal asks whether something is due, and shows no amount. */
@ExtendWith(SharedPortal.class)
class OtherModulesIT {

    private final RunningPortal portal;

    @RegisterExtension
    private final Browser browser = new Browser();

    OtherModulesIT(RunningPortal portal) {
        this.portal = portal;
    }

    @BeforeAll
    static void deploy(RunningPortal portal) {
        portal.deployNeighbours();
    }

    @AfterAll
    static void remove(RunningPortal portal) {
        portal.removeNeighbours();
    }

    @Test
    void theGraduationCheckAsksForWhatIsDueAndShowsNoAmount() {
        List<String> students = students();
        charge("Cap and gown", "45.60", "2026-09-08 --due 2026-09-08", students.get(0));
        charge("Spring trip", "78.90", "today --due " + LocalDate.now().plusMonths(3), students.get(1));
        Screen counsellor = new Screen(portal, browser.logIn(portal, PortalUser.COUNSELLOR)).open("graduation");
        counsellor.awaitText("graduation-list", "has fees that are due");
        counsellor.awaitText("graduation-list", "may graduate");
        counsellor.picture("graduation");
        assertThat(result(counsellor, students.get(0))).hasText("has fees that are due");
        assertThat(result(counsellor, students.get(1))).hasText("may graduate");
        assertThat(counsellor.part("graduation")).not().containsText("45.60");
        assertThat(counsellor.part("graduation")).not().containsText("CAD");
        assertThat(counsellor.page().locator("vaadin-side-nav-item[path^='fees']"))
                .hasCount(0);
    }

    /** The cell beside the name of a student. */
    private Locator result(Screen counsellor, String student) {
        String name = new JournalDatabase(portal.school())
                .text("SELECT TRIM(CONCAT(lastname, ', ', firstname, ' ', initial)) FROM fees_student WHERE studnum = "
                        + student);
        return counsellor
                .page()
                .locator("xpath=//vaadin-grid-cell-content[normalize-space(.)=\"" + name
                        + "\"]/following-sibling::vaadin-grid-cell-content[1]");
    }

    /** Two students at the top of the list who owe nothing. */
    private List<String> students() {
        return List.of(new JournalDatabase(portal.school())
                .text(
                        "SELECT GROUP_CONCAT(studnum) FROM (SELECT studnum FROM fees_student s WHERE grade = '12' AND active AND studnum <> 710"
                                + " AND NOT EXISTS (SELECT 1 FROM fees_jrl j WHERE j.studnum = s.studnum)"
                                + " ORDER BY lastname, firstname LIMIT 2) two")
                .split(","));
    }

    private void charge(String name, String amount, String when, String student) {
        portal.shell()
                .run("fees:assess --name \"" + name + "\" --amount " + amount + " --date " + when
                        + " --group student --values " + student);
    }
}
