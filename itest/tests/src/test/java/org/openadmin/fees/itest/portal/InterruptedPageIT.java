package org.openadmin.fees.itest.portal;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.ColorScheme;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The session ends or the network fails while a form is being filled in: the page reports what became of the input, and continues. */
@ExtendWith(SharedPortal.class)
class InterruptedPageIT {

    private static final String REQUESTS = "**/*v-r=uidl*";

    private final RunningPortal portal;
    private final JournalDatabase ledger;
    private final Browser browser = new Browser();

    InterruptedPageIT(RunningPortal portal) {
        this.portal = portal;
        ledger = new JournalDatabase(portal.school());
    }

    @BeforeAll
    static void bill(RunningPortal portal) {
        portal.shell()
                .run("fees:assess --name Swimming --amount 40.00 --date 2026-09-08 --group student"
                        + " --values \"570 571 572 573 574 575\"");
    }

    @AfterEach
    void closeBrowser() {
        browser.close();
    }

    @ParameterizedTest
    @CsvSource({
        "en-CA, You have been logged out, What you typed has not been sent, is here again",
        "fr-CA, Votre session est terminée, n’a pas été envoyé, de nouveau affichée"
    })
    void whatWasTypedIsThereAgainAfterTheSessionHasEnded(String language, String title, String kept, String again) {
        Screen cashier = counter(570, language);
        cashier.type("amount", "55.5");
        cashier.choose("method", language.equals("en-CA") ? "Cheque" : "Chèque");
        cashier.type("reference", "4711");
        endSession(cashier);
        cashier.awaitText("outage-title", title);
        cashier.awaitText("outage-request", kept);
        cashier.picture("outage-session-" + language);

        logInAgain(cashier, "cashier");
        cashier.awaitText("payments-notice", again);
        assertThat(cashier.field("amount")).hasValue("55.5");
        assertThat(cashier.field("reference")).hasValue("4711");
        assertThat(ledger.payments(570)).isZero();
    }

    /** The first thing that anybody does after the session has ended is to press Enter. */
    @Test
    void aPaymentThatWasRefusedWithItsSessionIsTakenAfterTheLogInOnce() {
        Screen cashier = counter(571, "en-CA");
        endSessionDuring(cashier, "keydown", () -> cashier.field("amount").press("Enter"));
        cashier.awaitText("outage-title", "You have been logged out");
        cashier.awaitText("outage-request", "It is not certain yet whether the payment was recorded.");
        assertThat(cashier.page().locator(".v-system-error:visible")).hasCount(0);

        logInAgain(cashier, "cashier");
        cashier.awaitText("payments-notice", "interrupted before this payment was recorded");
        cashier.picture("outage-not-recorded");
        assertThat(ledger.payments(571)).isZero();
        cashier.press("accept");
        cashier.awaitVisible("receipt-number");
        assertThat(ledger.payments(571)).isOne();
    }

    @ParameterizedTest
    @CsvSource({
        "572, en-CA, It is not certain yet whether the payment was recorded., this payment had been recorded",
        "573, fr-CA, On ne sait pas encore si le paiement a été enregistré., ce paiement avait été enregistré"
    })
    void aPaymentThatWasStoredWithoutAnAnswerShowsItsReceiptAfterTheLogIn(
            int student, String language, String doubt, String recorded) {
        Screen cashier = counter(student, language);
        AtomicBoolean cut = new AtomicBoolean();
        cashier.page().route(REQUESTS, route -> {
            if (cut.get()) {
                route.abort();
            } else if (!route.request().postData().contains("keydown")) {
                route.resume();
            } else {
                cut.set(true);
                route.fetch();
                route.abort();
            }
        });
        cashier.field("amount").press("Enter");
        cashier.awaitText("outage-request", doubt);
        cashier.picture("outage-doubt-" + language);
        assertThat(ledger.payments(student)).isOne();

        cashier.page().request().post(portal.address("logout"));
        cashier.awaitText("outage-on", language.equals("en-CA") ? "Log in" : "Ouvrir une session");
        cashier.page().unroute(REQUESTS);
        logInAgain(cashier, "cashier");
        cashier.awaitText("payments-notice", recorded);
        cashier.awaitVisible("receipt-number");
        cashier.picture("outage-recorded-" + language);
        assertThat(ledger.payments(student)).isOne();
    }

    @Test
    void aPaymentWaitsForTheNetworkAndIsTakenOnce() {
        Screen cashier = counter(574, "en-CA");
        cashier.page().context().setOffline(true);
        cashier.field("amount").press("Enter");
        cashier.awaitText("outage-title", "The portal cannot be reached");
        cashier.awaitText("outage-request", "Keep the money");
        cashier.picture("outage-away");
        assertThat(ledger.payments(574)).isZero();

        cashier.page().context().setOffline(false);
        cashier.awaitVisible("receipt-number");
        assertThat(cashier.page().locator("dialog")).hasCount(0);
        assertThat(ledger.payments(574)).isOne();
        assertThat(cashier.page().evaluate("sessionStorage.getItem('fees.sent')"))
                .isEqualTo("{}");
    }

    @Test
    void nobodyElseSeesWhatAUserTyped() {
        Screen cashier = counter(575, "en-CA");
        cashier.type("amount", "77.77");
        endSession(cashier);
        cashier.awaitVisible("outage-on");
        logInAgain(cashier, "bursar");
        cashier.awaitVisible("accept");
        cashier.awaitIdle();
        assertThat(cashier.field("amount")).not().hasValue("77.77");
        assertThat(cashier.page().evaluate("sessionStorage.getItem('fees.kept')"))
                .isNull();
    }

