package org.openadmin.fees.itest.portal;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.assertions.LocatorAssertions.HasCountOptions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The module as one file: dropped into the running portal, removed, dropped again, with pages open all the time. */
class ModuleDeploymentTest {

    private static final String MODULE_ENTRY = "vaadin-side-nav-item[path^='fees']";
    private static final double PATIENCE = 60_000;
    private static final int ROUNDS = 10;
    private static final int BUNDLES = 4;
    private static final int SCREENS = 4;

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
    void tenRoundsLeaveNoClassLoaderBehind() {
        List<Integer> alive = new ArrayList<>();
        for (int round = 0; round < ROUNDS; round++) {
            deploy();
            visitEachView();
            remove();
            alive.add(portal.moduleMemory().liveClassLoaders());
        }
        // the last one may still be on its way out, but nothing adds up
        assertThat(alive).as("class loaders after each round").allMatch(loaders -> loaders <= BUNDLES);
    }

    @Test
    void anUpdateKeepsTheData() {
        deploy();
        portal.school().execute("insert into fees_predefined (name, amount) values ('Kept', 12.50)");
        office.navigate(portal.address("fees/predefined"));
        assertThat(office.getByText("Kept").first()).isVisible();
        portal.deployModule();
        await("the update").atMost(Duration.ofMinutes(1)).until(() -> portal.log()
                .contains("redeploying"));
        assertThat(office.getByText("Kept").first())
                .isVisible(new LocatorAssertions.IsVisibleOptions().setTimeout(PATIENCE));
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
        assertThat(entries(office)).hasCount(0, new HasCountOptions().setTimeout(PATIENCE));
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
