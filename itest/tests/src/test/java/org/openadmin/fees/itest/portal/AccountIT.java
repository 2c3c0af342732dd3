package org.openadmin.fees.itest.portal;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import java.math.BigDecimal;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * The work of the office with one student's account: search, printing and corrections, also for students who have left.
 */
@ExtendWith(SharedPortal.class)
class AccountIT {

    private static final int WITHDRAWN = 507;

    private final RunningPortal portal;
    private final JournalDatabase ledger;

    @RegisterExtension
    private final Browser browser = new Browser();

    AccountIT(RunningPortal portal) {
        this.portal = portal;
        ledger = new JournalDatabase(portal.school());
    }

    @Test
    void theSearchReachesWhoHasLeftAndWhoIsForgotten() {
        portal.school()
                .execute(
                        "UPDATE student SET lastname = 'Forgottenlake', firstname = 'Ann', initial = NULL WHERE studnum = 530");
        charge(530, "Locker", "5.00", "2026-03-10");
        portal.school().execute("DELETE FROM student WHERE studnum = 530");
        portal.shell().run("fees:pay " + WITHDRAWN + " --amount 3.00");

        Screen clerk = screen(PortalUser.BILLER).open("fees/account");
        assertThat(clerk.field("student-search")).isFocused();
        clerk.page().keyboard().type("zzqx");
        clerk.awaitText("search-status", "No students found");
        clerk.type("student-search", String.valueOf(WITHDRAWN));
        clerk.awaitText("search-status", "1 student");
        clerk.field("student-search").press("Enter");
        clerk.awaitText("student-header", "Number " + WITHDRAWN);
        clerk.awaitText("student-header", "withdrawn");
        clerk.awaitText("account-credit", "3.00");
        clerk.picture("account-withdrawn");
        clerk.type("student-search", "forgottenl");
        clerk.awaitText("search-status", "1 student");
        clerk.field("student-search").press("Enter");
        clerk.awaitText("student-header", "Forgottenlake, Ann");
        clerk.awaitText("student-header", "no longer in the student records");
        clerk.awaitText("account-due", "5.00");
        clerk.picture("account-gone");

        assertThat(clerk.page()).hasURL(portal.address("fees/account/530"));
        assertThat(clerk.page()).hasTitle(Pattern.compile("Ann Forgottenlake – account.*"));
        clerk.page().reload();
        clerk.awaitText("student-header", "Forgottenlake, Ann");
        clerk.back();
        clerk.awaitText("student-header", "Number " + WITHDRAWN);
        clerk.back();
        clerk.awaitText("account", "Type a name or number and press Enter");
        assertThat(clerk.page()).hasURL(portal.address("fees/account"));
        clerk.forward();
        clerk.awaitText("student-header", "Number " + WITHDRAWN);

        clerk.open("fees/account/abc");
        clerk.awaitText("account-notice", "“abc” is neither a student number");
        clerk.open("fees/account/987654");
        clerk.awaitText("account-notice", "There is no student with the number 987654");
        clerk.picture("account-unknown");
    }

