package org.openadmin.fees.itest.portal;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.math.BigDecimal;
import java.util.Locale;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * The year of a bill clerk: predefined fees are added, searched, copied and deleted; fees are charged, and undone after
 * a mistake.
 */
@ExtendWith(SharedPortal.class)
class BillingIT {

    private final RunningPortal portal;
    private final JournalDatabase ledger;

    @RegisterExtension
    private final Browser browser = new Browser();

    BillingIT(RunningPortal portal) {
        this.portal = portal;
        ledger = new JournalDatabase(portal.school());
    }

    @Test
    void aFeeIsKeptWithAllThatBelongsToItAndAProfileOverridesItsGroup() {
        Screen clerk = clerk();
        clerk.open("fees/predefined");
        clerk.page().locator("#add-fee:visible, #add-first-fee:visible").click();
        clerk.press("keep-fee");
        clerk.awaitError("fee-name", "Enter a name");
        clerk.awaitError("fee-amount", "Enter an amount");
        clerk.awaitText("fee-notice", "Fix this first");
        clerk.picture("billing-1-empty");
        clerk.type("fee-name", "Grad gown");
        clerk.type("fee-description", "Rent of the gown & \"mortarboard\"");
        clerk.type("fee-amount", "120.00");
        clerk.type("fee-discount", "101%");
        clerk.press("keep-fee");
        clerk.awaitError("fee-discount", "between 0 and 100");
        clerk.type("fee-discount", "12.5%");
        clerk.page()
                .locator("#fee-taxes vaadin-checkbox", withText("GST"))
                .locator("input")
                .check();
        clerk.awaitText("fee-preview", "120.00 − 15.00 discount + 5.25 GST = 110.25 CAD");

        wrongValuesAreNamedWhileOneTypes(clerk);

        clerk.choose("audience-profile", "seniors");
        clerk.awaitText("audience-profile", "Replaces the group: Grade 11 12.");
        assertThat(clerk.field("audience-values")).isDisabled();
        clerk.picture("billing-2-profile");
        clerk.press("keep-fee");
        clerk.awaitText("predefined-notice", "“Grad gown” (120.00) saved.");
        assertThat(
                        ledger.text(
                                "SELECT CONCAT_WS('|', description, amount, discount, tax1_flag,"
                                        + " COALESCE(tax2_flag, 'N') IN ('', 'N', '0'), profile) FROM fees_predefined WHERE name = 'Grad gown'"))
                .isEqualTo("Rent of the gown & \"mortarboard\"|120.00|12.5000|Y|1|seniors");
    }

    /** Errors are reported while the cursor is still in the field. */
    private static void wrongValuesAreNamedWhileOneTypes(Screen clerk) {
        Locator values = clerk.field("audience-values");
        values.click();
        values.pressSequentially("6 77");
        clerk.awaitError("audience-values", "No student is in grade 77");
        assertThat(values).isFocused();
        values.fill("");
        values.pressSequentially("6 1");
        assertThat(clerk.page().locator("#audience-values[invalid]")).hasCount(0);
        clerk.choose("audience-kind", "Homeroom");
        values.fill("7Z ");
        clerk.awaitError("audience-values", "No student is in homeroom 7Z");
        clerk.choose("audience-kind", "Course section");
        values.fill("POTIONS9-1 ");
        clerk.awaitError("audience-values", "No student is enrolled in POTIONS9-1");
        clerk.choose("audience-kind", "Student number");
        values.fill("405 99999 ");
        clerk.awaitError("audience-values", "There is no student with the number 99999");
    }

