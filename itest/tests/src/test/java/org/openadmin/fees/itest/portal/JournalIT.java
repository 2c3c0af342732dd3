package org.openadmin.fees.itest.portal;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Page;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A search in the journal: filters, totals, and addresses that lead back to the same result. */
@ExtendWith(SharedPortal.class)
class JournalIT {

    /** A month that no other test uses. */
    private static final String MARCH = "fees/journal/from=2021-03-01&to=2021-03-31";

    private static final String IN_MARCH = "FROM fees_jrl WHERE trans_date BETWEEN '2021-03-01' AND '2021-03-31'";

    private final RunningPortal portal;
    private final JournalDatabase ledger;

    @RegisterExtension
    private final Browser browser = new Browser();

    JournalIT(RunningPortal portal) {
        this.portal = portal;
        ledger = new JournalDatabase(portal.school());
    }

    @BeforeAll
    static void aMonthOfWork(RunningPortal portal) {
        PortalConsole shell = portal.shell();
        shell.run("fees:assess --yes --name \"Ski day\" --amount 40.10 --taxes GST --date 2021-03-02"
                + " --group student --values \"453 454 455 470\"");
        shell.run(
                "fees:assess --yes --name \"Swim, \\\"deep\\\" end\" --description \"=1+1\" --amount 1200.00 --taxes GST,PST"
                        + " --date 2021-03-05 --group student --values \"454 455\"");
        shell.run(
                "fees:pay 454 --amount 1400.00 --charges all --yes --date 2021-03-09 --method cheque --reference 077");
        shell.run("fees:pay 470 --amount 5.00 --yes --date 2021-03-10");
    }

    @Test
    void whatIsFilteredIsSummedUpSortedAndFoundAgain() {
        Screen viewer = viewer();
        viewer.open("fees/journal");
        figures(viewer, "FROM fees_jrl WHERE TRUE");
        viewer.date("filter-from", "2021-02-30");
        viewer.awaitError("filter-from", "That date does not exist");
        viewer.picture("journal-1-wrong-date");
        viewer.date("filter-from", "2021-03-31");
        viewer.date("filter-to", "2021-03-01");
        viewer.awaitError("filter-to", "The last day is before the first");
        viewer.date("filter-from", "2021-03-01");
        viewer.date("filter-to", "2021-03-31");
        figures(viewer, IN_MARCH);
        viewer.picture("journal-2-march");

        kind(viewer, "Charge");
        figures(viewer, IN_MARCH + " AND trans_type = 'chg'");
        viewer.setChecked("filter-outstanding", true);
        figures(viewer, IN_MARCH + " AND trans_type = 'chg' AND paid_id IS NULL");
        viewer.field("filter-student").fill("455");
        viewer.field("filter-student").press("Enter");
        String one = IN_MARCH + " AND trans_type = 'chg' AND paid_id IS NULL AND studnum = 455";
        figures(viewer, one);
        sort(viewer, "Amount");
        lists(viewer, shown("total", one));
        sort(viewer, "Amount");
        lists(viewer, shown("total DESC", one));
        viewer.picture("journal-3-narrow");
        assertThat(viewer.page())
                .hasURL(Pattern.compile("fees/journal/student=455&kind=chg&from=2021-03-01&to=2021-03-31"
                        + "&outstanding=true&sort=-amount$"));
        viewer.page().reload();
        figures(viewer, one);
        assertThat(viewer.field("filter-outstanding")).isChecked();
        lists(viewer, shown("total DESC", one));

        viewer.back();
        assertThat(viewer.page()).hasURL(Pattern.compile("sort=amount$"));
        figures(viewer, one);
        viewer.back();
        assertThat(viewer.page()).hasURL(Pattern.compile("student=455.*outstanding=true$"));
        figures(viewer, one);
        viewer.back();
        figures(viewer, IN_MARCH + " AND trans_type = 'chg' AND paid_id IS NULL");
        viewer.back();
        figures(viewer, IN_MARCH + " AND trans_type = 'chg'");
        assertThat(viewer.field("filter-outstanding")).not().isChecked();
        viewer.press("journal-all");
        figures(viewer, "FROM fees_jrl WHERE TRUE");
    }