    @Test
    void aSearchIsThereAgainAfterTheSessionHasEnded() {
        Screen cashier = new Screen(portal, browser.logIn(portal, PortalUser.CASHIER)).open("fees/payments");
        cashier.awaitVisible("student-search");
        cashier.awaitIdle();
        cashier.type("student-search", "57");
        cashier.awaitVisible("student-matches");
        endSession(cashier);
        cashier.awaitVisible("outage-on");
        logInAgain(cashier, "cashier");
        cashier.awaitVisible("student-matches");
        assertThat(cashier.field("student-search")).hasValue("57");
    }

    @Test
    void whatWasTypedIsNotKeptWhenThePageIsLeftOrLoadedAgain() {
        Screen cashier = counter(575, "en-CA");
        cashier.type("amount", "88.88");
        cashier.page().locator("vaadin-side-nav-item[path='fees/overview']").click();
        cashier.awaitVisible("overview");
        cashier.back();
        cashier.awaitVisible("accept");
        assertThat(cashier.field("amount")).not().hasValue("88.88");
        cashier.type("amount", "88.88");
        cashier.page().reload();
        cashier.awaitVisible("accept");
        cashier.awaitIdle();
        assertThat(cashier.field("amount")).not().hasValue("88.88");
    }

    @Test
    void anAssessmentIsContinuedAfterTheSessionHasEnded() {
        Screen clerk = new Screen(portal, browser.logIn(portal, PortalUser.CLERK)).open("fees/assess");
        clerk.type("fee-name", "Kayak");
        clerk.type("fee-amount", "12.00");
        endSession(clerk);
        clerk.awaitText("outage-request", "What you typed has not been sent");
        logInAgain(clerk, "clerk");
        clerk.awaitText("assess-notice", "is here again");
        assertThat(clerk.field("fee-name")).hasValue("Kayak");
        assertThat(clerk.field("fee-amount")).hasValue("12.00");

        clerk.press("to-students");
        clerk.choose("audience-kind", "Student number");
        clerk.type("audience-values", "570 571");
        clerk.press("show-students");
        clerk.awaitText("charge", "Charge 2 students");
        endSessionDuring(clerk, "click", () -> clerk.press("charge"));
        clerk.awaitText("outage-request", "It is not certain yet whether the students were charged.");
        clerk.picture("outage-assessment");
        logInAgain(clerk, "clerk");
        clerk.awaitText("assess-notice", "before the students were charged");
        clerk.awaitText("charge", "Charge 2 students");
        clerk.press("charge");
        clerk.awaitVisible("assess-batch");
        assertThat(ledger.text("SELECT COUNT(*) FROM fees_jrl WHERE name = 'Kayak'"))
                .isEqualTo("2");
    }

    @Test
    void anAssessmentThatWasPostedWithoutAnAnswerShowsItsResultAfterTheLogIn() {
        Screen clerk = new Screen(portal, browser.logIn(portal, PortalUser.CLERK)).open("fees/assess");
        clerk.type("fee-name", "Rowing");
        clerk.type("fee-amount", "12.00");
        clerk.press("to-students");
        clerk.choose("audience-kind", "Student number");
        clerk.type("audience-values", "570 571");
        clerk.press("show-students");
        clerk.awaitText("charge", "Charge 2 students");
        String key = clerk.page().locator("[data-request-kind=assessment]").getAttribute("data-request-key");
        clerk.press("charge");
        clerk.awaitVisible("assess-batch");
        // as if the answer had not come
        clerk.page()
                .evaluate(
                        "key => sessionStorage.setItem('fees.sent',"
                                + " JSON.stringify({clerk: {key, kind: 'assessment', scope: ''}}))",
                        key);
        clerk.open("fees/assess");
        clerk.awaitText("assess-notice", "these students had been charged");
        clerk.awaitVisible("assess-batch");
        assertThat(ledger.text("SELECT COUNT(*) FROM fees_jrl WHERE name = 'Rowing'"))
                .isEqualTo("2");
    }

    private Screen counter(int student, String language) {
        Screen cashier = new Screen(portal, browser.logIn(portal, PortalUser.CASHIER, ColorScheme.LIGHT, language));
        cashier.openStudent(student);
        cashier.awaitVisible("accept");
        cashier.awaitIdle();
        return cashier;
    }

    /** Ends the session when the page has sent the request of an event, and before the server has received it. */
    private void endSessionDuring(Screen screen, String event, Runnable action) {
        AtomicReference<Route> held = new AtomicReference<>();
        screen.page().route(REQUESTS, route -> {
            if (held.get() == null && route.request().postData().contains(event)) {
                held.set(route);
            } else {
                route.resume();
            }
        });
        action.run();
        screen.page().waitForCondition(() -> held.get() != null);
        assertThat(screen.page().request().post(portal.address("logout")).ok()).isTrue();
        held.get().resume();
        screen.awaitVisible("outage-on");
        screen.page().unroute(REQUESTS);
    }

    /** In another tab, as after half an hour. */
    private void endSession(Screen screen) {
        screen.awaitIdle();
        assertThat(screen.page().request().post(portal.address("logout")).ok()).isTrue();
    }

    private void logInAgain(Screen screen, String user) {
        Page page = screen.page();
        page.locator("#outage-on").click();
        page.locator("#password").waitFor();
        Browser.logIn(page, user, user);
    }
}