    @Test
    void aStatementOpensAndClosesAsTheJournalSays() {
        charge(531, "Winter camp", "40.00", "2026-01-15");
        charge(531, "Spring camp", "60.00", "2026-02-15");
        portal.shell().run("fees:pay 531 --amount 45.50 --yes --date 2026-02-20 --method cheque --reference 0815");
        charge(531, "Bus", "12.25", "2026-03-05");
        Screen clerk = screen(PortalUser.BILLER).open("fees/account/531");
        clerk.awaitText("account-due", "66.75");
        tab(clerk, "Statement");
        clerk.date("statement-from", "2026-02-01");
        clerk.date("statement-to", "2026-01-31");
        clerk.awaitError("statement-to", "The last day is before the first");
        clerk.date("statement-to", "2026-02-30");
        clerk.awaitError("statement-to", "That date does not exist");
        clerk.picture("statement-wrong");
        clerk.date("statement-to", "2026-02-28");
        String opening = balance("< '2026-02-01'");
        String closing = balance("<= '2026-02-28'");
        assertThat(List.of(opening, closing)).containsExactly("40.00", "54.50");
        clerk.awaitText("statement-opening", opening);
        clerk.awaitText("statement-closing", closing);
        clerk.picture("statement");

        String statement = String.join("\n", clerk.pdf("statement-pdf").pages());
        assertThat(statement)
                .contains("Opening balance", opening, "Spring camp", "45.50", "Closing balance", closing)
                .doesNotContain("Winter camp", "Bus");
        List<String> lines = clerk.csv("statement-csv");
        assertThat(lines).hasSize(5);
        assertThat(lines.get(1)).contains("opening balance").endsWith("," + opening + ",");
        assertThat(lines.get(4)).contains("closing balance").endsWith("," + closing + ",");

        tab(clerk, "All transactions (4)");
        clerk.awaitVisible("history-lines");
        clerk.picture("history");
        assertThat(String.join("\n", clerk.pdf("history-pdf").pages()))
                .contains("Winter camp", "Spring camp", "Bus", "66.75", "Payment");
        List<String> history = clerk.csv("history-csv");
        assertThat(history).hasSize(5);
        assertThat(history.get(4)).contains("," + balance("IS NOT NULL") + ",");

        tab(clerk, "Statement");
        clerk.date("statement-from", "2025-01-01");
        clerk.date("statement-to", "2025-01-31");
        clerk.awaitText("statement-none", "No transactions in this period");
    }

    @Test
    void mistakesAreMadeGoodByThoseWhoMay() {
        long locker = charge(532, "Locker", "5.00", "2026-03-10");
        long choir = charge(532, "Choir", "7.50", "2026-03-10");
        long camp = charge(532, "Camp", "20.00", "2026-03-10");
        portal.shell().run("fees:pay 532 --amount 20.00 --charges " + camp + " --yes --date 2026-03-11");

        Screen clerk = screen(PortalUser.BILLER).open("fees/account/532");
        clerk.awaitText("account-due", "12.50");
        clerk.awaitHidden("to-pay");
        clerk.awaitHidden("refund");
        pressRow(clerk, "waive-" + locker);
        clerk.awaitText("correction-question", "Waive Locker (5.00)");
        clerk.press("correction-apply");
        clerk.awaitError("correction-reason", "Enter a reason, such as Bursary");
        clerk.picture("waive-without-reason");
        assertThat(corrections("waive")).isZero();
        clerk.type("correction-reason", "Bursary");
        clerk.field("correction-reason").press("Enter");
        clerk.awaitText("account-notice", "Locker (5.00) waived for");
        clerk.awaitText("account-due", "7.50");

        pressRow(clerk, "cancel-" + choir);
        clerk.awaitText("correction-question", "This reverses Choir (7.50)");
        clerk.press("correction-leave");
        clerk.awaitText("account-due", "7.50");
        pressRow(clerk, "cancel-" + choir);
        clerk.awaitText("correction-question", "This reverses Choir (7.50)");
        clerk.part("correction-apply").dblclick();
        clerk.awaitText("account-notice", "Choir (7.50) reversed for");
        clerk.awaitText("nothing-due", "Nothing is outstanding");

        tab(clerk, "All transactions");
        pressRow(clerk, "cancel-" + camp);
        clerk.awaitText("correction-question", "The 20.00 already paid becomes credit.");
        clerk.press("correction-apply");
        clerk.awaitText("account-notice", "The 20.00 already paid becomes credit.");
        clerk.awaitText("account-credit", "20.00");
        clerk.picture("account-corrected");
        assertThat(corrections("rev")).isEqualTo(2);

        refund();
        assertThat(ledger.amount("SELECT SUM(total) FROM fees_jrl WHERE studnum = 532"))
                .isEqualByComparingTo("-8.00");
        assertThat(portal.shell().run("fees:verify")).contains("OK: ");
    }