    @Test
    void aFeeIsFoundViewedAndCopiedAndDeletedOnlyWhileNobodyHadIt() {
        String fee = kept("--name \"Lézard terrarium\" --amount 30.00 --taxes GST,PST --group grade --values 7");
        Screen clerk = clerk();
        clerk.open("fees/predefined");
        clerk.awaitVisible("fee-grid");
        clerk.type("fee-filter", "no such fee");
        clerk.awaitText("fee-count", Pattern.compile("^0 of \\d+$"));
        clerk.picture("billing-3-nothing-found");
        clerk.type("fee-filter", "LEZARD");
        clerk.awaitText("fee-count", Pattern.compile("^1 of \\d+$"));
        press(clerk, "view-" + fee);
        clerk.awaitText("sheet-price", "30.00 + 1.50 GST + 1.80 PST = 33.30 CAD");
        clerk.awaitText("sheet-audience", "Grade 7");
        clerk.awaitText("sheet-charged", "never");
        clerk.page().reload();
        clerk.awaitText("sheet-price", "33.30 CAD");
        clerk.picture("billing-4-sheet");

        clerk.press("sheet-copy");
        assertThat(clerk.field("fee-name")).hasValue("Lézard terrarium");
        assertThat(clerk.field("fee-amount")).hasValue("30.00");
        assertThat(clerk.field("audience-values")).hasValue("7");
        clerk.type("fee-name", "Lézard food");
        clerk.type("fee-amount", "31.00");
        clerk.part("keep-fee").dblclick();
        clerk.awaitText("predefined-notice", "“Lézard food” (31.00) saved.");
        assertThat(namesLike("Lézard%")).isEqualTo("Lézard food|Lézard terrarium");

        String copy = ledger.text("SELECT id FROM fees_predefined WHERE name = 'Lézard food'");
        press(clerk, "delete-" + copy);
        clerk.awaitText("predefined-notice", "“Lézard food” deleted.");
        assertThat(namesLike("Lézard%")).isEqualTo("Lézard terrarium");

        portal.shell().run("fees:assess --predefined " + fee + " --date 2026-09-01 --group student --values 406");
        // the page still shows that it is unused
        press(clerk, "delete-" + fee);
        clerk.awaitText("predefined-notice", "1 student has been charged");
        clerk.picture("billing-5-stays");
        press(clerk, "delete-" + fee);
        clerk.awaitText("predefined-notice", "1 student has been charged");
        assertThat(namesLike("Lézard%")).isEqualTo("Lézard terrarium");
    }

