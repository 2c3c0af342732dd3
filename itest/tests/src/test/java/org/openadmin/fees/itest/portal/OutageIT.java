package org.openadmin.fees.itest.portal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.assertions.PlaywrightAssertions;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.openadmin.fees.itest.database.Database;
import org.openadmin.fees.itest.database.LostCommitProxy;
import org.openadmin.fees.itest.database.MariaDb;

/** The portal or its database is stopped and started again: nothing is lost, and nothing is done twice. */
class OutageIT {

    private static final Path HOME =
            Path.of("target", "outage-database-" + ProcessHandle.current().pid());
    private static final Path UNPACKED = Path.of("target", "mariadb-embedded");
    private static final Duration TIMEOUT = Duration.ofMinutes(3);

    private static MariaDb server;
    private static LostCommitProxy proxy;
    private static RunningPortal portal;
    private static JournalDatabase ledger;

    private final Browser browser = new Browser();

    @BeforeAll
    static void start() {
        server = MariaDb.start(HOME, UNPACKED);
        Database school = server.database("school");
        SchoolPortal.fill(school);
        proxy = LostCommitProxy.before(school);
        portal = RunningPortal.withModule("outage", proxy.database());
        ledger = new JournalDatabase(school);
    }

    @AfterAll
    static void stop() {
        try {
            portal.close();
        } finally {
            proxy.close();
            server.close();
        }
    }

    @AfterEach
    void closeBrowser() {
        browser.close();
        proxy.restore();
    }

    @Test
    void aRestartKeepsTheJournalTheReceiptsTheCatalogueAndTheConfiguration() {
        run("fees:predefined-add --name Yearbook --amount 15 --taxes GST --group grade --values \"11 12\"");
        run("fees:assess --name \"Fee for <5 km\" --amount 100 --taxes GST,PST --date 2026-09-08"
                + " --group student --values \"300 301\"");
        String receipt = receiptNumber(run("fees:pay 300 --amount 120 --charges all --yes --date 2026-09-10"));
        List<String> before = everything(receipt);
        assertThat(before.toString()).contains("Yearbook", "Prairie View School", "GST 5 %", "111.00", "120.00");

        portal.restart();
        portal.awaitModule();
        assertThat(everything(receipt)).isEqualTo(before);
        assertThat(receiptNumber(run("fees:pay 301 --amount 1")))
                .isEqualTo(String.valueOf(Long.parseLong(receipt) + 1));
    }

    @Test
    void aPaymentDuringAnOutageIsTakenOnceAfterwards() {
        run("fees:assess --name Locker --amount 5 --date 2026-09-08 --group student --values 310");
        String charge = ledger.text("SELECT id FROM fees_jrl WHERE studnum = 310");
        String pay =
                "fees:pay 310 --amount 5 --charges " + charge + " --yes --date 2026-09-10 --key " + UUID.randomUUID();
        int port = server.port();
        server.close();
        PortalConsole.CommandResult refused = portal.shell().tryRun(pay);
        assertThat(refused.done()).isFalse();
        assertThat(refused.output())
                .contains("may or may not have been saved", pay.substring(pay.indexOf("--key")))
                .doesNotContain("\tat ");

        server = MariaDb.start(HOME, UNPACKED, port);
        await("the payment")
                .atMost(TIMEOUT)
                .until(() -> portal.shell().tryRun(pay).done());
        String receipt = receiptNumber(run(pay));
        assertThat(receiptNumber(run(pay))).isEqualTo(receipt);
        assertThat(ledger.payments(310)).isOne();
        assertThat(run("fees:balance 310 --csv")).contains("310,0.00,0.00,0.00,");
        assertThat(run("fees:verify")).contains("OK: ");
    }

    /** A cashier who reads "nothing was saved" would take the payment again. */
    @Test
    void aPaymentWhoseAnswerWasLostIsInDoubtUntilTheDatabaseIsBack() {
        run("fees:assess --name Lab --amount 5 --date 2026-09-08 --group student --values 330");
        Screen cashier = new Screen(portal, browser.logIn(portal, PortalUser.CASHIER));
        cashier.openStudent(330);
        proxy.loseNextCommit();
        cashier.press("accept");
        cashier.awaitText("payment-notice", "may or may not have been recorded");
        assertThat(ledger.payments(330)).isOne();

        cashier.press("accept");
        cashier.awaitIdle();
        cashier.awaitText("payment-notice", "may or may not have been recorded");
        cashier.awaitText("accept", "Send again");
        cashier.picture("payment-in-doubt");

        restore();
        cashier.press("accept");
        cashier.awaitVisible("receipt-number");
        assertThat(ledger.payments(330)).isOne();
    }

    @Test
    void aCommandWhoseAnswerWasLostIsInDoubtUntilTheDatabaseIsBack() {
        String pay = "fees:pay 331 --amount 5 --yes --date 2026-09-10 --key " + UUID.randomUUID();
        proxy.loseNextCommit();
        assertThat(portal.shell().tryRun(pay).output()).contains("may or may not have been saved");
        assertThat(portal.shell().tryRun(pay).output()).contains("may or may not have been saved");

        restore();
        assertThat(run(pay)).startsWith("Receipt ");
        assertThat(ledger.payments(331)).isOne();
    }