    @Test
    void anInvalidAddressIsNamedAndAnInvalidBatchIsRefused() {
        Screen viewer = viewer();
        viewer.open("fees/journal/from=2021-03-99&kind=chg&colour=blue");
        viewer.awaitText("journal-notice", "Ignored in the link: ");
        viewer.awaitText("journal-notice", "from=2021-03-99");
        viewer.awaitText("journal-notice", "colour=blue");
        figures(viewer, "FROM fees_jrl WHERE trans_type = 'chg'");
        viewer.picture("journal-4-wrong-address");
        viewer.open(MARCH);
        viewer.type("filter-batch", "12x");
        viewer.field("filter-batch").press("Enter");
        viewer.awaitError("filter-batch", "Enter a number, such as 12.");
        viewer.field("filter-student").fill("Nobody, Atall");
        viewer.field("filter-student").press("Enter");
        viewer.awaitError("filter-student", "No student matches “Nobody, Atall”");
        viewer.picture("journal-5-refused");
        viewer.open(MARCH + "&student=457");
        viewer.awaitText("journal-empty", "No rows match");
        figures(viewer, IN_MARCH + " AND studnum = 457");
    }

    @Test
    void theListIsSavedRowByRowWhateverItContains() {
        Screen viewer = viewer();
        viewer.open(MARCH);
        figures(viewer, IN_MARCH);
        Csv saved = viewer.table("journal-csv");
        assertThat(saved.rows()).hasSize(ledger.count("SELECT COUNT(*) " + IN_MARCH));
        assertThat(saved.sum("total", saved.rows().size()))
                .isEqualByComparingTo(ledger.amount("SELECT SUM(total) " + IN_MARCH));
        assertThat(saved.sum("GST", saved.rows().size()))
                .isEqualByComparingTo(ledger.amount("SELECT SUM(tax1) " + IN_MARCH));
        assertThat(saved.column("name")).contains("Swim, \"deep\" end");
        assertThat(saved.column("description")).contains("'=1+1").doesNotContain("=1+1");
        assertThat(saved.column("number"))
                .containsExactlyInAnyOrder(
                        ledger.text("SELECT GROUP_CONCAT(id) " + IN_MARCH).split(","));
    }

    @Test
    void aViewerUndoesNothingAndTheBillerUndoesABatchFromHere() {
        portal.shell()
                .run("fees:assess --yes --name \"Sled day\" --amount 8.00 --date 2021-02-06"
                        + " --group student --values \"430 431 432\"");
        portal.shell().run("fees:pay 431 --amount 8.00 --charges all --yes --date 2021-02-07");
        int batch = ledger.count("SELECT MAX(batch_id) FROM fees_jrl WHERE name = 'Sled day'");
        BigDecimal before = ledger.amount("SELECT SUM(total) FROM fees_jrl");
        String rows = "FROM fees_jrl WHERE batch_id = " + batch;

        Screen viewer = viewer();
        viewer.open("fees/journal/batch=" + batch);
        figures(viewer, rows);
        viewer.awaitHidden("journal-undo");

        Screen biller = new Screen(portal, browser.logIn(portal, PortalUser.BILLER));
        biller.open("fees/journal");
        figures(biller, "FROM fees_jrl WHERE TRUE");
        biller.awaitHidden("journal-undo");
        biller.type("filter-batch", String.valueOf(batch));
        biller.field("filter-batch").press("Enter");
        figures(biller, rows);
        Screen stale = new Screen(portal, browser.logIn(portal, PortalUser.BILLER));
        stale.open("fees/journal/batch=" + batch);
        stale.awaitVisible("journal-undo");
        biller.press("journal-undo");
        biller.awaitText("correction-question", "3 charges will be reversed, 24.00 in total.");
        biller.awaitText("correction-question", "The 8.00 already paid becomes credit.");
        biller.picture("journal-6-undo");
        biller.part("correction-apply").dblclick();
        biller.awaitText("journal-notice", "Batch " + batch + " undone: 3 charges reversed, 24.00 in total.");
        biller.picture("journal-7-undone");
        assertThat(ledger.amount("SELECT SUM(total) FROM fees_jrl"))
                .isEqualByComparingTo(before.subtract(new BigDecimal("24.00")));
        assertThat(portal.shell().run("fees:balance 431 --csv")).contains("431,-8.00,0.00,8.00,");

        biller.awaitHidden("journal-undo");
        stale.press("journal-undo");
        stale.awaitText("correction-notice", "Every charge of batch " + batch + " has already been reversed or waived");
        stale.picture("journal-8-undone-before");
        biller.open("fees/journal/batch=999999");
        biller.awaitText("journal-empty", "No rows match");
        biller.awaitHidden("journal-undo");
        assertThat(portal.shell().run("fees:verify")).contains("OK: ");
    }