    @Test
    void anAssessmentIsChargedOnceAndUndoneToTheCent() {
        String seventh = "FROM student WHERE grade = '7'";
        int students = ledger.count("SELECT COUNT(*) " + seventh);
        String room = ledger.text("SELECT MIN(homeroom) " + seventh);
        int hasIt = ledger.count("SELECT MIN(studnum) " + seventh + " AND homeroom = '" + room + "'");
        int inRoom = ledger.count("SELECT COUNT(*) " + seventh + " AND homeroom = '" + room + "'");
        String fee = kept("--name \"Lab kit\" --amount 24.95 --taxes GST,PST --group grade --values 7");
        portal.shell().run("fees:assess --predefined " + fee + " --date 2026-09-08 --group student --values " + hasIt);
        BigDecimal before = ledger.amount("SELECT SUM(total) FROM fees_jrl");

        Screen clerk = clerk();
        clerk.open("fees/assess");
        clerk.selectOption("assess-source", "Use predefined");
        clerk.press("to-students");
        clerk.awaitError("assess-predefined", "Choose a predefined fee");
        clerk.field("assess-predefined").pressSequentially("lab k");
        clerk.page()
                .locator("vaadin-combo-box-item:visible", withText("Lab kit"))
                .waitFor();
        clerk.field("assess-predefined").press("Enter");
        clerk.field("assess-predefined").press("Tab");
        assertThat(clerk.field("fee-amount")).hasValue("24.95");
        clerk.date("assess-date", "2026-02-30");
        clerk.press("to-students");
        clerk.awaitError("assess-date", "That date does not exist");
        clerk.date("assess-date", "2026-09-08");
        clerk.press("to-students");
        tickWhom(clerk, students, inRoom, room, hasIt);
        clerk.type("candidate-filter", String.valueOf(hasIt));
        clerk.setChecked("tick-" + hasIt, true);
        clerk.awaitText("assess-total", students + " of " + students + " students");
        clerk.page().reload();
        clerk.awaitText("assess-total", students + " of " + students + " students");
        clerk.awaitText("assess-again", "1 of those selected already has it");
        clerk.setChecked("assess-again-all", false);
        clerk.awaitText("assess-total", (students - 1) + " of " + students + " students");
        int charged = students - 1;
        String total = shown(new BigDecimal("27.70").multiply(BigDecimal.valueOf(charged)));
        clerk.part("charge").dblclick();
        clerk.awaitText("assess-done", "Lab kit charged to " + charged + " students, " + total + " CAD in total.");
        clerk.awaitText("assess-left-out", "1 student already had it and was skipped");
        int batch = ledger.count("SELECT MAX(batch_id) FROM fees_jrl WHERE name = 'Lab kit'");
        clerk.awaitText("assess-batch", "Batch " + batch + ", dated");
        clerk.picture("billing-7-done");
        assertThat(clerk.page()).hasURL(Pattern.compile(".*/fees/assess/batch=" + batch + "$"));
        clerk.page().reload();
        clerk.awaitText("assess-done", "Lab kit charged to " + charged + " students, " + total + " CAD in total.");
        clerk.awaitVisible("charged-invoices");
        assertThat(ledger.count("SELECT COUNT(*) FROM fees_jrl WHERE name = 'Lab kit'"))
                .isEqualTo(students);
        assertThat(ledger.text("SELECT CONCAT(COUNT(*), ' ', SUM(total)) FROM fees_jrl WHERE batch_id = " + batch))
                .isEqualTo(charged + " " + total.replace(",", ""));

        undo(clerk, batch, charged, total);
        assertThat(ledger.amount("SELECT SUM(total) FROM fees_jrl")).isEqualByComparingTo(before);
        assertThat(ledger.count("SELECT COUNT(*) FROM fees_jrl WHERE paid_id IS NULL AND batch_id = " + batch))
                .isZero();
        assertThat(portal.shell().run("fees:balance " + hasIt + " --csv")).contains("27.70");
        assertThat(portal.shell().run("fees:verify")).contains("OK: ");
    }

    private static void tickWhom(Screen clerk, int students, int inRoom, String room, int hasIt) {
        clerk.awaitText("assess-total", (students - 1) + " of " + students + " students");
        clerk.type("candidate-filter", String.valueOf(hasIt));
        clerk.awaitText("candidates-shown", "1 of " + students);
        clerk.awaitText("candidate-grid", "already has it");
        assertThat(clerk.field("tick-" + hasIt)).not().isChecked();
        clerk.selectOption("assess-checked", "No one selected");
        clerk.awaitText("assess-total", "0 of " + students + " students, 0.00 CAD");
        assertThat(clerk.part("charge")).isDisabled();
        clerk.type("candidate-filter", room.toLowerCase(Locale.ROOT));
        clerk.awaitText("candidates-shown", inRoom + " of " + students);
        clerk.press("tick-shown");
        clerk.awaitText("assess-total", (inRoom - 1) + " of " + students + " students");
        assertThat(clerk.part("charge")).hasText("Charge " + (inRoom - 1) + " students");
        clerk.picture("billing-6-whom");
        clerk.type("candidate-filter", String.valueOf(hasIt));
        clerk.awaitText("candidates-shown", "1 of " + students);
        clerk.setChecked("tick-" + hasIt, true);
        clerk.awaitText("assess-again", "1 of those selected already has it");
        clerk.setChecked("tick-" + hasIt, false);
        clerk.selectOption("assess-checked", "Everyone selected");
        clerk.type("candidate-filter", "");
        clerk.awaitText("assess-total", (students - 1) + " of " + students + " students");
    }

