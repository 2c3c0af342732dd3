package org.openadmin.fees.itest.portal;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.Cookie;
import com.microsoft.playwright.options.SameSiteAttribute;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.EnumSet;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The portal without any modules. */
class PortalIT {

    private static RunningPortal portal;

    @RegisterExtension
    private final Browser browser = new Browser();

    @BeforeAll
    static void start() {
        portal = RunningPortal.start("portal");
    }

    @AfterAll
    static void stop() {
        portal.close();
    }

    @Test
    void nobodyPassesWithoutALogIn() {
        Page page = browser.visitor(ColorScheme.LIGHT, "en-CA");
        page.navigate(portal.address("students"));
        assertThat(page).hasURL(Pattern.compile("/login\\?to=%2Fstudents"));
        Browser.picture(page, "login-light");
        Browser.logIn(page, "clerk", "wrong");
        assertThat(page.locator("[role=alert]")).containsText("is incorrect");
        assertThat(page.locator("#user")).hasValue("clerk");
        Browser.picture(page, "login-refused");
        Browser.logIn(page, "clerk", "clerk");
        assertThat(page).hasURL(portal.address("students"));
        assertThat(page.locator("#user-name")).hasText("clerk");
    }

    @Test
    void theLogInFollowsTheBrowsersLanguageAndColours() {
        Page page = browser.visitor(ColorScheme.DARK, "fr-CA");
        page.navigate(portal.address(""));
        assertThat(page.locator("h1")).hasText("Portail scolaire");
        Browser.picture(page, "login-dark");
    }

    @Test
    void thePagesSpeakTheBrowsersLanguageOrEnglish() {
        Page french = browser.logIn(portal, PortalUser.CLERK, ColorScheme.LIGHT, "fr-CA");
        assertThat(french.locator("html")).hasAttribute("lang", "fr-CA");
        assertThat(french.locator("#home h1")).hasText("Bonjour clerk");
        Page german = browser.logIn(portal, PortalUser.CLERK, ColorScheme.LIGHT, "de-DE");
        assertThat(german.locator("html")).hasAttribute("lang", "en");
        assertThat(german.locator("#home h1")).containsText("clerk");
        assertThat(german).hasTitle("Home");
    }

    @Test
    void noScriptAndNoOtherSiteGetsTheSession() {
        Page page = browser.logIn(portal, PortalUser.CLERK);
        Cookie session = page.context().cookies().stream()
                .filter(cookie -> cookie.name.equals("JSESSIONID"))
                .findFirst()
                .orElseThrow();
        assertThat(session.httpOnly).isTrue();
        assertThat(session.sameSite).isEqualTo(SameSiteAttribute.LAX);
    }

    @Test
    void theShellLetsInNobodyFromTheOffice() {
        String command = "bundle:id org.openadmin.portal";
        assertThat(portal.shell().run(command).strip()).matches("\\d+");
        for (PortalUser user : EnumSet.complementOf(EnumSet.of(PortalUser.OPERATOR))) {
            assertThat(portal.shell().tryRun(user, command).output())
                    .as(user.logIn())
                    .contains("No more authentication methods available");
        }
    }

    @Test
    void theStudentListIsPagedAndFiltered() {
        Page page = browser.logIn(portal, PortalUser.TEACHER);
        Browser.picture(page, "home-light");
        page.navigate(portal.address("students"));
        assertThat(page.locator("#student-count")).hasText("600 students");
        Browser.picture(page, "students-light");
        page.locator("#students input").first().fill("100");
        assertThat(page.locator("#student-count")).hasText("1 student");
    }

    @Test
    void anUnknownAddressIsAProperPage() {
        Page page = browser.logIn(portal, PortalUser.CLERK, ColorScheme.DARK, "en-CA");
        Browser.picture(page, "home-dark");
        Response answer = page.navigate(portal.address("no/such/page"));
        assertThat(answer.status()).isIn(200, 404);
        assertThat(page.locator("#not-found h2")).hasText("There is no page at this address");
        Browser.picture(page, "not-found-dark");
    }

    @Test
    void noLinkLeadsToAnotherSiteOrLogsOut() {
        Page page = browser.visitor(ColorScheme.LIGHT, "en-CA");
        page.navigate(portal.address("login?to=/.//other.example/"));
        Browser.logIn(page, "clerk", "clerk");
        assertThat(page).hasURL(portal.address(""));
        page.navigate(portal.address("logout"));
        assertThat(page.locator("#home")).isVisible();
        assertThat(page.locator("#user-name")).hasText("clerk");
    }

    @Test
    void whoGuessesPasswordsHasToWait() throws IOException, InterruptedException {
        for (int guess = 1; guess <= 5; guess++) {
            assertThat(send("POST", "login", "user=nobody&password=" + guess).statusCode())
                    .isEqualTo(401);
        }
        HttpResponse<String> answer = send("POST", "login", "user=nobody&password=6");
        assertThat(answer.statusCode()).isEqualTo(429);
        assertThat(answer.headers().firstValue("Retry-After")).isPresent();
        assertThat(answer.body()).contains("Too many attempts. Wait 1");
    }

    @Test
    void everyAnswerIsProtectedAndNamesNoPartOfTheServer() throws IOException, InterruptedException {
        for (HttpResponse<String> answer : List.of(
                send("GET", "login", ""),
                send("GET", "students", ""),
                send("PUT", "login", ""),
                send("POST", "students", ""),
                send("POST", "?v-r=uidl", "x"),
                send("GET", "VAADIN/none.js", ""))) {
            String where = answer.request().method() + " " + answer.uri();
            assertThat(answer.headers().firstValue("Content-Security-Policy").orElse(""))
                    .as(where)
                    .contains("frame-ancestors 'self'");
            assertThat(answer.headers().firstValue("X-Content-Type-Options"))
                    .as(where)
                    .contains("nosniff");
            assertThat(answer.body())
                    .as(where)
                    .doesNotContainIgnoringCase("jetty")
                    .doesNotContain("org.openadmin", "Exception");
        }
    }

    @Test
    void parentsDoNotSeeTheStudents() {
        Page page = browser.logIn(portal, PortalUser.PARENT);
        assertThat(page.locator("a[href='/students']")).hasCount(0);
        page.navigate(portal.address("students"));
        assertThat(page.locator("#access-denied")).isVisible();
        assertThat(page.locator("vaadin-grid")).hasCount(0);
        assertThat(portal.log()).contains("the user parent may not open /students");
    }

    private static HttpResponse<String> send(String method, String path, String body)
            throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(portal.address(path)))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .method(method, HttpRequest.BodyPublishers.ofString(body))
                .build();
        return HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());
    }

    @Test
    void whoHasLoggedOutIsOutside() {
        Page page = browser.logIn(portal, PortalUser.CLERK);
        page.locator("#log-out").click();
        // the page that is left may request itself once more, and the log-in page then keeps its address
        assertThat(page.locator("#password")).isVisible();
        page.navigate(portal.address("students"));
        assertThat(page.locator("#password")).isVisible();
    }
}
