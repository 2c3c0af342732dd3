package org.openadmin.fees.itest.portal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Long documents and lists whose reader has gone: the portal stops making them. */
@ExtendWith(SharedPortal.class)
class UnwantedFilesIT {

    /** A student with tens of thousands of sales at the door. */
    private static final int STUDENT = 596;

    private static final int SALES = 30_000;
    private static final Duration SOON = Duration.ofMinutes(1);

    /** The test cannot have the tab before it has its answer. */
    private static final String KEEP_TAB = """
            () => {
              const open = window.open;
              window.open = (...what) => window.tab = open(...what);
            }
            """;

    private static final String INVOICES = "fees:invoices --date 2019-03-31 --group student --values " + STUDENT
            + " --unaddressed --replace --out unwanted.pdf";

    private final RunningPortal portal;
    private final Browser browser = new Browser();

    UnwantedFilesIT(RunningPortal portal) {
        this.portal = portal;
    }

    @BeforeAll
    static void aLongAccount(RunningPortal portal) {
        portal.school()
                .execute("INSERT INTO fees_jrl (studnum, trans_type, name, description, trans_date, subtotal, total)"
                        + " SELECT " + STUDENT + ", 'chg', 'Door sale', REPEAT('Sold at the door of the school. ', 6),"
                        + " '2019-03-05', 2.00, 2.00 FROM seq_1_to_" + SALES);
    }

    @AfterAll
    static void isForgotten(RunningPortal portal) {
        portal.school().execute("DELETE FROM fees_jrl WHERE studnum = " + STUDENT);
    }

    @AfterEach
    void closeBrowser() {
        browser.close();
    }

    @Test
    void aDocumentThatIsBeingLaidOutStopsWhenItsTabIsClosedAndTheNextIsMadeAtOnce() {
        Page page = browser.logIn(portal, PortalUser.VIEWER);
        Screen viewer = allTransactions(page);
        page.evaluate(KEEP_TAB);
        viewer.press("history-pdf");
        await("the layout").atMost(SOON).until(this::isLayingOut);
        String before = portal.log();

        page.evaluate("() => window.tab.close()");

        await("the end").atMost(SOON).until(() -> !isLayingOut());
        assertThat(portal.log().substring(before.length()))
                .contains("transactions-" + STUDENT + ".pdf is not wanted any more");
        statementOfAnother(viewer);
    }

    @Test
    void invoicesStopWhenTheConnectionOfTheirCommandIsLost() throws IOException {
        stops(portal.shell().begin(INVOICES));
    }

    @Test
    void invoicesStopWithControlC() throws IOException {
        stops(portal.shell().type(INVOICES));
    }

    private void stops(Runnable leave) {
        await("the layout").atMost(SOON).until(this::isLayingOut);

        leave.run();

        await("the end").atMost(SOON).until(() -> !isLayingOut());
        await("the log")
                .atMost(SOON)
                .until(() -> portal.shell().run("fees:invoice-runs --limit 1").contains("stopped"));
        assertThat(portal.exported("unwanted.pdf")).doesNotExist();
    }

    private Screen allTransactions(Page page) {
        Screen viewer = new Screen(portal, page).open("fees/account/" + STUDENT);
        page.locator("#account-tabs vaadin-tab")
                .filter(new Locator.FilterOptions().setHasText("All transactions (30,000)"))
                .click();
        viewer.awaitVisible("history-pdf");
        return viewer;
    }

    /** A second document of a user is refused while the first is being made. */
    private static void statementOfAnother(Screen viewer) {
        viewer.open("fees/account/510");
        viewer.page()
                .locator("#account-tabs vaadin-tab")
                .filter(new Locator.FilterOptions().setHasText("Statement"))
                .click();
        assertThat(viewer.pdf("statement-pdf").pages()).isNotEmpty();
    }

    @Test
    void aDocumentThatIsBeingLaidOutStopsWhenItsPageIsClosed() {
        Page page = browser.logIn(portal, PortalUser.VIEWER);
        Screen viewer = allTransactions(page);
        page.evaluate("href => { fetch(href); }", viewer.part("history-pdf").getAttribute("href"));
        await("the layout").atMost(SOON).until(this::isLayingOut);
        String before = portal.log();

        Page next = page.context().newPage();
        page.close();

        await("the end").atMost(SOON).until(() -> !isLayingOut());
        assertThat(portal.log().substring(before.length()))
                .contains("transactions-" + STUDENT + ".pdf is not wanted any more");
        statementOfAnother(new Screen(portal, next));
    }

    @Test
    void aListStopsWhenItsConnectionIsClosed() throws IOException {
        Page page = browser.logIn(portal, PortalUser.VIEWER);
        Screen viewer = new Screen(portal, page).open("fees/journal/student=" + STUDENT);
        viewer.awaitText("journal-count", "30,000");
        String before = portal.log();

        takeTheBeginning(page, viewer.part("journal-csv").getAttribute("href"));

        await("the end").atMost(SOON).untilAsserted(() -> assertThat(
                        portal.log().substring(before.length()))
                .containsPattern("journal-.*\\.csv is not wanted any more"));
        viewer.awaitHidden("journal-notice");
    }

    private boolean isLayingOut() {
        return portal.shell().run("shell:threads --list").contains("fees-document");
    }

    /** Reads the beginning of a file and closes the connection, as a browser does whose user cancels a download. */
    private void takeTheBeginning(Page page, String href) throws IOException {
        URI address =
                URI.create(page.url()).resolve(URI.create(portal.address("")).resolve(href));
        String cookies = page.context().cookies().stream()
                .map(cookie -> cookie.name + "=" + cookie.value)
                .collect(Collectors.joining("; "));
        try (Socket socket = new Socket()) {
            socket.setReceiveBufferSize(1 << 13);
            socket.connect(new InetSocketAddress(address.getHost(), address.getPort()));
            String request = "GET " + address.getRawPath() + " HTTP/1.1\r\nHost: " + address.getAuthority()
                    + "\r\nCookie: " + cookies + "\r\n\r\n";
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            InputStream in = socket.getInputStream();
            String beginning = new String(in.readNBytes(100_000), StandardCharsets.UTF_8);
            assertThat(beginning).startsWith("HTTP/1.1 200").contains("Door sale");
        }
    }
}
