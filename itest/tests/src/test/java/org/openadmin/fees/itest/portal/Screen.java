package org.openadmin.fees.itest.portal;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.RequestOptions;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Pattern;

/** What a person does on a page of the module. Each wait has a generous end: machines are busy. */
record Screen(RunningPortal portal, Page page) {

    private static final double PATIENCE = 60_000;

    Screen {
        page.setDefaultTimeout(PATIENCE);
        PlaywrightAssertions.setDefaultAssertionTimeout(PATIENCE);
    }

    Screen open(String path) {
        page.navigate(portal.address(path));
        return this;
    }

    /**
     * The browser's own back, from a page that has come to rest to one that has. Vaadin's router puts the old address back while it
     * asks the server for the page of the new one; a second step in that moment would start from the wrong place.
     */
    void back() {
        rests();
        page.goBack();
        rests();
    }

    void forward() {
        rests();
        page.goForward();
        rests();
    }

    /** Waits until no step through the pages is under way and the server has answered everything that the page asked. */
    void rests() {
        page.waitForFunction("""
                () => {
                  const flow = window.Vaadin?.Flow;
                  return flow?.clients && !flow.navigation
                    && Object.values(flow.clients).every(client => !client.isActive());
                }""");
    }

    /** Waits until everything that slides or fades in has arrived. */
    void arrives() {
        rests();
        page.waitForFunction("""
                () => {
                  const animations = root => [...root.getAnimations(),
                    ...[...root.querySelectorAll('*')].filter(e => e.shadowRoot).flatMap(e => animations(e.shadowRoot))];
                  return animations(document).every(animation => animation.playState !== 'running'
                    || animation.effect.getComputedTiming().endTime === Infinity);
                }""");
    }

    Locator part(String id) {
        return page.locator("#" + id);
    }

    /** Fields are hosts: what one types into is inside. A grid keeps copies of its cells that nobody sees. */
    Locator field(String id) {
        return page.locator("#" + id + ":visible input");
    }

    void type(String id, String text) {
        field(id).fill(text);
    }

    /** Types a date and leaves the field, as one does. */
    void date(String id, String text) {
        field(id).fill(text);
        field(id).press("Tab");
    }

    void press(String id) {
        part(id).click();
    }

    void tick(String id, boolean on) {
        field(id).setChecked(on);
    }

    /** Opens a list of choices and takes one. */
    void choose(String id, String text) {
        part(id).click();
        page.locator("vaadin-select-item:visible", new Page.LocatorOptions().setHasText(text))
                .first()
                .click();
    }

    /** Takes one of a few choices that all are in view. */
    void pick(String id, String text) {
        page.locator("#" + id + " vaadin-radio-button", new Page.LocatorOptions().setHasText(text))
                .locator("input")
                .check();
    }

    /** Waits until a part says something. */
    void says(String id, String text) {
        PlaywrightAssertions.assertThat(part(id))
                .containsText(text, new LocatorAssertions.ContainsTextOptions().setTimeout(PATIENCE));
    }

    void says(String id, Pattern text) {
        PlaywrightAssertions.assertThat(part(id))
                .containsText(text, new LocatorAssertions.ContainsTextOptions().setTimeout(PATIENCE));
    }

    void shows(String id) {
        PlaywrightAssertions.assertThat(part(id))
                .isVisible(new LocatorAssertions.IsVisibleOptions().setTimeout(PATIENCE));
    }

    void hides(String id) {
        PlaywrightAssertions.assertThat(part(id))
                .isHidden(new LocatorAssertions.IsHiddenOptions().setTimeout(PATIENCE));
    }

    /** The field is marked as wrong, and its message beside it says why. */
    void refuses(String id, String why) {
        PlaywrightAssertions.assertThat(part(id))
                .hasAttribute("invalid", "", new LocatorAssertions.HasAttributeOptions().setTimeout(PATIENCE));
        PlaywrightAssertions.assertThat(page.locator("#" + id + " [slot=error-message]"))
                .containsText(why, new LocatorAssertions.ContainsTextOptions().setTimeout(PATIENCE));
    }

    /** Opens a student's account at the counter. */
    void openStudent(int number) {
        open("fees/payments/" + number);
        shows("student-header");
    }

    /** What a link to a document leads to, in this person's session. */
    Pdf pdf(String link) {
        return Pdf.of(content(link, "application/pdf"));
    }

    /** The lines of the list that a link leads to, the header first. */
    List<String> csv(String link) {
        return new String(content(link, "text/csv"), StandardCharsets.UTF_8)
                .lines()
                .toList();
    }

    /** The list that a link leads to, as another program reads it. */
    Csv table(String link) {
        return Csv.of(content(link, "text/csv"));
    }

    byte[] content(String link, String type) {
        String address = (String) part(link).evaluate("link => link.href");
        var answer = page.request().get(address, RequestOptions.create().setTimeout(PATIENCE));
        if (!answer.ok() || !answer.headers().get("content-type").startsWith(type)) {
            throw new AssertionError(address + ": " + answer.status() + " " + answer.headers());
        }
        return answer.body();
    }

    void picture(String name) {
        Browser.picture(page, name);
    }
}
