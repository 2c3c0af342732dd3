package org.openadmin.fees.itest.portal;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Problems at the counter: wrong input, impatience, two windows. The amounts are correct in spite of them. */
@ExtendWith(SharedPortal.class)
class CounterIT {

    private final RunningPortal portal;
    private final JournalDatabase ledger;
    private final Browser browser = new Browser();

    CounterIT(RunningPortal portal) {
        this.portal = portal;
        ledger = new JournalDatabase(portal.school());
    }

    @AfterEach
    void closeBrowser() {
        browser.close();
    }

    @Test
    void aWrongAmountOrDateIsRefusedBesideItsFieldAndNothingIsTaken() {
        Screen cashier = Screen.atTheCounter(portal, browser, 204);
        List<List<String>> wrong = List.of(
                List.of("12,50", "Enter 12.50 if that is what you mean"),
                List.of("10%", "is a percentage"),
                List.of("10e-2", "is not an amount"),
                List.of("0", "must be more than zero"),
                List.of("-5", "must be more than zero"),
                List.of("1.005", "Use two decimals at most"),
                List.of("100000000", "99,999,999.99 at most"),
                List.of("4.99", "0.01 short"),
                List.of("", "Enter an amount"));
        for (List<String> each : wrong) {
            cashier.type("amount", each.get(0));
            cashier.field("amount").press("Enter");
            cashier.awaitError("amount", each.get(1));
            assertThat(cashier.field("amount")).hasValue(each.get(0));
        }
        cashier.type("amount", "5.00");
        cashier.date("payment-date", "2026-02-30");
        cashier.press("accept");
        cashier.awaitError("payment-date", "That date does not exist");
        cashier.picture("wrong-date");
        assertThat(ledger.payments(204)).isZero();

        cashier.date("payment-date", "2026-09-10");
        cashier.press("accept");
        cashier.awaitText("payment-hint", "Press Enter again to take the payment with this date.");
        cashier.press("accept");
        cashier.awaitVisible("receipt-number");
        assertThat(ledger.text("SELECT CONCAT(trans_date, ' ', total) FROM fees_jrl"
                        + " WHERE trans_type = 'pay' AND studnum = 204"))
                .isEqualTo("2026-09-10 -5.00");
    }

    @Test
    void aDoubleClickTakesTheMoneyOnce() {
        Screen cashier = Screen.atTheCounter(portal, browser, 205);
        cashier.part("accept").dblclick();
        cashier.awaitVisible("receipt-number");
        cashier.openStudent(205);
        cashier.awaitText("account-due", "0.00");
        assertThat(ledger.payments(205)).isOne();
    }

    @Test
    void theSamePaymentFromASecondWindowIsNotTakenAgain() {
        Screen first = Screen.atTheCounter(portal, browser, 202);
        Screen second = new Screen(portal, browser.logIn(portal, PortalUser.CLERK));
        second.openStudent(202);
        first.press("accept");
        first.awaitVisible("receipt-number");
        second.press("accept");
        second.awaitText("payments-notice", "No payment was taken");
        second.awaitText("account-due", "0.00");
        second.picture("second-window");
        assertThat(ledger.payments(202)).isOne();
    }

    /** The envelope lies on the counter, and each of two cashiers takes it for a new one. */
    @Test
    void theSameAmountAtTwoCountersIsAskedAboutOnce() {
        Screen first = Screen.atTheCounter(portal, browser, 559);
        Screen second = new Screen(portal, browser.logIn(portal, PortalUser.CLERK));
        second.openStudent(559);
        onAccount(first, "3.00");
        first.field("amount").press("Enter");
        first.awaitVisible("receipt-number");
        String receipt = first.part("receipt-number").innerText();

        onAccount(second, "3.00");
        second.field("amount").press("Enter");
        second.awaitText("payment-hint", "Receipt " + receipt + ", 3.00, was given");
        second.awaitText("payment-hint", "Press Enter again to take the same amount once more.");
        assertThat(second.field("amount")).isFocused();
        second.picture("same-amount-again");
        assertThat(received(559)).isEqualTo("1 -3.00");

        second.awaitIdle();
        second.field("amount").press("Enter");
        second.awaitVisible("receipt-number");
        assertThat(received(559)).isEqualTo("2 -6.00");
    }

