package org.openadmin.fees.itest.portal;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A cashier's work with existing receipts: search, print again, and void. */
@ExtendWith(SharedPortal.class)
class ReceiptsIT {

    private static final Pattern FIGURE = Pattern.compile("-?[\\d,]+\\.\\d{2}");

    private final RunningPortal portal;
    private final JournalDatabase ledger;

    @RegisterExtension
    private final Browser browser = new Browser();

    ReceiptsIT(RunningPortal portal) {
        this.portal = portal;
        ledger = new JournalDatabase(portal.school());
    }

    @Test
    void aReceiptIsFoundByStudentNumberDateAndCashier() {
        String day = LocalDate.now().minusDays(20).toString();
        owes(503, day);
        long bySchool = paid(503, day, "--amount 12.50 --charges all --method cheque --reference 4711");
        Screen cashier = screen(PortalUser.CASHIER);
        cashier.openStudent(503);
        cashier.type("amount", "3.00");
        cashier.date("payment-date", day);
        cashier.press("accept");
        cashier.awaitVisible("receipt-number");
        long byCashier = Long.parseLong(cashier.part("receipt-number").innerText());

        cashier.open("fees/receipts");
        cashier.awaitText("receipts-sum", "received");
        look(cashier, "filter-student", "503");
        cashier.awaitText("receipts-sum", "2 receipts, 15.50 CAD received.");
        cashier.picture("receipts-of-student");
        cashier.type("filter-cashier", "cash");
        cashier.page()
                .locator("vaadin-combo-box-item:visible")
                .getByText("cashier")
                .click();
        cashier.awaitText("receipts-sum", "1 receipt, 3.00 CAD received.");
        look(cashier, "filter-number", String.valueOf(bySchool));
        cashier.awaitText("receipts-sum", "No receipt");
        cashier.awaitText("receipts-empty", "No receipts match");
        cashier.field("filter-cashier").fill("");
        cashier.field("filter-cashier").press("Tab");
        cashier.awaitText("receipts-sum", "1 receipt, 12.50 CAD received.");

        cashier.open("fees/receipts");
        cashier.date("filter-from", day);
        cashier.awaitText("receipts-sum", Pattern.compile("\\d+ receipts"));
        cashier.date("filter-to", day);
        cashier.awaitText("receipts-sum", "2 receipts, 15.50 CAD received.");
        cashier.page()
                .locator("#receipt-grid a[aria-label='Open receipt " + byCashier + "']")
                .click();
        cashier.awaitText("receipt-title", "Receipt " + byCashier);
        cashier.back();
        cashier.awaitHidden("receipt-sheet");
        cashier.awaitText("receipts-sum", "2 receipts, 15.50 CAD received.");
    }

    @Test
    void anInvalidNumberOrDateIsRefusedBesideItsField() {
        Screen cashier = screen(PortalUser.CASHIER).open("fees/receipts");
        cashier.awaitText("receipts-sum", "received");
        for (String wrong : List.of("abc", "-1", "0", "1e3")) {
            look(cashier, "filter-number", wrong);
            cashier.awaitError("filter-number", "“" + wrong + "” is not a receipt number");
        }
        look(cashier, "filter-number", "9999999");
        cashier.awaitText("receipts-empty", "No receipts match");
        look(cashier, "filter-number", "");
        cashier.date("filter-from", "2026-02-30");
        cashier.awaitError("filter-from", "That date does not exist");
        cashier.date("filter-from", "2026-03-14");
        cashier.date("filter-to", "2026-03-13");
        cashier.awaitError("filter-to", "The last day is before the first");
        cashier.picture("receipts-wrong-dates");
        look(cashier, "filter-student", "Nobody At All");
        cashier.awaitError("filter-student", "No student matches “Nobody At All”");
        cashier.open("fees/receipts/9999999");
        cashier.awaitText("receipts-notice", "There is no receipt number 9999999");
        cashier.open("fees/receipts/from=yesterday");
        cashier.awaitText("receipts-notice", "Ignored in the link");
    }