    private void undo(Screen clerk, int batch, int charged, String total) {
        int rows = ledger.rows();
        clerk.press("undo-assessment");
        clerk.awaitText("correction-question", charged + " charges will be reversed, " + total + " in total.");
        clerk.picture("billing-8-undo");
        clerk.press("correction-leave");
        clerk.awaitHidden("correction-question");
        assertThat(ledger.rows()).isEqualTo(rows);

        clerk.press("undo-assessment");
        clerk.awaitText("correction-question", charged + " charges will be reversed");
        clerk.type("correction-reason", "Wrong grade");
        clerk.date("correction-date", "2026-09-07");
        clerk.press("correction-apply");
        clerk.awaitError("correction-date", "cannot be dated before");
        clerk.longAgo("correction-date", "2026-09-09");
        clerk.awaitText("correction-question", charged + " charges will be reversed");
        clerk.part("correction-apply").dblclick();
        clerk.awaitText("assess-done", "Batch " + batch + " undone: " + charged + " charges reversed, " + total);
        clerk.awaitHidden("undo-assessment");
        clerk.awaitHidden("charged-invoices");
        clerk.picture("billing-9-undone");
        assertThat(ledger.rows()).isEqualTo(rows + charged);
        assertThat(ledger.text("SELECT CONCAT_WS('|', COUNT(*), SUM(total), MIN(trans_date), MAX(trans_date))"
                        + " FROM fees_jrl WHERE trans_type = 'rev' AND description LIKE '%Wrong grade%'"))
                .isEqualTo(charged + "|-" + total.replace(",", "") + "|2026-09-09|2026-09-09");
    }

    @Test
    void aClerkWhoWorksInFrenchTypesAndReadsIt() {
        Screen clerk = new Screen(portal, browser.logIn(portal, PortalUser.BILLER, ColorScheme.DARK, "fr-CA"));
        clerk.open("fees/assess");
        clerk.type("fee-name", "Sortie au musée");
        clerk.type("fee-amount", "1 250,505");
        clerk.press("to-students");
        clerk.awaitError("fee-amount", "décimales");
        clerk.type("fee-amount", "1 250,50");
        clerk.page()
                .locator("#fee-taxes vaadin-checkbox", withText("TPS"))
                .locator("input")
                .check();
        clerk.awaitText("fee-preview", Pattern.compile("1\\s250,50 \\+ 62,53 TPS = 1\\s313,03 CAD"));
        clerk.date("assess-date", "2026-09-08");
        clerk.press("to-students");
        clerk.choose("audience-kind", "Numéro");
        clerk.type("audience-values", "407 99999 ");
        clerk.awaitError("audience-values", "99999");
        clerk.picture("billing-fr-1");
        clerk.type("audience-values", "407 408");
        clerk.press("show-students");
        clerk.awaitText("assess-total", Pattern.compile("2 sur 2 élèves, 2\\s626,06 CAD en tout"));
        clerk.press("charge");
        clerk.awaitText("assess-done", "imputés à 2 élèves");
        clerk.press("undo-assessment");
        clerk.awaitText("correction-question", Pattern.compile("2 postes seront annulés, 2\\s626,06 en tout"));
        clerk.picture("billing-fr-2");
        clerk.press("correction-apply");
        clerk.awaitText("assess-done", "2 postes");
        assertThat(ledger.amount("SELECT SUM(total) FROM fees_jrl WHERE name = 'Sortie au musée'"))
                .isZero();
    }

    private Screen clerk() {
        return new Screen(portal, browser.logIn(portal, PortalUser.BILLER));
    }

    /** Adds a predefined fee and returns its number. */
    private String kept(String options) {
        return portal.shell()
                .run("fees:predefined-add " + options)
                .replace("Predefined fee ", "")
                .strip();
    }

    private String namesLike(String pattern) {
        return ledger.text(
                "SELECT GROUP_CONCAT(name ORDER BY name SEPARATOR '|') FROM fees_predefined WHERE name LIKE '" + pattern
                        + "'");
    }

    /** Presses the button of a fee; the grid also has hidden copies of its cells. */
    private static void press(Screen clerk, String id) {
        clerk.page().locator("#" + id + ":visible").click();
    }

    private static Page.LocatorOptions withText(String text) {
        return new Page.LocatorOptions().setHasText(text);
    }

    private static String shown(BigDecimal amount) {
        return String.format(Locale.CANADA, "%,.2f", amount);
    }
}
