package org.openadmin.fees.itest.portal;

import com.google.gson.JsonObject;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.RequestOptions;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Pattern;

/** The actions of a user on a page of the module. Every wait has a generous time limit, for busy machines. */
record Screen(RunningPortal portal, Page page) {

    private static final double TIMEOUT = 60_000;

    Screen {
        page.setDefaultTimeout(TIMEOUT);
        PlaywrightAssertions.setDefaultAssertionTimeout(TIMEOUT);
    }

    Screen open(String path) {
        page.navigate(portal.address(path));
        return this;
    }

    /**
     * Presses the browser's back button when the page is idle, and waits until it is idle again. Vaadin's router
     * restores the old address while it requests the new page from the server, so a second step during that time would
     * start from the wrong page.
     */
    void back() {
        awaitIdle();
        page.goBack();
        awaitIdle();
    }

    void forward() {
        awaitIdle();
        page.goForward();
        awaitIdle();
    }

    /** Waits until no navigation is in progress and the server has answered all requests of the page. */
    void awaitIdle() {
        page.waitForFunction("""
                () => {
                  const flow = window.Vaadin?.Flow;
                  return flow?.clients && !flow.navigation && !window.feesTypeAhead?.isWaiting()
                    && Object.values(flow.clients).every(client => !client.isActive());
                }""");
    }

    /** Delays every request from now on, as a slow network does. */
    void slow(int millis) {
        JsonObject conditions = new JsonObject();
        conditions.addProperty("offline", false);
        conditions.addProperty("latency", millis);
        conditions.addProperty("downloadThroughput", -1);
        conditions.addProperty("uploadThroughput", -1);
        page.context().newCDPSession(page).send("Network.emulateNetworkConditions", conditions);
    }

    /** Waits until all animations have ended. */
    void awaitAnimations() {
        awaitIdle();
        page.waitForFunction("""
                () => {
                  const animations = root => [...root.getAnimations(),
                    ...[...root.querySelectorAll('*')].filter(e => e.shadowRoot).flatMap(e => animations(e.shadowRoot))];
                  return animations(document).every(animation => animation.playState !== 'running'
                    || animation.effect.getComputedTiming().endTime === Infinity);
                }""");
    }

    /** The account of this student, who is charged 5.00, before a cashier. */
    static Screen atTheCounter(RunningPortal portal, Browser browser, int student) {
        portal.shell()
                .run("fees:assess --name Locker --amount 5.00 --date 2026-09-08 --group student --values " + student);
        Screen cashier = new Screen(portal, browser.logIn(portal, PortalUser.CASHIER));
        cashier.openStudent(student);
        cashier.awaitText("ticked-total", "1 of 1 charge selected: 5.00 CAD");
        return cashier;
    }

    Locator part(String id) {
        return page.locator("#" + id);
    }

    /**
     * Returns the visible input element inside a field. Only a visible one counts, because a grid has hidden copies of
     * its cells.
     */
    Locator field(String id) {
        return page.locator("#" + id + ":visible input");
    }

    void type(String id, String text) {
        field(id).fill(text);
    }

    /** Types a date and leaves the field. */
    void date(String id, String text) {
        field(id).fill(text);
        field(id).press("Tab");
    }

    /** Enters the date of a correction that is more than 31 days ago, and confirms it. */
    void longAgo(String id, String text) {
        date(id, text);
        awaitText("correction-question", "days ago");
        awaitText("correction-apply", "Use this date");
        press("correction-apply");
    }

    void press(String id) {
        part(id).click();
    }

    void setChecked(String id, boolean on) {
        field(id).setChecked(on);
    }

    /** Opens a drop-down list and selects an item. */
    void choose(String id, String text) {
        part(id).click();
        page.locator("vaadin-select-item:visible", new Page.LocatorOptions().setHasText(text))
                .first()
                .click();
    }

    /** Selects one of the visible options. */
    void selectOption(String id, String text) {
        page.locator("#" + id + " vaadin-radio-button", new Page.LocatorOptions().setHasText(text))
                .locator("input")
                .check();
    }

    /** Waits until a part of the page shows a text. */
    void awaitText(String id, String text) {
        PlaywrightAssertions.assertThat(part(id))
                .containsText(text, new LocatorAssertions.ContainsTextOptions().setTimeout(TIMEOUT));
    }

    void awaitText(String id, Pattern text) {
        PlaywrightAssertions.assertThat(part(id))
                .containsText(text, new LocatorAssertions.ContainsTextOptions().setTimeout(TIMEOUT));
    }

    void awaitVisible(String id) {
        PlaywrightAssertions.assertThat(part(id))
                .isVisible(new LocatorAssertions.IsVisibleOptions().setTimeout(TIMEOUT));
    }

    void awaitHidden(String id) {
        PlaywrightAssertions.assertThat(part(id)).isHidden(new LocatorAssertions.IsHiddenOptions().setTimeout(TIMEOUT));
    }

    /** Checks that the field is marked as invalid and has this error message. */
    void awaitError(String id, String why) {
        PlaywrightAssertions.assertThat(part(id))
                .hasAttribute("invalid", "", new LocatorAssertions.HasAttributeOptions().setTimeout(TIMEOUT));
        PlaywrightAssertions.assertThat(page.locator("#" + id + " [slot=error-message]"))
                .containsText(why, new LocatorAssertions.ContainsTextOptions().setTimeout(TIMEOUT));
        awaitIdle();
    }

    /** Opens a student's account at the counter. */
    void openStudent(int number) {
        open("fees/payments/" + number);
        awaitVisible("student-header");
    }

    /** Waits until the page has printed so many documents. */
    void awaitPrinted(int documents) {
        page.waitForFunction("documents => window.printed === documents", documents);
    }

    /** Downloads the document of a link in the session of the user. */
    Pdf pdf(String link) {
        return Pdf.of(content(link, "application/pdf"));
    }

    /** Downloads the list of a link and returns its lines, starting with the header. */
    List<String> csv(String link) {
        return new String(content(link, "text/csv"), StandardCharsets.UTF_8)
                .lines()
                .toList();
    }

    /** Downloads the list of a link and parses it as another program would. */
    Csv table(String link) {
        return Csv.of(content(link, "text/csv"));
    }

    byte[] content(String link, String type) {
        String address = (String) part(link).evaluate("link => link.href");
        var answer = page.request().get(address, RequestOptions.create().setTimeout(TIMEOUT));
        if (!answer.ok() || !answer.headers().get("content-type").startsWith(type)) {
            throw new AssertionError(address + ": " + answer.status() + " " + answer.headers());
        }
        return answer.body();
    }

    void picture(String name) {
        Browser.picture(page, name);
    }
}
