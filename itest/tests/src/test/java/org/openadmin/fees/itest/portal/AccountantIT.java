package org.openadmin.fees.itest.portal;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.options.ColorScheme;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * The work of the person who sends the month to the accountant and follows up on receivables: each figure equals the
 * journal's to the cent.
 */
@ExtendWith(SharedPortal.class)
class AccountantIT {

    /** A month that no other test uses. */
    private static final String WORKBOOK = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    private static final String MAY = "2021-05";

    private static final String IN_MAY = "FROM fees_jrl WHERE trans_date BETWEEN '2021-05-01' AND '2021-05-31'";
    private static final String OWED = "FROM fees_jrl WHERE trans_type = 'chg' AND paid_id IS NULL AND studnum <> 0";
    private static final String OLD = OWED + " AND (COALESCE(due_date, trans_date) < CURDATE() - INTERVAL 90 DAY"
            + " OR COALESCE(due_date, trans_date) IS NULL)";

    private final RunningPortal portal;
    private final JournalDatabase ledger;

    @RegisterExtension
    private final Browser browser = new Browser();

    AccountantIT(RunningPortal portal) {
        this.portal = portal;
        ledger = new JournalDatabase(portal.school());
    }

    @BeforeAll
    static void aMonthOfWork(RunningPortal portal) {
        PortalConsole shell = portal.shell();
        shell.run("fees:assess --yes --name \"=Trip, \\\"far\\\"\" --amount 1200.00 --taxes GST,PST --date 2021-05-01"
                + " --group student --values \"440 441 442\"");
        shell.run("fees:assess --yes --name \"Bus pass\" --amount 33.33 --taxes GST --date 2021-05-31"
                + " --group student --values \"441 443\"");
        shell.run("fees:pay 440 --amount 1332.00 --charges all --yes --date 2021-05-10 --method card");
        shell.run("fees:pay 441 --amount 1400.00 --charges all --yes --date 2021-05-31 --method cheque");
        String receipt = shell.run("fees:pay 442 --amount 50.00 --yes --date 2021-05-12");
        shell.run("fees:void " + receipt.lines().findFirst().orElseThrow().replace("Receipt ", "")
                + " --yes --date 2021-05-20 --reason bounced");
        // just before and just after the month
        shell.run("fees:assess --yes --name Before --amount 7.00 --date 2021-04-30 --group student --values 444");
        shell.run("fees:assess --yes --name Behind --amount 9.00 --date 2021-06-01 --group student --values 444");
    }

    @Test
    void theLikelyMonthIsProposedAndAnotherIsTyped() {
        Screen viewer = screen(PortalUser.VIEWER);
        viewer.open("fees/export");
        LocalDate today = LocalDate.now();
        YearMonth likely = YearMonth.from(today.getDayOfMonth() <= 15 ? today.minusMonths(1) : today);
        assertThat(viewer.field("month")).hasValue(likely.toString());
        assertThat(viewer.field("month")).isFocused();

        month(viewer, "2021-5");
        assertThat(viewer.page()).hasURL(Pattern.compile("fees/export/2021-05$"));
        assertThat(viewer.field("month")).hasValue(MAY);
        assertMay(viewer);
        viewer.picture("accountant-1-may");
        for (List<String> each : List.of(
                List.of("2021-13", "That month does not exist"),
                List.of("May", "That month does not exist"),
                List.of("2021-05-01", "That month does not exist"),
                List.of("", "Enter a month"))) {
            month(viewer, each.get(0));
            viewer.awaitError("month", each.get(1));
            assertThat(viewer.field("month")).hasValue(each.get(0));
            viewer.awaitHidden("month-figures");
            viewer.awaitHidden("save-summary");
        }
        viewer.picture("accountant-2-wrong");
        month(viewer, "1999-01");
        viewer.awaitText("month-empty", "so there is nothing to export");
        month(viewer, MAY);
        assertMay(viewer);
        viewer.field("month").press("ArrowDown");
        viewer.awaitText("month-heading", "April 2021");
        viewer.awaitText("month-total", of("2021-04"));
        viewer.back();
        viewer.awaitText("month-heading", "May 2021");
        assertMay(viewer);
        viewer.page().reload();
        assertMay(viewer);
        viewer.press("month-after");
        viewer.awaitText("month-total", of("2021-06"));
        viewer.open("fees/export/2021-99");
        viewer.awaitError("month", "That month does not exist");
    }