    private Screen viewer() {
        return new Screen(portal, browser.logIn(portal, PortalUser.VIEWER));
    }

    /** Checks that the figures of the page are those of the journal. */
    private void figures(Screen screen, String rows) {
        screen.awaitText("journal-count", Pattern.compile("^" + shownCount("SELECT COUNT(*) " + rows) + "$"));
        screen.awaitText("journal-charged", sum(rows, "trans_type = 'chg'"));
        screen.awaitText("journal-received", sum(rows, "trans_type IN ('pay', 'roa')"));
        screen.awaitText("journal-corrected", sum(rows, "trans_type NOT IN ('chg', 'pay', 'roa')"));
        screen.awaitText("journal-total", sum(rows, "TRUE") + " CAD");
    }

    private String sum(String rows, String which) {
        return shown(ledger.amount("SELECT COALESCE(SUM(CASE WHEN " + which + " THEN total END), 0.00) " + rows));
    }

    private static void kind(Screen screen, String name) {
        screen.field("filter-kinds").pressSequentially(name);
        screen.page()
                .locator("vaadin-multi-select-combo-box-item:visible", new Page.LocatorOptions().setHasText(name))
                .first()
                .click();
        screen.field("filter-kinds").press("Tab");
    }

    private static void sort(Screen screen, String heading) {
        String before = screen.page().url();
        screen.page()
                .locator("#journal-grid vaadin-grid-sorter:visible", new Page.LocatorOptions().setHasText(heading))
                .click();
        screen.page().waitForURL(url -> !url.equals(before));
    }

    /** Waits until the list shows these amounts in this order. */
    private static void lists(Screen screen, List<String> amounts) {
        await().atMost(Duration.ofMinutes(1))
                .untilAsserted(() -> assertThat(amounts(screen)).containsExactlyElementsOf(amounts));
    }

    private static List<String> amounts(Screen screen) {
        Object cells = screen.part("journal-grid")
                .evaluate(
                        "grid => [...grid.shadowRoot.querySelectorAll('#items tr:not([hidden])')]"
                                + ".sort((a, b) => a.index - b.index)"
                                + ".map(row => row.lastElementChild.querySelector('slot').assignedNodes()[0]?.innerText?.trim())");
        return ((List<?>) cells).stream().map(String::valueOf).toList();
    }

    private List<String> shown(String order, String rows) {
        return Stream.of(ledger.text("SELECT GROUP_CONCAT(total ORDER BY " + order + ") " + rows)
                        .split(","))
                .map(total -> shown(new BigDecimal(total)))
                .toList();
    }

    private String shownCount(String sql) {
        return String.format(Locale.CANADA, "%,d", ledger.count(sql));
    }

    private static String shown(BigDecimal amount) {
        return String.format(Locale.CANADA, "%,.2f", amount).replace('-', '−');
    }
}