    @Test
    void aPortalThatStartsBeforeItsDatabaseWaitsForIt() {
        run("fees:assess --name Bus --amount 8 --date 2026-09-08 --group student --values 320");
        int port = server.port();
        server.close();
        portal.restart();
        assertThat(portal.shell().tryRun("fees:balance 320").done()).isFalse();

        server = MariaDb.start(HOME, UNPACKED, port);
        portal.awaitModule();
        await("the balance")
                .atMost(TIMEOUT)
                .until(() ->
                        portal.shell().tryRun("fees:balance 320 --csv").output().contains("320,8.00,8.00,0.00,"));
    }

    @Test
    void aPageWhoseServerWasRestartedLoadsItselfAgainAndKeepsWhatWasTyped() {
        run("fees:assess --name Hockey --amount 90 --date 2026-09-08 --group student --values 340");
        Screen cashier = new Screen(portal, browser.logIn(portal, PortalUser.CASHIER));
        cashier.openStudent(340);
        cashier.awaitVisible("accept");
        cashier.type("amount", "95.25");
        portal.restart();
        cashier.page().locator("#password").waitFor();
        cashier.picture("outage-restarted");
        portal.awaitModule();
        Browser.logIn(cashier.page(), "cashier", "cashier");
        cashier.awaitText("payments-notice", "What you had typed is here again");
        PlaywrightAssertions.assertThat(cashier.field("amount")).hasValue("95.25");
        assertThat(ledger.payments(340)).isZero();
    }

    @Test
    void aPaymentThatWasInDoubtWhenTheServerWasRestartedShowsItsReceipt() {
        run("fees:assess --name Hockey --amount 90 --date 2026-09-08 --group student --values 341");
        Screen cashier = new Screen(portal, browser.logIn(portal, PortalUser.CASHIER));
        cashier.openStudent(341);
        proxy.loseNextCommit();
        cashier.press("accept");
        cashier.awaitText("payment-notice", "may or may not have been recorded");
        portal.restart();
        cashier.page().locator("#password").waitFor();
        restore();
        portal.awaitModule();
        Browser.logIn(cashier.page(), "cashier", "cashier");
        cashier.awaitText("payments-notice", "this payment had been recorded");
        cashier.awaitVisible("receipt-number");
        assertThat(ledger.payments(341)).isOne();
    }

    @Test
    void aVoidThatWasInDoubtWhenTheServerWasRestartedIsKnownToBeRecorded() {
        run("fees:assess --name Hockey --amount 90 --date 2026-09-08 --group student --values 343");
        String receipt = receiptNumber(run("fees:pay 343 --amount 90 --charges all"));
        Screen cashier = new Screen(portal, browser.logIn(portal, PortalUser.CASHIER));
        cashier.open("fees/receipts/" + receipt);
        cashier.press("void-receipt");
        proxy.loseNextCommit();
        cashier.press("correction-apply");
        cashier.awaitText("correction-notice", "may or may not have been done");
        portal.restart();
        cashier.page().locator("#password").waitFor();
        cashier.picture("outage-correction");
        restore();
        portal.awaitModule();
        Browser.logIn(cashier.page(), "cashier", "cashier");
        cashier.awaitText("receipts-notice", "“Void receipt " + receipt + "” had been recorded. Do not do it again.");
        assertThat(ledger.text("SELECT COUNT(*) FROM fees_jrl WHERE studnum = 343 AND trans_type = 'void'"))
                .isEqualTo("1");
    }

    @Test
    void aFormWhoseModuleIsReplacedComesBackAsItWas() {
        run("fees:assess --name Hockey --amount 90 --date 2026-09-08 --group student --values 342");
        Screen cashier = new Screen(portal, browser.logIn(portal, PortalUser.CASHIER));
        cashier.openStudent(342);
        cashier.awaitVisible("accept");
        cashier.type("amount", "95.75");
        portal.removeModule();
        cashier.awaitVisible("module-gone");
        portal.deployModule();
        cashier.awaitText("payments-notice", "What you had typed is here again");
        PlaywrightAssertions.assertThat(cashier.field("amount")).hasValue("95.75");
        portal.awaitModule();
    }

    /** The portal's connection pool tries again only from time to time. */
    private static void restore() {
        proxy.restore();
        await("the database")
                .atMost(TIMEOUT)
                .until(() -> portal.shell().tryRun("fees:balance 330").done());
    }

    private static String run(String command) {
        return portal.shell().run(command);
    }

    private static String receiptNumber(String answer) {
        assertThat(answer).startsWith("Receipt ");
        return answer.lines().findFirst().orElseThrow().substring("Receipt ".length());
    }

    /** Returns all data of the module, as shown by its commands and documents. */
    private static List<String> everything(String receipt) {
        return Stream.of(
                        run("fees:predefined-list"),
                        run("fees:balance --all --csv"),
                        run("fees:outstanding 301"),
                        run("fees:verify"),
                        run("fees:status")
                                .lines()
                                // the second of these lines tells the time
                                .filter(line -> !line.startsWith("Address") && !line.startsWith("Time zone"))
                                .collect(Collectors.joining("\n")),
                        document("fees:receipt " + receipt),
                        document("fees:invoices --date 2026-09-30"))
                .toList();
    }

    private static String document(String command) {
        run(command + " --replace --out outage.pdf");
        try {
            return Pdf.of(Files.readAllBytes(portal.exported("outage.pdf")))
                    .pages()
                    .toString();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