    private static void onAccount(Screen cashier, String amount) {
        cashier.type("amount", amount);
        cashier.press("on-account");
        cashier.awaitText("payment-hint", amount + " is received on account");
    }

    private String received(int student) {
        return ledger.text("SELECT CONCAT(COUNT(*), ' ', SUM(total)) FROM fees_jrl"
                + " WHERE trans_type IN ('pay', 'roa') AND studnum = " + student);
    }

    @Test
    void goingBackAfterAPaymentTakesNothingAgain() {
        Screen cashier = Screen.atTheCounter(portal, browser, 203);
        cashier.press("accept");
        cashier.awaitVisible("receipt-number");
        cashier.open("fees/payments");
        cashier.page().goBack();
        cashier.awaitText("account-due", "0.00");
        cashier.awaitText("payments", "Nothing is outstanding");
        cashier.page().reload();
        cashier.awaitText("account-due", "0.00");
        assertThat(ledger.payments(203)).isOne();
    }

    @Test
    void eachStudentAtTheCounterIsAStepBackAndNobodyPaysTwice() {
        portal.shell()
                .run("fees:assess --name Locker --amount 5.00 --date 2026-09-08 --group student --values \"548 549\"");
        Screen cashier = new Screen(portal, browser.logIn(portal, PortalUser.CASHIER)).open("fees/payments");
        take(cashier, 548);
        cashier.press("accept");
        cashier.awaitText("receipt-lines", "1 charge paid.");
        String receipt = cashier.part("receipt-number").innerText();
        take(cashier, 549);
        cashier.awaitText("ticked-total", "1 of 1 charge selected: 5.00 CAD");

        cashier.back();
        cashier.awaitText("receipt-number", receipt);
        cashier.awaitHidden("accept");
        cashier.awaitText("account-due", "0.00");
        assertThat(cashier.page()).hasURL(Pattern.compile("fees/payments/548$"));
        cashier.forward();
        cashier.awaitText("ticked-total", "1 of 1 charge selected: 5.00 CAD");
        cashier.back();
        cashier.awaitText("receipt-number", receipt);
        cashier.back();
        cashier.awaitText("payments", "Type a name or number");
        assertThat(cashier.page()).hasURL(Pattern.compile("fees/payments$"));
        assertThat(ledger.payments(548)).isOne();
        assertThat(ledger.payments(549)).isZero();
    }

    private static void take(Screen cashier, int number) {
        cashier.type("student-search", String.valueOf(number));
        cashier.awaitText("search-status", "1 student");
        cashier.field("student-search").press("Enter");
        cashier.page().waitForURL("**/fees/payments/" + number);
        cashier.awaitVisible("accept");
    }

    /** The names have the maximum length of the host's and the module's columns. */
    @Test
    void theLongestNamesLeaveTheButtonInView() {
        String longName = " outdoor days with canoes and cabins".repeat(8).substring(0, 254);
        portal.school()
                .execute("UPDATE student SET lastname = '" + "Wolfeschlegel".repeat(4) + "', firstname = '"
                        + "Maria Magdalena Alexandrina ".repeat(2) + "' WHERE studnum = 550");
        for (int i = 1; i <= 3; i++) {
            portal.shell()
                    .run("fees:assess --name \"" + i + longName + "\" --amount " + i
                            + ".00 --date 2026-09-08 --group student --values 550");
        }
        Screen cashier = new Screen(portal, browser.logIn(portal, PortalUser.CASHIER));
        cashier.openStudent(550);
        cashier.awaitText("ticked-total", "3 of 3 charges selected: 6.00 CAD");
        cashier.picture("longest-names");
        assertThat(cashier.part("accept").boundingBox().y).isLessThan(720 - 50);
        double foot = cashier.part("accept").boundingBox().y;
        assertThat(cashier.part("payment-date").boundingBox().y
                        + cashier.part("payment-date").boundingBox().height)
                .isLessThanOrEqualTo(foot);
    }

