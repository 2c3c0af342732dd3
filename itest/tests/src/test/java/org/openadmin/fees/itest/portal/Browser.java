package org.openadmin.fees.itest.portal;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ScreenshotAnimations;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.openadmin.fees.itest.database.GuardedProcess;

/**
 * The pages of one test in the installed Chromium, which has no window and is started once for all tests. Registered as an
 * extension, it closes them after each test. Most tests run in the build of Chromium without a window, which does
 * not draw the browser around the page, but does not show a PDF in a page either.
 */
final class Browser implements AutoCloseable, AfterEachCallback {

    private static final int WIDTH = 1280;
    private static final int HEIGHT = 720;

    /** Counts what a page prints: the dialog of the system cannot be answered. */
    private static final String COUNT_PRINTS = """
            window.printed = 0;
            Object.defineProperty(HTMLIFrameElement.prototype, 'contentWindow', {
              configurable: true,
              get: () => ({print: () => window.printed++})
            });
            """;

    /** Makes a page a browser that does not print frames. */
    static final String NO_PRINTING = """
            () => Object.defineProperty(HTMLIFrameElement.prototype, 'contentWindow', {
              get: () => ({print: () => { throw new Error('not allowed'); }})
            })
            """;

    private final List<BrowserContext> sessions = new ArrayList<>();
    private final Supplier<com.microsoft.playwright.Browser> chromium;

    Browser() {
        this(() -> Light.CHROMIUM);
    }

    private Browser(Supplier<com.microsoft.playwright.Browser> chromium) {
        this.chromium = chromium;
    }

    /** A browser that shows a PDF in a page, and so can print it. */
    static Browser thatPrints() {
        return new Browser(() -> Whole.CHROMIUM);
    }

    private static final class Light {
        private static final com.microsoft.playwright.Browser CHROMIUM =
                launch(GuardedProcess.onPath("chromium-headless-shell").orElseGet(Browser::wholeBrowser));
    }

    private static final class Whole {
        private static final com.microsoft.playwright.Browser CHROMIUM = launch(wholeBrowser());
    }

    /** It ends with this process. */
    private static com.microsoft.playwright.Browser launch(Path executable) {
        return Playwright.create()
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(executable)
                        .setArgs(List.of(
                                "--no-sandbox",
                                "--disable-gpu",
                                "--disable-quic",
                                "--no-first-run",
                                "--disable-background-networking",
                                "--disable-component-update",
                                "--disable-sync")));
    }

    /** Opens a page for a logged-in user, in a session of its own. */
    Page logIn(RunningPortal portal, PortalUser user, ColorScheme scheme, String language) {
        Page page = visitor(scheme, language);
        page.navigate(portal.address(""));
        logIn(page, user.logIn(), user.logIn());
        page.locator("#home").waitFor();
        return page;
    }

    Page logIn(RunningPortal portal, PortalUser user) {
        return logIn(portal, user, ColorScheme.LIGHT, "en-CA");
    }

    /** Opens a page for a visitor who has not logged in. */
    Page visitor(ColorScheme scheme, String language) {
        BrowserContext session = chromium.get()
                .newContext(new com.microsoft.playwright.Browser.NewContextOptions()
                        .setViewportSize(WIDTH, HEIGHT)
                        .setColorScheme(scheme)
                        .setLocale(language));
        session.addInitScript(COUNT_PRINTS);
        sessions.add(session);
        return session.newPage();
    }

    static void logIn(Page page, String name, String password) {
        page.locator("#user").fill(name);
        page.locator("#password").fill(password);
        page.locator("button[type=submit]").click();
    }

    /** Takes a screenshot with all animations skipped to their end. */
    static void picture(Page page, String name) {
        page.screenshot(new Page.ScreenshotOptions()
                .setPath(Path.of("target", "pictures", name + ".png"))
                .setAnimations(ScreenshotAnimations.DISABLED));
    }

    @Override
    public void close() {
        sessions.forEach(BrowserContext::close);
        sessions.clear();
    }

    @Override
    public void afterEach(ExtensionContext context) {
        close();
    }

    private static Path wholeBrowser() {
        return GuardedProcess.onPath("chromium")
                .or(() -> GuardedProcess.onPath("chromium-browser"))
                .or(() -> GuardedProcess.onPath("google-chrome"))
                .orElseThrow(() -> new IllegalStateException("The browser tests need chromium on the PATH"));
    }
}
