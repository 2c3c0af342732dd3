package org.openadmin.fees.itest.portal;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Keyboard;
import com.microsoft.playwright.Locator;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Users type on while the server builds the next form: their keys reach it whole, or not at all. */
@ExtendWith(SharedPortal.class)
class TypingAheadIT {

    /** Milliseconds between two keys of a practised typist. */
    private static final int PACE = 150;

    private final RunningPortal portal;
    private final JournalDatabase ledger;

    @RegisterExtension
    private final Browser browser = new Browser();

    TypingAheadIT(RunningPortal portal) {
        this.portal = portal;
        ledger = new JournalDatabase(portal.school());
    }

    @BeforeAll
    static void bill(RunningPortal portal) {
        portal.shell()
                .run("fees:assess --name Camp --amount 200.00 --date 2026-09-08 --group student"
                        + " --values \"560 561 562 563 564 565 566 567\"");
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 200, 1_000})
    void anAmountTypedBeforeItsFieldIsThereArrivesWhole(int delay) {
        int student = delay == 0 ? 560 : delay == 200 ? 561 : 562;
        Screen cashier = counter(delay);
        keys(cashier, student + "\n" + "200");
        cashier.awaitVisible("amount");
        assertThat(cashier.field("amount")).hasValue("200");
        assertThat(cashier.field("student-search")).not().hasValue("200");
        assertThat(ledger.payments(student)).isZero();
    }

    @ParameterizedTest
    @ValueSource(ints = {200, 1_000})
    void aWholeQueueIsServedWithoutLookingAtTheScreen(int delay) {
        int first = delay == 200 ? 563 : 565;
        Screen cashier = counter(delay);
        String due = due(first);
        keys(cashier, first + "\n" + due + "\n" + (first + 1) + "\n");
        cashier.page().waitForURL("**/fees/payments/" + (first + 1));
        cashier.awaitVisible("accept");
        assertThat(cashier.field("amount")).hasValue(due(first + 1));
        assertThat(ledger.text("SELECT SUM(total) FROM fees_jrl WHERE trans_type = 'pay' AND studnum = " + first))
                .isEqualTo("-" + due);
        assertThat(ledger.payments(first + 1)).isZero();
    }

    /** A scanner that sends Enter twice, a finger that stays on the key. */
    @ParameterizedTest
    @ValueSource(ints = {200, 1_000})
    void enterPressedTwiceOrHeldDownTakesNoMoney(int delay) {
        Screen cashier = counter(delay);
        Keyboard keyboard = cashier.page().keyboard();
        keyboard.type("567");
        keyboard.press("Enter");
        keyboard.press("Enter");
        keyboard.down("Enter");
        for (int repeat = 0; repeat < 40; repeat++) {
            keyboard.down("Enter");
            cashier.page().waitForTimeout(50);
        }
        keyboard.up("Enter");
        cashier.awaitVisible("accept");
        cashier.awaitIdle();
        assertThat(cashier.field("amount")).hasValue(due(567));
        assertThat(ledger.payments(567)).isZero();
    }

    @Test
    void whatIsTypedAfterARefusalIsDropped() {
        Screen cashier = counter(200);
        cashier.openStudent(567);
        cashier.field("amount").focus();
        keys(cashier, "5\n" + "460\n");
        cashier.awaitError("amount", " short");
        cashier.awaitIdle();
        assertThat(cashier.field("amount")).hasValue("5");
        assertThat(ledger.payments(567)).isZero();
    }

    @ParameterizedTest
    @ValueSource(ints = {200, 1_000})
    void aSaleTypedBeforeItsFieldsAreThereIsAdded(int delay) {
        portal.shell().run("fees:predefined-add --name \"Whistle " + delay + "\" --amount 3.00");
        Screen clerk = new Screen(portal, browser.logIn(portal, PortalUser.CLERK)).open("fees/payments");
        clerk.awaitVisible("student-search");
        clerk.awaitIdle();
        clerk.slow(delay);
        keys(clerk, "624\n" + "*2\n" + "whistle " + delay + "\n");
        clerk.awaitText("ticked-total", "6.00 CAD");
        clerk.awaitIdle();
        assertThat(clerk.field("amount")).hasValue("6.00");
        assertThat(ledger.payments(624)).isZero();
    }

    @Test
    void lettersTypedInTheQuantityGoToTheFee() {
        portal.shell().run("fees:predefined-add --name \"Kazoo\" --amount 4.00");
        Screen clerk = new Screen(portal, browser.logIn(portal, PortalUser.CLERK));
        clerk.openStudent(624);
        clerk.awaitIdle();
        clerk.field("amount").focus();
        keys(clerk, "*kazoo\n");
        clerk.awaitText("ticked-total", "4.00 CAD");
        assertThat(clerk.field("amount")).hasValue("4.00");
    }

    /** They were meant for the field after the next one, which nothing can take them to. */
    @Test
    void keysAfterATabAreNotKept() {
        Screen cashier = counter(1_000);
        Keyboard keyboard = cashier.page().keyboard();
        keys(cashier, "567\n" + "15");
        keyboard.press("Tab");
        keys(cashier, "ch\n");
        cashier.awaitVisible("amount");
        cashier.awaitIdle();
        assertThat(cashier.field("amount")).hasValue(due(567));
        assertThat(ledger.payments(567)).isZero();
    }

    @Test
    void keysAfterEscapeAreNotKept() {
        Screen cashier = counter(1_000);
        Keyboard keyboard = cashier.page().keyboard();
        keys(cashier, "567\n" + "15");
        keyboard.press("Escape");
        cashier.awaitVisible("amount");
        cashier.awaitIdle();
        assertThat(cashier.field("amount")).hasValue(due(567));
    }

    @ParameterizedTest
    @ValueSource(strings = {"fees/payments", "fees/account"})
    void aSlashTakesWhatFollowsToTheSearch(String address) {
        Screen clerk = new Screen(portal, browser.logIn(portal, PortalUser.CLERK)).open(address);
        clerk.awaitVisible("student-search");
        clerk.awaitIdle();
        clerk.slow(1_000);
        clerk.page().locator("h2").first().click();
        keys(clerk, "/567");
        assertThat(clerk.field("student-search")).hasValue("567");
    }

    @Test
    void theReasonTypedBeforeADialogOpensArrivesWhole() {
        Screen clerk = new Screen(portal, browser.logIn(portal, PortalUser.CLERK)).open("fees/account/567");
        clerk.awaitVisible("student-header");
        Locator waive = clerk.page().locator("[id^='waive-']:visible").first();
        waive.waitFor();
        clerk.awaitIdle();
        clerk.slow(1_000);
        waive.press("Enter");
        keys(clerk, "Bursary");
        clerk.awaitVisible("correction-question");
        assertThat(clerk.field("correction-reason")).hasValue("Bursary");
    }

    /** What the student owes, to which other tests of the same school may have added. */
    private String due(int student) {
        return ledger.text("SELECT SUM(total) FROM fees_jrl WHERE studnum = " + student);
    }

    private Screen counter(int delay) {
        Screen cashier = new Screen(portal, browser.logIn(portal, PortalUser.CASHIER)).open("fees/payments");
        cashier.awaitVisible("student-search");
        cashier.awaitIdle();
        cashier.field("student-search").focus();
        cashier.slow(delay);
        return cashier;
    }

    private static void keys(Screen screen, String text) {
        for (String key : List.of(text.split(""))) {
            screen.page().keyboard().press(key.equals("\n") ? "Enter" : key);
            screen.page().waitForTimeout(PACE);
        }
    }
}