    @Test
    void theFilesCloseWithTheSumOfTheJournal() throws IOException {
        BigDecimal total = ledger.amount("SELECT SUM(total) " + IN_MAY);
        int rows = ledger.count("SELECT COUNT(*) " + IN_MAY);
        Screen bursar = screen(PortalUser.BURSAR);
        bursar.open("fees/export/" + MAY);
        assertMay(bursar);
        bursar.picture("accountant-3-bursar");

        Csv summary = bursar.table("save-summary");
        int lines = summary.rows().size() - 1;
        assertThat(summary.header())
                .containsExactly("month", "kind", "name", "account", "count", "subtotal", "GST", "PST", "total");
        assertThat(summary.column("month")).containsOnly(MAY);
        assertThat(summary.column("name"))
                .contains("'=Trip, \"far\"", "Bus pass", "card", "cheque")
                .noneMatch(name -> name.startsWith("="));
        assertThat(summary.at(summary.last(), "kind")).isEqualTo("total");
        assertThat(new BigDecimal(summary.at(summary.last(), "total"))).isEqualByComparingTo(total);
        assertThat(summary.sum("total", lines)).isEqualByComparingTo(total);
        assertThat(summary.sum("count", lines)).isEqualByComparingTo(BigDecimal.valueOf(rows));
        assertThat(summary.sum("GST", lines)).isEqualByComparingTo(ledger.amount("SELECT SUM(tax1) " + IN_MAY));

        Csv detail = bursar.table("save-transactions");
        assertThat(detail.rows()).hasSize(rows + 1);
        assertThat(detail.column("number").subList(0, rows))
                .containsExactly(ledger.text("SELECT GROUP_CONCAT(id ORDER BY trans_date, id) " + IN_MAY)
                        .split(","));
        assertThat(new BigDecimal(detail.at(detail.last(), "total"))).isEqualByComparingTo(total);
        assertThat(detail.sum("total", rows)).isEqualByComparingTo(total);
        assertThat(bursar.pdf("print-summary").pages().get(0))
                .contains("May 2021", "Bus pass", shown(total).replace('−', '–'));

        assertThat(exported("", total)).isEqualTo(bursar.content("save-summary", "text/csv"));
        assertThat(exported(" --detail", total)).isEqualTo(bursar.content("save-transactions", "text/csv"));
    }

    @Test
    void theWorkbookHasTheSameFiguresAsNumbers() throws IOException {
        BigDecimal total = ledger.amount("SELECT SUM(total) " + IN_MAY);
        Screen bursar = screen(PortalUser.BURSAR);
        bursar.open("fees/export/" + MAY);
        assertMay(bursar);

        String sheet = sheet(bursar.content("save-summary-xlsx", WORKBOOK));
        assertThat(sheet)
                .contains("<v>" + total + "</v>", "<t>=Trip, &quot;far&quot;</t>")
                .doesNotContain("<f>");
        assertThat(sheet(bursar.content("save-transactions-xlsx", WORKBOOK))).contains("<v>" + total + "</v>");
    }

    private static String sheet(byte[] workbook) throws IOException {
        Path file = Files.write(Files.createTempFile("month", ".xlsx"), workbook);
        try (ZipFile zip = new ZipFile(file.toFile());
                InputStream sheet = zip.getInputStream(zip.getEntry("xl/worksheets/sheet1.xml"))) {
            return new String(sheet.readAllBytes(), StandardCharsets.UTF_8);
        } finally {
            Files.delete(file);
        }
    }

