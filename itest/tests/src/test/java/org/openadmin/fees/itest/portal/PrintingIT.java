package org.openadmin.fees.itest.portal;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Keyboard;
import com.microsoft.playwright.Route;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Receipts printed at the counter, in a browser that shows a PDF in a page. */
@ExtendWith(SharedPortal.class)
class PrintingIT {

    private final RunningPortal portal;
    private final JournalDatabase ledger;
    private final Browser browser = Browser.thatPrints();

    PrintingIT(RunningPortal portal) {
        this.portal = portal;
        ledger = new JournalDatabase(portal.school());
    }

    @AfterEach
    void closeBrowser() {
        browser.close();
    }

    @Test
    void aReceiptIsPrintedAtOnceWhereTheSchoolWantsIt() {
        portal.configureAndWait(Map.of("receipt.print-at-once", "true"));
        try {
            Screen cashier = Screen.atTheCounter(portal, browser, 544);
            cashier.field("amount").press("Enter");
            cashier.awaitPrinted(1);
            cashier.awaitVisible("recent-receipts");
            cashier.picture("recent-receipts");
        } finally {
            portal.configureAndWait(Map.of("receipt.print-at-once", "false"));
        }
        assertThat(ledger.payments(544)).isOne();
    }

    @Test
    void aReceiptOpensInATabWhereThePageCannotPrintIt() {
        Screen cashier = Screen.atTheCounter(portal, browser, 545);
        cashier.page().evaluate(Browser.NO_PRINTING);
        cashier.field("amount").press("Enter");
        cashier.awaitVisible("print-receipt");
        cashier.page().waitForPopup(() -> cashier.press("print-receipt"));
        assertThat(cashier.page().locator("iframe")).hasCount(0);
    }

    @Test
    void anErrorInPlaceOfAReceiptIsNotPrinted() {
        Screen cashier = Screen.atTheCounter(portal, browser, 546);
        cashier.field("amount").press("Enter");
        cashier.awaitVisible("print-receipt");
        cashier.page()
                .route(
                        "**/VAADIN/dynamic/**",
                        answer -> answer.fulfill(new Route.FulfillOptions()
                                .setStatus(500)
                                .setContentType("text/plain")
                                .setBody("No receipt")));
        cashier.page().waitForResponse("**/VAADIN/dynamic/**", () -> cashier.press("print-receipt"));
        assertThat(cashier.page().locator("iframe")).hasCount(0);
        cashier.awaitPrinted(0);
    }

    /**
     * After the search: a cheque with its number, the receipt opened for printing, and the page ready for the next
     * payer.
     */
    @Test
    void aWholePaymentTakesFewKeys() {
        portal.shell().run("fees:assess --name Locker --amount 5.00 --date 2026-09-08 --group student --values 543");
        Screen cashier = new Screen(portal, browser.logIn(portal, PortalUser.CASHIER)).open("fees/payments");
        assertThat(cashier.field("student-search")).isFocused();
        Keyboard keys = cashier.page().keyboard();
        keys.type("543");
        cashier.awaitText("search-status", "1 student");
        keys.press("Enter");
        assertThat(cashier.field("amount")).isFocused();
        cashier.awaitIdle();
        cashier.page()
                .evaluate(
                        "window.strokes = 0;" + " window.addEventListener('keydown', event => window.strokes++, true)");
        keys.press("Tab");
        keys.type("ch");
        assertThat(cashier.part("method")).containsText("Cheque");
        assertThat(cashier.field("reference")).isVisible();
        keys.press("Tab");
        assertThat(cashier.field("reference")).isFocused();
        keys.type("4711");
        keys.press("Enter");
        keys.press("Enter");
        cashier.awaitVisible("receipt-number");
        cashier.page().evaluate("window.shown = Date.now()");
        assertThat(cashier.field("student-search")).isFocused();
        // a second Enter right away must not open anything; the page ignores the key for 0.8 s by its own clock
        cashier.awaitIdle();
        assertThat(cashier.page().context().pages()).hasSize(1);
        cashier.page().waitForFunction("() => Date.now() - window.shown > 800");
        keys.press("Enter");
        cashier.awaitPrinted(1);
        assertThat(cashier.page().context().pages()).hasSize(1);
        assertThat(cashier.field("student-search")).isFocused();
        assertThat((int) cashier.page().evaluate("window.strokes")).isLessThan(15);
        assertThat(ledger.text("SELECT GROUP_CONCAT(total, ' ', method, ' ', reference) FROM fees_jrl"
                        + " WHERE trans_type = 'pay' AND studnum = 543"))
                .isEqualToIgnoringCase("-5.00 cheque 4711");
    }
}