    @Test
    void creditSettlesChargesWithoutMoney() {
        portal.shell().run("fees:pay 535 --amount 10.00");
        Screen cashier = Screen.atTheCounter(portal, browser, 535);
        cashier.awaitText(
                "payment-hint", "5.00 comes from the credit on account, leaving 5.00. No money changes hands.");
        cashier.awaitText("accept", "Pay from credit");
        cashier.awaitText("student-header", "Credit covers it");
        cashier.picture("settle-by-credit");
        cashier.part("accept").dblclick();
        cashier.awaitText("receipt-notice", "Paid from the credit of");
        cashier.awaitText("receipt-lines", "5.00 came from the credit on account.");
        assertThat(cashier.pdf("print-receipt").pages().get(0)).contains("From credit on account", "5.00", "0.00");
        assertThat(received(535)).isEqualTo("2 -10.00");
        assertThat(portal.shell().run("fees:balance 535 --csv")).contains("535,-5.00,0.00,5.00,");
    }

    @Test
    void whatTheCreditCoversIsPaidFromTheListAndFromTheAccount() {
        int first = withoutFees(0);
        int second = withoutFees(first);
        portal.shell()
                .run("fees:assess --name Locker --amount 5.00 --date 2026-09-08 --group student --values \"" + first
                        + " " + second + "\"");
        portal.shell().run("fees:pay " + first + " --amount 7.30");
        portal.shell().run("fees:pay " + second + " --amount 5.00");
        assertThat(portal.shell().run("fees:balance " + first)).contains("credit covers it", "--from-credit");
        Screen cashier = new Screen(portal, browser.logIn(portal, PortalUser.CASHIER)).open("fees/overview/all");
        cashier.type("receivables-filter", String.valueOf(first));
        // a click on a row that is about to be drawn again would be lost
        cashier.awaitText("receivables-count", Pattern.compile("^1 of "));
        cashier.awaitText("receivables-grid", "credit covers it");
        cashier.picture("credit-covers-it");
        cashier.page().locator("#pay-from-credit-" + first + ":visible").first().dblclick();
        cashier.awaitText("overview-notice", "paid from credit, receipt");
        assertThat(received(first)).isEqualTo("2 -7.30");
        assertThat(portal.shell().run("fees:balance " + first + " --csv")).contains(first + ",-2.30,0.00,2.30,");

        cashier.open("fees/account/" + second);
        cashier.awaitText("student-header", "Credit covers it");
        cashier.picture("account-covered");
        cashier.press("pay-from-credit-" + second);
        cashier.awaitText("account-notice", "paid from credit, receipt");
        cashier.awaitText("account-outstanding", "0.00");
        cashier.awaitHidden("pay-from-credit-" + second);
        assertThat(received(second)).isEqualTo("2 -5.00");
        assertThat(portal.shell().run("fees:verify")).contains("OK: ");
    }

    /** The next active student whom no other test has charged anything. */
    private int withoutFees(int after) {
        return ledger.count("SELECT MIN(s.studnum) FROM student s LEFT JOIN fees_jrl j ON j.studnum = s.studnum"
                + " WHERE j.id IS NULL AND s.studnum > " + after);
    }

    @Test
    void theChangeIsSaidAndNotKept() {
        Screen cashier = Screen.atTheCounter(portal, browser, 536);
        cashier.type("handed", "4.00");
        cashier.field("handed").press("Enter");
        cashier.awaitError("handed", "Less than the amount received");
        cashier.type("handed", "");
        cashier.type("amount", "20.00");
        cashier.awaitText("payment-hint", "15.00 stays on account and pays future charges.");
        cashier.awaitText("give-change", "Give 15.00 change");
        cashier.field("amount").press("Enter");
        cashier.awaitText("payment-hint", "15.00 more than due. Press Enter again to keep it on account, or C");
        cashier.picture("more-than-due");
        cashier.field("amount").press("c");
        cashier.awaitText("change", "Change due 15.00");
        cashier.picture("change");
        cashier.press("accept");
        cashier.awaitText("receipt-change", "Change due 15.00");
        assertThat(portal.shell().run("fees:balance 536 --csv")).contains("536,0.00,0.00,0.00,");
    }