    @Test
    void aCopySaysSoAndHasTheFiguresOfTheOriginal() {
        owes(504, "2026-03-10");
        Screen cashier = screen(PortalUser.CASHIER);
        cashier.openStudent(504);
        cashier.awaitText("ticked-total", "2 of 2 charges selected: 12.50 CAD");
        cashier.type("amount", "20.00");
        cashier.press("accept");
        cashier.awaitText("payment-hint", "7.50 more than due");
        cashier.press("accept");
        cashier.awaitVisible("receipt-number");
        String original = cashier.pdf("print-receipt").pages().get(0);
        String number = cashier.part("receipt-number").innerText();
        // later changes do not affect the receipt
        owes(504, "2026-09-10");
        portal.school().execute("UPDATE student SET homeroom = 'ZZ' WHERE studnum = 504");

        cashier.open("fees/receipts/" + number);
        cashier.awaitText("receipt-title", "Receipt " + number);
        assertThat(cashier.page()).hasTitle(Pattern.compile("Receipt " + number + ".*"));
        cashier.awaitText("receipt-settled", "7.50");
        cashier.awaitText("receipt-settled", "20.00");
        cashier.picture("receipt-sheet");
        List<String> copies = cashier.pdf("print-copy").pages();
        assertThat(copies).hasSize(1);
        assertThat(original).doesNotContain("COPY");
        assertThat(copies.get(0)).contains("COPY", "Locker", "Choir", "7.50");
        assertThat(figures(copies.get(0))).isEqualTo(figures(original));
        assertThat(copies.get(0).replaceAll("\\s*COPY\\s*", " ").replaceAll("\\s+", " "))
                .isEqualTo(original.replaceAll("\\s+", " "));
    }

    @Test
    void aVoidedReceiptOpensItsChargesAgainOnce() {
        owes(505, "2026-03-10");
        long number = paid(505, "2026-03-16", "--amount 12.50 --charges all");
        Screen cashier = screen(PortalUser.CASHIER).open("fees/receipts/" + number);
        Screen other = screen(PortalUser.CASHIER).open("fees/receipts/" + number);
        other.press("void-receipt");
        other.awaitText("correction-question", "12.50");

        cashier.press("void-receipt");
        cashier.awaitText("correction-question", "Receipt " + number + " (12.50) will be voided.");
        cashier.awaitText("correction-question", "2 charges are outstanding again (12.50).");
        cashier.date("correction-date", "2026-03-15");
        cashier.press("correction-apply");
        cashier.awaitError("correction-date", "cannot be dated before the entry it corrects");
        assertThat(voids(number)).isZero();
        cashier.longAgo("correction-date", "2026-03-17");
        cashier.awaitText("correction-question", "outstanding again (12.50)");
        cashier.type("correction-reason", "Cheque bounced");
        cashier.picture("receipt-void");
        cashier.part("correction-apply").dblclick();
        cashier.awaitText("receipts-notice", "Receipt " + number + " (12.50) voided.");
        cashier.awaitVisible("receipt-voided");
        cashier.awaitHidden("void-receipt");
        cashier.picture("receipt-voided");
        assertThat(voids(number)).isOne();
        assertThat(cashier.pdf("print-copy").pages().get(0)).contains("VOIDED on", "COPY", "12.50");

        other.press("correction-apply");
        other.awaitText("correction-notice", "Receipt " + number + " has already been voided");
        assertThat(voids(number)).isOne();
        cashier.openStudent(505);
        cashier.awaitText("account-due", "12.50");
        cashier.awaitText("ticked-total", "2 of 2 charges selected: 12.50 CAD");
        cashier.open("fees/receipts/from=2026-03-16&to=2026-03-16");
        cashier.awaitText("receipts-sum", "0.00 CAD received. Plus 1 voided, 12.50 CAD.");
        assertThat(portal.shell().run("fees:verify")).contains("OK: ");
    }

