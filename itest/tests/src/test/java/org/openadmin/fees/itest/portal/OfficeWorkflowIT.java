package org.openadmin.fees.itest.portal;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The main task of a school office, from the fee to the invoices, as a bill clerk and a cashier. */
@ExtendWith(SharedPortal.class)
class OfficeWorkflowIT {

    private static final String FEE = "Fee for <5 km & \"x\" y > 2";
    private static final BigDecimal EACH = new BigDecimal("27.70");
    private static final String TENTH_AND_NINTH = "FROM student WHERE grade IN ('9', '10')";
    private static final String OWED =
            "FROM fees_jrl WHERE trans_type = 'chg' AND paid_id IS NULL AND student_grade IN ('9', '10')";

    private final RunningPortal portal;
    private final JournalDatabase ledger;

    @RegisterExtension
    private final Browser browser = new Browser();

    OfficeWorkflowIT(RunningPortal portal) {
        this.portal = portal;
        ledger = new JournalDatabase(portal.school());
    }

    @Test
    void aFeeIsKeptAssessedPaidReceiptedAndInvoiced() {
        // owes nothing that another test has charged
        int payer = ledger.count("SELECT MIN(studnum) FROM (SELECT MIN(studnum) AS studnum FROM fees_student"
                + " GROUP BY lastname, firstname HAVING COUNT(*) = 1 AND MIN(grade) IN ('9', '10') AND MIN(active) = 1"
                + " AND MIN(CONCAT(lastname, firstname)) REGEXP '^[A-Za-z]+$') named_like_nobody_else"
                + " WHERE studnum NOT IN (SELECT studnum FROM fees_jrl)");
        int leftOut = ledger.count("SELECT MAX(studnum) " + TENTH_AND_NINTH);
        int students = ledger.count("SELECT COUNT(*) " + TENTH_AND_NINTH);

        Screen clerk = new Screen(portal, browser.logIn(portal, PortalUser.BILLER));
        keepFee(clerk);
        assessFee(clerk, students, leftOut);
        assertThat(ledger.amount("SELECT SUM(total) FROM fees_jrl WHERE name = '" + FEE + "'"))
                .isEqualByComparingTo(EACH.multiply(BigDecimal.valueOf(students - 1L)));

        chargeMore(payer, "Band", "10.00");
        chargeMore(payer, "Camp", "20.00");
        Screen cashier = new Screen(portal, browser.logIn(portal, PortalUser.CASHIER));
        long receipt = pay(cashier, payer);
        readReceipt(cashier, receipt, payer);
        assertThat(portal.shell().run("fees:balance " + payer + " --csv")).contains(payer + ",10.00,10.00,0.00,");

        readInvoices(clerk, leftOut);
        assertThat(portal.shell().run("fees:verify")).contains("OK: ");
    }

    private void keepFee(Screen clerk) {
        clerk.open("fees/predefined");
        clerk.page().locator("#add-fee:visible, #add-first-fee:visible").click();
        clerk.type("fee-name", FEE);
        clerk.type("fee-description", "=SUM(1,2) <script>alert(1)</script>");
        clerk.type("fee-amount", "24.95");
        for (String tax : List.of("GST", "PST")) {
            clerk.page()
                    .locator("#fee-taxes vaadin-checkbox", withText(tax))
                    .locator("input")
                    .check();
        }
        clerk.awaitText("fee-preview", "24.95 + 1.25 GST + 1.50 PST = 27.70 CAD");
        clerk.picture("job-1-fee");
        clerk.press("keep-fee");
        clerk.awaitText("predefined-notice", FEE);
        clerk.press("assess-kept");
    }

    private void assessFee(Screen clerk, int students, int leftOut) {
        assertThat(clerk.field("fee-name")).hasValue(FEE);
        clerk.date("assess-date", "2026-09-08");
        clerk.press("to-students");
        clerk.awaitText("assess-fee", "27.70 CAD");
        clerk.type("audience-values", "9 10");
        // the values are checked as they are typed, which may move the button
        clerk.awaitIdle();
        clerk.press("show-students");
        clerk.awaitText("assess-total", students + " of " + students + " students");
        clerk.type("candidate-filter", String.valueOf(leftOut));
        clerk.awaitText("candidates-shown", "1 of " + students);
        clerk.setChecked("tick-" + leftOut, false);
        BigDecimal total = EACH.multiply(BigDecimal.valueOf(students - 1L));
        clerk.awaitText(
                "assess-total", (students - 1) + " of " + students + " students, " + shown(total) + " CAD in total");
        clerk.picture("job-2-whom");
        clerk.press("charge");
        clerk.awaitText("assess-done", "charged to " + (students - 1) + " students, " + shown(total) + " CAD in total");
        clerk.picture("job-3-done");
    }