    /** Returns the file that the shell exports for the same month. */
    private byte[] exported(String option, BigDecimal total) throws IOException {
        String name = "may" + option.strip() + ".csv";
        assertThat(portal.shell().run("fees:export " + MAY + " --replace --out " + name + option))
                .contains("total " + total);
        return Files.readAllBytes(portal.exported(name));
    }

    @Test
    void theOverviewIsTheJournalsAndLeadsToWhoOwes() {
        Screen bursar = screen(PortalUser.BURSAR);
        bursar.open("fees/overview");
        BigDecimal owed = ledger.amount("SELECT SUM(total) " + OWED);
        BigDecimal balance = ledger.amount("SELECT SUM(total) FROM fees_jrl WHERE studnum <> 0");
        bursar.awaitText("figure-outstanding", exactly(owed));
        bursar.awaitText("figure-balance", exactly(balance));
        bursar.awaitText("figure-credit", exactly(owed.subtract(balance)));
        bursar.awaitText(
                "figure-received-today",
                exactly(ledger.amount("SELECT COALESCE(-SUM(total), 0.00) FROM fees_jrl"
                        + " WHERE trans_type IN ('pay', 'roa', 'void', 'refund') AND trans_date = CURDATE()")));
        bursar.awaitText(
                "figure-received-month",
                exactly(ledger.amount("SELECT COALESCE(-SUM(total), 0.00) FROM fees_jrl"
                        + " WHERE trans_type IN ('pay', 'roa', 'void', 'refund')"
                        + " AND EXTRACT(YEAR_MONTH FROM trans_date) = EXTRACT(YEAR_MONTH FROM CURDATE())")));
        int students = ledger.count("SELECT COUNT(DISTINCT studnum) " + OLD);
        String old = shown(ledger.amount("SELECT SUM(total) " + OLD));
        bursar.awaitText("age-over-90", students + " students");
        bursar.awaitText("age-over-90", old);
        bursar.picture("accountant-4-overview");

        bursar.press("age-over-90");
        assertThat(bursar.page()).hasURL(Pattern.compile("fees/overview/over-90$"));
        bursar.awaitText(
                "receivables-count", students + " of " + students + " students, " + old + " CAD in this range");
        bursar.picture("accountant-5-behind");
        bursar.back();
        bursar.awaitText("figure-outstanding", exactly(owed));
        bursar.forward();
        bursar.type("receivables-filter", "443");
        bursar.awaitText("receivables-count", "1 of " + students + " students, 35.00 CAD in this range");
        bursar.page().locator("#account-of-443:visible").click();
        assertThat(bursar.page()).hasURL(Pattern.compile("fees/account/443$"));
        bursar.awaitText("student-header", "Number 443 ");
        bursar.awaitText("account-due", "35.00");
        bursar.back();
        bursar.awaitText("receivables-count", students + " of " + students);
        assertThat(bursar.table("save-receivables").rows()).hasSize(students);
        bursar.type("receivables-filter", "443");
        bursar.awaitText("receivables-count", Pattern.compile("^1 of "));
        assertThat(bursar.table("save-receivables").column("student")).containsExactly("443");
        bursar.press("list-all");
        bursar.awaitVisible("receivables-ledger");
        Csv all = bursar.table("save-receivables");
        assertThat(all.rows()).hasSizeGreaterThanOrEqualTo(ledger.count("SELECT COUNT(DISTINCT studnum) " + OWED));
        assertThat(all.sum("balance", all.rows().size())).isEqualByComparingTo(balance);
        bursar.press("back-to-overview");
        bursar.awaitVisible("age-chart");
        bursar.open("fees/overview/over-1000");
        bursar.awaitText("overview-notice", "There is no list called “over-1000”");
        bursar.awaitVisible("age-chart");
    }