    private void refund() {
        Screen cashier = screen(PortalUser.CASHIER).open("fees/account/532");
        cashier.press("refund");
        cashier.awaitText("correction-question", "20.00 will be refunded to");
        cashier.type("correction-reason", "Moved away");
        for (List<String> each : List.of(
                List.of("20.01", "20.01 cannot be refunded: the credit on account is 20.00"),
                List.of("0", "must be more than zero"),
                List.of("-1", "must be more than zero"),
                List.of("a lot", "is not an amount"))) {
            cashier.type("refund-amount", each.get(0));
            cashier.press("correction-apply");
            cashier.awaitError("refund-amount", each.get(1));
        }
        cashier.picture("refund-too-much");
        cashier.type("refund-amount", "12.00");
        cashier.awaitText("correction-question", "leaving 8.00 of credit on account");
        cashier.part("correction-apply").dblclick();
        cashier.awaitText("account-notice", "12.00 refunded to");
        cashier.awaitText("account-credit", "8.00");
        assertThat(corrections("refund")).isOne();
        tab(cashier, "All transactions");
        cashier.awaitVisible("history-lines");
        assertThat(cashier.page().locator("[id^=cancel-]")).hasCount(0);
    }

    @Test
    void theAccountLeadsToPaymentAndToItsInvoice() {
        charge(533, "Camp", "20.00", "2026-03-10");
        Screen clerk = screen(PortalUser.CLERK).open("fees/account/533");
        clerk.press("to-pay");
        clerk.awaitText("ticked-total", "1 of 1 charge selected: 20.00 CAD");
        assertThat(clerk.page()).hasURL(portal.address("fees/payments/533"));
        clerk.back();
        clerk.awaitVisible("account-tabs");
        invoice(clerk, 533);
    }

    @Test
    void whoHasLeftAndOwesIsInvoiced() {
        charge(534, "Camp", "20.00", "2026-03-10");
        portal.school()
                .execute(
                        "INSERT INTO studentwd SELECT 100000 + studid, " + columns()
                                + " FROM student WHERE studnum = 534",
                        "DELETE FROM student WHERE studnum = 534");
        Screen clerk = screen(PortalUser.CLERK).open("fees/account/534");
        clerk.awaitText("student-header", "withdrawn");
        invoice(clerk, 534);
        clerk.open("fees/account/534");
        clerk.press("to-pay");
        clerk.awaitText("ticked-total", "1 of 1 charge selected: 20.00 CAD");
    }

    private void invoice(Screen clerk, int student) {
        clerk.press("to-invoice");
        clerk.awaitVisible("invoices");
        clerk.press("make-invoices");
        clerk.awaitText("invoices-notice", "1 invoice on 1 page, 20.00 CAD due");
        clerk.picture("account-invoice-" + student);
        assertThat(clerk.pdf("open-invoices").pages()).singleElement().satisfies(page -> assertThat(page)
                .contains(String.valueOf(student), "Camp", "20.00"));
    }

    private String columns() {
        return ledger.text("SELECT GROUP_CONCAT(column_name ORDER BY ordinal_position) FROM"
                + " information_schema.columns WHERE table_schema = DATABASE() AND table_name = 'student'"
                + " AND column_name <> 'studid'");
    }

    /** Charges a fee and returns the number of the charge. */
    private long charge(int student, String name, String amount, String day) {
        portal.shell()
                .run("fees:assess --yes --name \"" + name + "\" --amount " + amount + " --date " + day
                        + " --group student --values " + student);
        return ledger.count("SELECT MAX(id) FROM fees_jrl WHERE studnum = " + student);
    }

    private String balance(String date) {
        BigDecimal sum = ledger.amount("SELECT SUM(total) FROM fees_jrl WHERE studnum = 531 AND trans_date " + date);
        return sum.toPlainString();
    }

    private int corrections(String kind) {
        return ledger.count("SELECT COUNT(*) FROM fees_jrl WHERE studnum = 532 AND trans_type = '" + kind + "'");
    }

    private static void tab(Screen screen, String name) {
        screen.page()
                .locator("#account-tabs vaadin-tab")
                .filter(new Locator.FilterOptions().setHasText(name))
                .click();
    }

    /** A row may be in more than one list of the account, of which only one is visible. */
    private static void pressRow(Screen screen, String id) {
        screen.page().locator("#" + id + ":visible").first().click();
    }

    private Screen screen(PortalUser user) {
        return new Screen(portal, browser.logIn(portal, user));
    }
}
