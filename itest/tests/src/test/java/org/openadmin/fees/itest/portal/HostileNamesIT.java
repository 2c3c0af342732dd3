package org.openadmin.fees.itest.portal;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * Names that a careless program would execute, truncate or reverse are displayed, searched, billed, paid, printed and
 * exported unchanged.
 */
@ExtendWith(SharedPortal.class)
class HostileNamesIT {

    private static final String GRADE = "ZX";
    private static final String FEE = "=HYPERLINK(\"http://x.example\",\"<b>Frais</b>\") d'été 😀 محمد";
    private static final String LONG = "Lang".repeat(62) + "Ende 99";

    /** @param typed the text that the office enters to find the student */
    private record Named(int number, String last, String first, String typed) {

        String shown() {
            return last + ", " + first;
        }

        String spoken() {
            return first + " " + last;
        }
    }

    private static final List<Named> STUDENTS = List.of(
            new Named(9501, "O'Brien-\"Quote\" \\%_", "Ann-`Lou`", "O'Brien-\"Quote"),
            new Named(9502, "<b>Bold</b>", "<script>alert(1)</script>", "<b>bold"),
            new Named(9503, "=HYPERLINK(\"http://x.example\",\"pay\")", "+1-2", "=HYPERLINK("),
            new Named(9504, "بطوطة", "محمد", "بطو"),
            new Named(9505, "Smile 😀👩‍👩‍👧", "🎓", "Smile 😀"),
            new Named(9506, LONG, "Ä".repeat(255), LONG.substring(0, 40)));

    private final RunningPortal portal;
    private final JournalDatabase ledger;

    @RegisterExtension
    private final Browser browser = new Browser();

    private final List<String> alerts = new ArrayList<>();

    HostileNamesIT(RunningPortal portal) {
        this.portal = portal;
        ledger = new JournalDatabase(portal.school());
    }

    @BeforeAll
    static void enrol(RunningPortal portal) throws SQLException {
        for (String table : List.of("student", "studentwd")) {
            portal.school()
                    .execute("ALTER TABLE " + table + " MODIFY lastname VARCHAR(255), MODIFY firstname VARCHAR(255)");
        }
        try (var connection = portal.school().connect();
                var insert = connection.prepareStatement(
                        "INSERT INTO student (studnum, lastname, firstname, grade, homeroom) VALUES (?, ?, ?, ?, 'ZXA')")) {
            for (Named each : STUDENTS) {
                insert.setInt(1, each.number());
                insert.setString(2, each.last());
                insert.setString(3, each.first());
                insert.setString(4, GRADE);
                insert.execute();
            }
        }
    }

    @Test
    void namesAreNothingButText() {
        assertThat(LONG).hasSize(255);
        Screen clerk = clerk();
        bill(clerk, FEE);
        bill(clerk, "F".repeat(255));
        assertThat(ledger.count("SELECT COUNT(*) FROM fees_jrl WHERE studnum BETWEEN 9501 AND 9506"))
                .isEqualTo(12);
        lists(clerk);
        STUDENTS.forEach(each -> pay(clerk, each));
        STUDENTS.forEach(each -> look(clerk, each));
        assertThat(alerts).isEmpty();
        assertThat(portal.shell().run("fees:verify")).contains("OK: ");
    }

    private void bill(Screen clerk, String fee) {
        clerk.open("fees/assess");
        clerk.type("fee-name", fee);
        clerk.type("fee-amount", "10.00");
        clerk.date("assess-date", "2026-03-10");
        clerk.press("to-students");
        clerk.awaitText("assess-fee", fee);
        clerk.type("audience-values", GRADE);
        clerk.press("show-students");
        clerk.awaitText("assess-total", "6 of 6 students");
        clerk.type("candidate-filter", "<b>bold");
        clerk.awaitText("candidates-shown", "1 of 6");
        clerk.type("candidate-filter", "");
        clerk.awaitText("candidates-shown", "6 of 6");
        clerk.picture("hostile-assess-" + fee.length());
        clerk.press("charge");
        clerk.awaitText("assess-done", fee);
        clerk.awaitText("assess-done", "charged to 6 students");
        harmless(clerk);
    }