    @Test
    void thePastDayOfAnAuditorIsTheJournalsUpToThatDay() {
        Screen bursar = screen(PortalUser.BURSAR);
        bursar.open("fees/overview/as-of=2021-05-31");
        BigDecimal balance = ledger.amount("SELECT SUM(total) FROM fees_jrl WHERE studnum <> 0"
                + " AND (trans_date <= '2021-05-31' OR trans_date IS NULL)");
        bursar.awaitText("overview", "Overview as of May 31, 2021");
        bursar.awaitText("figure-balance", exactly(balance));
        bursar.awaitText("recorded-later", "were recorded after it. As known on May 31, 2021: outstanding ");
        bursar.picture("accountant-6-past-day");
        bursar.press("who-owes");
        assertThat(bursar.page()).hasURL(Pattern.compile("fees/overview/all&as-of=2021-05-31$"));
        bursar.awaitText("receivables-ledger", shown(balance));
        Csv all = bursar.table("save-receivables");
        assertThat(all.sum("balance", all.rows().size())).isEqualByComparingTo(balance);
        assertThat(all.column("date")).containsOnly("2021-05-31");
        bursar.picture("accountant-7-past-list");
        bursar.date("as-of", "2021-04-30");
        assertThat(bursar.page()).hasURL(Pattern.compile("fees/overview/all&as-of=2021-04-30$"));
        bursar.awaitText("overview", "as of Apr. 30, 2021");
        bursar.date("as-of", "2999-01-01");
        bursar.awaitError("as-of", "is after today");
        bursar.press("as-of-today");
        assertThat(bursar.page()).hasURL(Pattern.compile("fees/overview/all$"));
        bursar.awaitHidden("as-of-today");
    }

    @Test
    void aFrenchBursarReadsTheSameFigures() {
        Screen bursar = new Screen(portal, browser.logIn(portal, PortalUser.BURSAR, ColorScheme.DARK, "fr-CA"));
        bursar.open("fees/export/" + MAY);
        bursar.awaitText("month-heading", "Mai 2021");
        bursar.awaitText(
                "month-total", Pattern.compile("^" + french(ledger.amount("SELECT SUM(total) " + IN_MAY)) + "$"));
        bursar.picture("accountant-fr-1");
        bursar.open("fees/overview/over-90");
        bursar.awaitText(
                "receivables-count", Pattern.compile(french(ledger.amount("SELECT SUM(total) " + OLD)) + " CAD"));
        bursar.picture("accountant-fr-2");
    }

    private Screen screen(PortalUser user) {
        return new Screen(portal, browser.logIn(portal, user));
    }

    private static void month(Screen screen, String text) {
        screen.type("month", text);
        screen.field("month").press("Enter");
    }

    private void assertMay(Screen screen) {
        screen.awaitText("month-heading", "May 2021");
        screen.awaitText(
                "month-charged",
                exactly(ledger.amount("SELECT SUM(total) " + IN_MAY + " AND trans_type IN ('chg', 'rev', 'waive')")));
        screen.awaitText(
                "month-received",
                exactly(ledger.amount(
                        "SELECT -SUM(total) " + IN_MAY + " AND trans_type IN ('pay', 'roa', 'void', 'refund')")));
        screen.awaitText("month-total", exactly(ledger.amount("SELECT SUM(total) " + IN_MAY)));
        screen.awaitText("month-figures", ledger.count("SELECT COUNT(*) " + IN_MAY) + " rows");
    }

    /** Returns a pattern for the sum of a month's journal. */
    private Pattern of(String month) {
        return exactly(ledger.amount(
                "SELECT SUM(total) FROM fees_jrl WHERE DATE_FORMAT(trans_date, '%Y-%m') = '" + month + "'"));
    }

    private static Pattern exactly(BigDecimal amount) {
        return Pattern.compile("^" + shown(amount).replace(".", "\\.") + "$");
    }

    private static String shown(BigDecimal amount) {
        return String.format(Locale.CANADA, "%,.2f", amount).replace('-', '−');
    }

    /** Returns a pattern, because the space between thousands can be one of several characters. */
    private static String french(BigDecimal amount) {
        return shown(amount).replace(",", "\\s").replace('.', ',');
    }
}