    @Test
    void cashIsRoundedWhereThereAreNoPennies() {
        portal.configureAndWait(Map.of("cash.rounding", "0.05"));
        try {
            portal.shell()
                    .run("fees:assess --name Museum --amount 26.22 --taxes GST --taxes-included --date 2026-09-08"
                            + " --group student --values 547");
            Screen cashier = new Screen(portal, browser.logIn(portal, PortalUser.CASHIER));
            cashier.openStudent(547);
            cashier.awaitText("ticked-total", "1 of 1 charge selected: 26.22 CAD");
            cashier.awaitText("cash-rounding", "26.22 is 26.20 in cash.");
            assertThat(cashier.field("amount")).hasValue("26.20");
            cashier.type("handed", "30");
            cashier.awaitText("change", "Change due 3.80");
            cashier.picture("cash-rounding");
            cashier.field("handed").press("Enter");
            cashier.awaitText("receipt-change", "Change due 3.80");
            cashier.awaitText("receipt-lines", "26.22 in all, cash rounding −0.02.");
            cashier.picture("cash-rounding-receipt");
        } finally {
            portal.configureAndWait(Map.of("cash.rounding", ""));
        }
        assertThat(ledger.text(
                        "SELECT GROUP_CONCAT(trans_type, ' ', total ORDER BY id) FROM fees_jrl WHERE studnum = 547"))
                .isEqualTo("chg 26.22,pay -26.20,round -0.02");
        assertThat(portal.shell().run("fees:balance 547 --csv")).contains("547,0.00,0.00,0.00,");
        assertThat(portal.shell().run("fees:verify")).doesNotContain("rounding");
    }

    @Test
    void tooLittleIsReceivedOnAccount() {
        Screen cashier = Screen.atTheCounter(portal, browser, 542);
        cashier.type("amount", "3.00");
        cashier.awaitText("payment-hint", "2.00 short.");
        cashier.press("on-account");
        cashier.awaitText(
                "payment-hint", "3.00 is received on account: it pays no charge now, and pays future charges.");
        cashier.picture("on-account");
        cashier.field("amount").press("Enter");
        cashier.awaitText("receipt-lines", "No charges paid. 3.00 stays on account.");
        assertThat(portal.shell().run("fees:balance 542 --csv")).contains("542,2.00,5.00,3.00,");
    }

    @Test
    void aGroupValueThatNobodyHasIsRefusedBesideItsField() {
        int before = ledger.rows();
        Screen clerk = new Screen(portal, browser.logIn(portal, PortalUser.BILLER));
        clerk.open("fees/assess");
        clerk.type("fee-name", "For nobody");
        clerk.type("fee-amount", "12,50");
        clerk.press("to-students");
        clerk.awaitError("fee-amount", "Enter 12.50 if that is what you mean");
        clerk.type("fee-amount", "12.50");
        clerk.press("to-students");
        clerk.awaitVisible("assess-fee");
        clerk.type("audience-values", "9 77");
        clerk.press("show-students");
        clerk.awaitError("audience-values", "No student is in grade 77");
        clerk.picture("wrong-group");
        assertThat(ledger.rows()).isEqualTo(before);
    }

    @Test
    void aDoubleClickChargesOnce() {
        Screen clerk = new Screen(portal, browser.logIn(portal, PortalUser.BILLER));
        clerk.open("fees/assess");
        clerk.type("fee-name", "Charged once");
        clerk.type("fee-amount", "1.00");
        clerk.press("to-students");
        clerk.awaitVisible("assess-fee");
        clerk.type("audience-values", "8");
        clerk.press("show-students");
        clerk.part("charge").dblclick();
        clerk.awaitText("assess-done", "Charged once");
        assertThat(ledger.count("SELECT COUNT(*) FROM fees_jrl WHERE name = 'Charged once'"))
                .isEqualTo(ledger.count("SELECT COUNT(*) FROM student WHERE grade = '8'"));
    }
}