    private void chargeMore(int student, String name, String amount) {
        portal.shell()
                .run("fees:assess --name " + name + " --amount " + amount
                        + " --date 2026-09-09 --group student --values " + student);
    }

    /** Pays two of three charges using only the keyboard. */
    private long pay(Screen cashier, int payer) {
        cashier.open("fees/payments");
        assertThat(cashier.field("student-search")).isFocused();
        cashier.page().keyboard().type(name(payer).toLowerCase(Locale.ROOT));
        cashier.awaitText("search-status", Pattern.compile("^\\d+ students?$"));
        cashier.page().keyboard().press("Enter");
        cashier.awaitText("student-header", "Number " + payer + " ");
        cashier.awaitText("ticked-total", "3 of 3 charges selected: 57.70 CAD");
        assertThat(cashier.field("amount")).isFocused();
        assertThat(cashier.field("amount")).hasValue("57.70");
        Locator band = cashier.field(
                "charge-" + ledger.text("SELECT id FROM fees_jrl WHERE name = 'Band' AND studnum = " + payer));
        for (int back = 0; back < 3 && !isFocused(band); back++) {
            cashier.page().keyboard().press("Shift+Tab");
        }
        assertThat(band).isFocused();
        cashier.page().keyboard().press("Space");
        cashier.awaitText("ticked-total", "2 of 3 charges selected: 47.70 CAD");
        assertThat(cashier.field("amount")).hasValue("47.70");
        cashier.picture("job-4-counter");
        while (!isFocused(cashier.field("amount"))) {
            cashier.page().keyboard().press("Tab");
        }
        cashier.page().keyboard().press("Enter");
        cashier.awaitVisible("receipt-number");
        cashier.awaitText("receipt-lines", "2 charges paid.");
        assertThat(cashier.field("student-search")).isFocused();
        cashier.picture("job-5-receipt");
        return Long.parseLong(cashier.part("receipt-number").innerText());
    }

    private void readReceipt(Screen cashier, long number, int payer) {
        assertThat(ledger.count("SELECT paid_id FROM fees_jrl WHERE trans_type = 'pay' AND studnum = " + payer))
                .isEqualTo(number);
        assertThat(cashier.pdf("print-receipt").pages()).singleElement().satisfies(page -> assertThat(page)
                .contains("Prairie View School", name(payer), FEE, "27.70", "Camp", "20.00", "47.70")
                .containsPattern("\\b" + number + "\\b")
                .doesNotContain("Band", "COPY"));
    }

    private void readInvoices(Screen clerk, int leftOut) {
        clerk.open("fees/invoices");
        clerk.date("invoice-date", LocalDate.now().toString());
        clerk.page().getByText("These students").click();
        clerk.type("audience-values", "9 10");
        clerk.press("make-invoices");
        int owing = ledger.count("SELECT COUNT(DISTINCT studnum) " + OWED);
        BigDecimal owed = ledger.amount("SELECT SUM(total) " + OWED);
        clerk.awaitText("invoices-notice", owing + " invoices on " + owing + " pages, " + shown(owed) + " CAD due");
        clerk.picture("job-6-invoices");
        List<String> pages = clerk.pdf("open-invoices").pages();
        assertThat(pages).hasSize(owing);
        assertThat(pages.stream().map(OfficeWorkflowIT::due).reduce(BigDecimal.ZERO, BigDecimal::add))
                .isEqualByComparingTo(owed);
        List<String> invoiced =
                pages.stream().map(page -> found("No\\. (\\d+) ·", page)).toList();
        assertThat(invoiced)
                .doesNotContain(String.valueOf(leftOut))
                .containsExactlyInAnyOrder(ledger.text("SELECT GROUP_CONCAT(DISTINCT studnum) " + OWED)
                        .split(","));
    }

    /** Returns the amount due of an invoice. */
    private static BigDecimal due(String page) {
        return new BigDecimal(
                found("Amount due[^0-9-]*([0-9,]+\\.[0-9]{2})", page).replace(",", ""));
    }

    private static String found(String pattern, String page) {
        var found = Pattern.compile(pattern).matcher(page);
        assertThat(found.find()).as(page).isTrue();
        return found.group(1);
    }

    private String name(int student) {
        return ledger.text("SELECT CONCAT(lastname, ', ', firstname) FROM student WHERE studnum = " + student);
    }

    private static boolean isFocused(Locator field) {
        return (boolean) field.evaluate("each => each === document.activeElement");
    }

    private static com.microsoft.playwright.Page.LocatorOptions withText(String text) {
        return new com.microsoft.playwright.Page.LocatorOptions().setHasText(text);
    }

    private static String shown(BigDecimal amount) {
        return String.format(Locale.CANADA, "%,.2f", amount);
    }
}
