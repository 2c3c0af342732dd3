package org.openadmin.fees.itest.portal;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.assertions.LocatorAssertions.HasCountOptions;
import com.microsoft.playwright.options.ColorScheme;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The module as one file: deployed to the running portal, removed and deployed again, with pages open all the time. */
class ModuleDeploymentIT {

    private static final Logger LOG = LoggerFactory.getLogger(ModuleDeploymentIT.class);
    private static final String MODULE_ENTRY = "vaadin-side-nav-item[path^='fees']";
    private static final double TIMEOUT = 60_000;
    private static final int ROUNDS = 10;
    /** The processor time within which the module must be deployed or removed. */
    private static final Duration PROMISED = Duration.ofSeconds(10);

    private static final int SCREENS = 16;

    private static RunningPortal portal;
    private Browser browser;
    private Page office;

    @BeforeAll
    static void start() {
        portal = RunningPortal.start("deployment");
    }

    @AfterAll
    static void stop() {
        portal.close();
    }

    @BeforeEach
    void openThePortal() {
        browser = new Browser();
        office = browser.logIn(portal, PortalUser.BURSAR);
    }

    @AfterEach
    void closeBrowser() {
        browser.close();
        portal.removeModule();
    }

    @Test
    void anOpenPageFollowsTheModuleThatComesAndGoes() {
        assertThat(entries(office)).hasCount(0);

        deploy();
        Browser.picture(office, "home-with-module");
        String path = entries(office).first().getAttribute("path");
        entries(office).first().click();
        assertThat(office).hasURL(portal.address(path));
        Browser.picture(office, "module-view");

        remove();
        assertThat(office.locator("#module-gone")).isVisible();
        Browser.picture(office, "module-gone");

        deploy();
        assertThat(office.locator("#module-gone")).hasCount(0);
        remove();
    }

    @Test
    void onlyWhoHasARoleSeesAndOpensTheViews() {
        deploy();
        String path = entries(office).first().getAttribute("path");
        Page teacher = browser.logIn(portal, PortalUser.TEACHER);
        assertThat(entries(teacher)).hasCount(0);
        teacher.navigate(portal.address(path));
        assertThat(teacher.locator("#access-denied")).isVisible();
        Browser.picture(teacher, "access-denied");
        remove();
    }

    @Test
    void tenRoundsAreQuickAndLeaveNothingBehind() {
        List<Duration> arrivals = new ArrayList<>();
        List<Duration> departures = new ArrayList<>();
        List<List<String>> alive = new ArrayList<>();
        for (int round = 1; round <= ROUNDS; round++) {
            arrivals.add(work(this::deploy));
            visitEachView();
            // no other receipts are issued here, so the numbers are 1, 2, 3 …
            printReceipt(round);
            departures.add(work(this::remove));
            alive.add(portal.moduleMemory().liveClassLoaders());
        }
        LOG.info("The menu came with {} of work and went with {}; class loaders left: {}", arrivals, departures, alive);
        assertThat(median(arrivals))
                .as("work until the menu shows it, of %s", arrivals)
                .isLessThan(PROMISED);
        assertThat(median(departures))
                .as("work until the menu has forgotten it, of %s", departures)
                .isLessThan(PROMISED);
        // a removed bundle may be kept until the last request that it served has ended
        await("an empty memory, after " + alive)
                .atMost(Duration.ofMinutes(1))
                .pollInterval(Duration.ofSeconds(1))
                .untilAsserted(() -> assertThat(portal.moduleMemory().holders()).isEmpty());
    }

    @Test
    void anUpdateKeepsTheDataAndTheOpenPage() {
        deploy();
        portal.school().execute("insert into fees_predefined (name, amount) values ('Kept', 12.50)");
        office.navigate(portal.address("fees/predefined"));
        assertThat(office.getByText("Kept").first()).isVisible();
        office.evaluate("window.sameDocument = true");
        String before = moduleBundle().output();

        portal.deployModule();
        await("other bundles of the module").atMost(Duration.ofMinutes(1)).until(() -> {
            PortalConsole.CommandResult now = moduleBundle();
            return now.done() && !now.output().equals(before);
        });
        assertThat(office.getByText("Kept").first())
                .isVisible(new LocatorAssertions.IsVisibleOptions().setTimeout(TIMEOUT));
        assertThat(office.locator("#module-gone")).hasCount(0);
        assertThat(entries(office)).hasCount(SCREENS);
        assertThat(office.evaluate("window.sameDocument")).isEqualTo(true);
        remove();
    }

    @Test
    void aPageThatWasNotThereComesWithTheModule() {
        office.navigate(portal.address("fees/payments"));
        assertThat(office.locator("#not-found")).isVisible();
        deploy();
        assertThat(office.locator("#not-found")).hasCount(0, new HasCountOptions().setTimeout(TIMEOUT));
        assertThat(office.locator("input").first()).isVisible();
        remove();
    }

    @Test
    void aRestartOfThePortalKeepsTheModule() {
        deploy();
        portal.restart();
        portal.awaitModule();
        office = browser.logIn(portal, PortalUser.BURSAR);
        assertThat(entries(office)).hasCount(SCREENS, new HasCountOptions().setTimeout(TIMEOUT));
        remove();
    }

    @Test
    void menuAndScreensAreInOneLanguage() {
        deploy();
        Page french = browser.logIn(portal, PortalUser.BURSAR, ColorScheme.LIGHT, "fr-CA");
        Locator invoices = french.locator("vaadin-side-nav-item[path='fees/invoices']");
        assertThat(invoices).containsText("Factures");
        invoices.click();
        assertThat(french).hasTitle("Factures");
        assertThat(french.locator("h1, h2").first()).hasText("Factures");
        Browser.picture(french, "module-french");
        remove();
    }

    private void deploy() {
        portal.deployModule();
        await("the menu entries")
                .atMost(Duration.ofMinutes(1))
                .until(() -> entries(office).count() >= SCREENS);
    }

    private void remove() {
        portal.removeModule();
        assertThat(entries(office)).hasCount(0, new HasCountOptions().setTimeout(TIMEOUT));
    }

    /**
     * Returns the processor time that the portal uses for the action, which does not depend on the load of the machine.
     */
    private static Duration work(Runnable action) {
        Duration before = portal.processorTime();
        action.run();
        return portal.processorTime().minus(before);
    }

    private static Duration median(List<Duration> times) {
        return times.stream().sorted().toList().get(times.size() / 2);
    }

    /** Uses parts that the views alone do not: the journal, the templates and the shell's registry of commands. */
    private static void printReceipt(int number) {
        portal.shell().run("fees:pay 100 --amount 1.00 --again");
        portal.shell().run("fees:receipt " + number + " --replace --out receipt.pdf");
        assertThat(portal.exported("receipt.pdf")).isNotEmptyFile();
    }

    private static PortalConsole.CommandResult moduleBundle() {
        return portal.shell().tryRun("bundle:id org.openadmin.fees.ui");
    }

    private void visitEachView() {
        for (String path : paths()) {
            office.locator("vaadin-side-nav-item[path='" + path + "']").click();
            assertThat(office).hasURL(portal.address(path));
        }
    }

    private List<String> paths() {
        return entries(office).all().stream()
                .map(entry -> entry.getAttribute("path"))
                .toList();
    }

    private static Locator entries(Page page) {
        return page.locator(MODULE_ENTRY);
    }
}