    private void lists(Screen clerk) {
        int batch = ledger.count("SELECT MIN(batch_id) FROM fees_jrl WHERE studnum = 9501");
        clerk.open("fees/journal/batch=" + batch);
        for (Named each : STUDENTS) {
            clerk.awaitText("journal-grid", each.shown());
        }
        clerk.awaitText("journal-grid", FEE);
        clerk.picture("hostile-journal");
        harmless(clerk);
        List<String> lines = clerk.csv("journal-csv");
        assertThat(lines).hasSize(7);
        assertThat(lines.get(1)).contains("\"'" + FEE.replace("\"", "\"\"") + "\"");
        assertThat(lines)
                .anyMatch(line -> line.contains("\"'=HYPERLINK(\"\"http://x.example\"\",\"\"pay\"\"), +1-2\""));

        clerk.open("fees/overview");
        clerk.page().locator("a[href^='fees/overview/']").first().click();
        clerk.type("receivables-filter", "<b>bold");
        clerk.awaitText("receivables-count", Pattern.compile("^1 of "));
        clerk.awaitText("receivables-grid", STUDENTS.get(1).shown());
        clerk.type("receivables-filter", GRADE + "A");
        clerk.awaitText("receivables-count", "6 of ");
        clerk.picture("hostile-receivables");
        harmless(clerk);
    }

    private void pay(Screen clerk, Named student) {
        clerk.open("fees/payments");
        clerk.type("student-search", student.typed());
        clerk.awaitText("search-status", "1 student");
        clerk.field("student-search").press("Enter");
        clerk.awaitText("student-name", student.shown());
        clerk.awaitText("ticked-total", "2 of 2 charges selected: 20.00 CAD");
        clerk.picture("hostile-counter-" + student.number());
        harmless(clerk);
        clerk.press("accept");
        clerk.awaitText("receipt-notice", "20.00 CAD received from ");
        clerk.awaitText("receipt-notice", student.spoken());
        clerk.picture("hostile-receipt-" + student.number());
        List<String> pages = clerk.pdf("print-receipt").pages();
        assertThat(pages).isNotEmpty();
        String text = String.join("", pages).replaceAll("\\s+", "");
        assertThat(text).contains("20.00", String.valueOf(student.number()), "HYPERLINK(\"http://x.example\"");
        if (student.number() != 9504 && student.number() != 9505) {
            assertThat(text).contains(student.last().replaceAll("\\s+", ""));
        }
        int receipt = Integer.parseInt(clerk.part("receipt-number").innerText());
        clerk.open("fees/receipts/" + receipt);
        clerk.awaitText("receipt-account", student.shown());
        clerk.awaitText("receipt-grid", student.shown());
        clerk.picture("hostile-receipts-" + student.number());
        harmless(clerk);
    }

    private void look(Screen clerk, Named student) {
        clerk.open("fees/account/" + student.number());
        clerk.awaitText("student-name", student.shown());
        assertThat(clerk.page().title()).contains(student.spoken());
        clerk.page().getByText("All transactions (3)").click();
        clerk.awaitText("history-lines", FEE);
        clerk.picture("hostile-account-" + student.number());
        harmless(clerk);
        assertThat(clerk.pdf("history-pdf").pages()).isNotEmpty();
        List<String> lines = clerk.csv("history-csv");
        assertThat(lines).hasSize(4);
        assertThat(lines.get(1)).contains("\"'=HYPERLINK(");
        if (student.last().startsWith("=")) {
            assertThat(lines.get(1)).startsWith(student.number() + ",\"'=HYPERLINK(");
        }
    }

    /** Checks that no part of a name was interpreted as markup, and that the page is not wider than the window. */
    private void harmless(Screen clerk) {
        Page page = clerk.page();
        assertThat(page.getByText("Frais", new Page.GetByTextOptions().setExact(true)))
                .hasCount(0);
        assertThat(page.getByText("Bold", new Page.GetByTextOptions().setExact(true)))
                .hasCount(0);
        assertThat((int) page.evaluate("document.documentElement.scrollWidth - window.innerWidth"))
                .as(page.url())
                .isLessThanOrEqualTo(0);
    }

    private Screen clerk() {
        Page page = browser.logIn(portal, PortalUser.CLERK);
        page.onDialog(dialog -> {
            alerts.add(dialog.message());
            dialog.dismiss();
        });
        return new Screen(portal, page);
    }
}