    @Test
    void aReturnedChequeIsRecordedWithItsFeeAndUndone() {
        owes(519, "2026-03-10");
        long number = paid(519, "2026-03-18", "--amount 12.50 --charges all --method cheque --reference 17");
        Screen clerk = screen(PortalUser.CLERK).open("fees/receipts/" + number);
        clerk.press("return-payment");
        clerk.type("return-fee", "25");
        clerk.awaitText("correction-question", "The payment of receipt " + number + " (12.50) was returned");
        clerk.awaitText("correction-question", "A fee of 25.00 is charged. 2 charges are outstanding again (12.50).");
        clerk.type("correction-reason", "NSF");
        clerk.picture("receipt-return");
        clerk.part("correction-apply").dblclick();
        clerk.awaitText("receipts-notice", "Receipt " + number + " (12.50) voided, because the payment was returned.");
        clerk.awaitText("receipt-returned", "Fee: 25.00. Cash only until");
        clerk.picture("receipt-returned");
        assertThat(voids(number)).isOne();
        assertThat(clerk.pdf("return-letter").pages().get(0))
                .contains("Returned payment", "Cheque 17", "Returned payment fee", "$37.50", "please pay in cash");

        clerk.open("fees/account/519");
        clerk.awaitText("cash-only", "Cash only until");
        clerk.openStudent(519);
        clerk.awaitText("account-due", "37.50");
        clerk.awaitText("cash-only", "Cash only until");
        clerk.choose("method", "Cheque");
        clerk.press("accept");
        clerk.awaitText("payment-hint", "This family pays in cash only until");
        clerk.picture("counter-cash-only");

        clerk.open("fees/receipts/" + number);
        clerk.press("undo-return");
        clerk.awaitText("correction-question", "The 12.50 will be received again, under a new receipt number");
        clerk.press("correction-apply");
        clerk.awaitText("receipts-notice", "2 charges are paid again (12.50). The fee (25.00) is reversed.");
        clerk.openStudent(519);
        clerk.awaitText("account-due", "0.00");
        clerk.awaitHidden("cash-only");
        assertThat(portal.shell().run("fees:verify")).contains("OK: ");
    }

    @Test
    void allReceiptsOfADayAreOnePdf() {
        owes(506, "2026-03-10");
        paid(506, "2026-03-20", "--amount 12.50 --charges all");
        paid(508, "2026-03-20", "--amount 40.00");
        long voided = paid(509, "2026-03-20", "--amount 1000.00");
        portal.shell().run("fees:void " + voided + " --yes --date 2026-03-20");
        Screen viewer = screen(PortalUser.VIEWER).open("fees/receipts/from=2026-03-20&to=2026-03-20");
        viewer.awaitText("receipts-sum", "2 receipts, 52.50 CAD received. Plus 1 voided, 1,000.00 CAD.");
        viewer.picture("receipts-of-day");
        List<String> pages = viewer.pdf("print-found").pages();
        assertThat(pages).hasSize(3).allSatisfy(page -> assertThat(page).contains("COPY"));
        assertThat(pages.stream().map(ReceiptsIT::received).reduce(BigDecimal.ZERO, BigDecimal::add))
                .isEqualByComparingTo("1052.50");
        assertThat(pages.stream().filter(page -> page.contains("VOIDED on"))).hasSize(1);
        assertThat(String.join("\n", viewer.pdf("day-sheet").pages())).contains("52.50", "not counted");
        assertThat(viewer.csv("receipts-csv")).hasSize(4).anyMatch(line -> line.contains(",1000.00,"));

        viewer.open("fees/receipts/" + voided);
        viewer.awaitVisible("receipt-sheet");
        viewer.awaitHidden("void-receipt");
    }

    /** Charges Locker and Choir, 12.50 in total. */
    private void owes(int student, String day) {
        for (String fee : List.of("Locker --amount 5.00", "Choir --amount 7.50")) {
            portal.shell().run("fees:assess --name " + fee + " --date " + day + " --group student --values " + student);
        }
    }

    /** Takes a payment and returns the number of the receipt. */
    private long paid(int student, String day, String how) {
        portal.shell().run("fees:pay " + student + " --yes --date " + day + " " + how);
        return ledger.count(
                "SELECT MAX(paid_id) FROM fees_jrl WHERE trans_type IN ('pay', 'roa') AND studnum = " + student);
    }

    private int voids(long receipt) {
        return ledger.count("SELECT COUNT(*) FROM fees_jrl v JOIN fees_jrl p ON p.id = v.reverses_id"
                + " WHERE v.trans_type = 'void' AND p.trans_type IN ('pay', 'roa') AND p.paid_id = " + receipt);
    }

    private static List<String> figures(String page) {
        return FIGURE.matcher(page).results().map(each -> each.group()).toList();
    }

    private static BigDecimal received(String page) {
        var found = Pattern.compile("Amount received[^0-9]*([\\d,]+\\.\\d{2})").matcher(page);
        assertThat(found.find()).as(page).isTrue();
        return new BigDecimal(found.group(1).replace(",", ""));
    }

    /** Types into a filter and presses Enter. */
    private static void look(Screen screen, String filter, String text) {
        screen.type(filter, text);
        screen.field(filter).press("Enter");
    }

    private Screen screen(PortalUser user) {
        return new Screen(portal, browser.logIn(portal, user));
    }
}
