package org.openadmin.fees.itest.portal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import com.microsoft.playwright.options.ColorScheme;
import java.math.BigDecimal;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * The work of the person who sends out invoices: the students who get one, those who do not and why, and the log
 * afterwards.
 */
@ExtendWith(SharedPortal.class)
class InvoiceRunsIT {

    /** Students that no other test uses: one owes enough, one too little, one nothing, and one has no address. */
    private static final String OURS = "580 581 582 583";

    private final RunningPortal portal;

    @RegisterExtension
    private final Browser browser = new Browser();

    InvoiceRunsIT(RunningPortal portal) {
        this.portal = portal;
    }

    @BeforeAll
    static void someOwe(RunningPortal portal) throws SQLException {
        PortalConsole shell = portal.shell();
        shell.run(
                "fees:assess --yes --name \"Lab fee\" --amount 24.95 --taxes GST,PST --date 2021-09-01 --group student --values \"580 583\"");
        shell.run("fees:assess --yes --name Copies --amount 0.40 --date 2021-09-01 --group student --values 581");
        try (var connection = portal.school().connect();
                var statement = connection.createStatement()) {
            statement.executeUpdate("UPDATE student SET address1 = '', city1 = '', prov1 = '', pcode1 = '',"
                    + " par1_email = '' WHERE studnum = 583");
        }
    }

    @Test
    void whoIsLeftOutIsInTheLogWhichStays() {
        Screen clerk = screen("en-CA", ColorScheme.LIGHT);
        choose(clerk, "fees/invoices");
        clerk.type("invoice-minimum", "a lot");
        clerk.press("make-invoices");
        clerk.awaitError("invoice-minimum", "12.50");
        clerk.type("invoice-minimum", "5");
        clerk.choose("invoice-order", "By homeroom");
        clerk.press("make-invoices");
        clerk.awaitText("invoices-notice", "1 invoice on 1 page, 27.70 CAD due in total.");
        clerk.awaitText(
                "invoices-none",
                "3 students got no invoice: nothing due (1), below the minimum amount due (1), no postal address (1).");
        clerk.picture("runs-1-printed");
        assertThat(clerk.pdf("open-invoices").pages()).singleElement().satisfies(page -> assertThat(page)
                .contains("No. 580", "27.70"));

        String run = number(clerk);
        Csv log = clerk.table("save-run");
        assertThat(log.column("student")).containsExactlyInAnyOrder("580", "581", "582", "583");
        assertThat(log.column("outcome"))
                .containsExactlyInAnyOrder("invoiced", "below-minimum", "nothing-due", "no-address");
        assertThat(log.sum("due", 4)).isEqualTo(new BigDecimal("55.80"));
        assertThat(log.column("started by")).containsOnly(PortalUser.BILLER.logIn());

        clerk.open("fees/invoices/run=" + run);
        clerk.awaitText("run-left-out", "3 students got no invoice");
        clerk.awaitHidden("make-invoices");
        clerk.page().reload();
        clerk.awaitText("run-figures", "1 invoice on 1 page: charges 27.70, less credit 0.00, due 27.70 CAD.");
        clerk.picture("runs-2-log");
        assertThat(portal.shell().run("fees:invoice-runs " + run))
                .contains("Run " + run + ", print", "1 invoice printed", "1 no postal address", "by biller");
    }

    @Test
    void withoutAnAddressItIsHandedOutWhenWanted() {
        Screen clerk = screen("fr-CA", ColorScheme.DARK);
        clerk.open("fees/invoices/583");
        clerk.press("make-invoices");
        clerk.awaitText("invoices-notice", "27,70");
        assertThat(clerk.pdf("open-invoices").pages()).hasSize(1);
        clerk.picture("runs-3-french");

        clerk.open("fees/invoices/582");
        clerk.press("make-invoices");
        clerk.awaitText("invoices-notice", "1 élève n’en reçoit pas. Voir la raison dans le compte rendu.");
        clerk.awaitText("run-left-out", "rien à payer (1)");
        clerk.open("fees/invoices/run=99999");
        clerk.awaitText("invoices-form-notice", "La série de factures numéro 99999 n’existe pas.");
    }

    @Test
    void aDoubleClickMakesOneRun() {
        Screen clerk = screen("en-CA", ColorScheme.LIGHT);
        clerk.open("fees/invoices/580");
        clerk.part("make-invoices").dblclick();
        clerk.awaitText("invoices-notice", "1 invoice on 1 page");
        int run = Integer.parseInt(number(clerk));
        clerk.open("fees/invoices/run=" + (run + 1));
        clerk.awaitText("invoices-form-notice", "There is no invoice run number");
    }

    @Test
    void thePdfOfAnEarlierRunIsOpenedAgain() throws Exception {
        PortalConsole shell = portal.shell();
        shell.run(
                "fees:assess --yes --name \"Lab fee\" --amount 12.00 --date 2021-09-01 --group student --values \"586 587\"");
        families("UPDATE student SET address1 = '12 Main Street' WHERE studnum IN (586, 587)");
        Screen clerk = screen("en-CA", ColorScheme.LIGHT);
        clerk.open("fees/invoices");
        clerk.selectOption("invoice-scope", "These students");
        clerk.choose("audience-kind", "Student number");
        clerk.type("audience-values", "586 587");
        clerk.press("make-invoices");
        clerk.awaitText("invoices-notice", "2 invoices on 2 pages");
        byte[] first = clerk.content("open-invoices", "application/pdf");
        String run = number(clerk);
        shell.run("fees:pay 586 --amount 12.00 --charges all --yes");

        clerk.open("fees/invoices/run=" + run);
        clerk.press("run-reprint");
        clerk.awaitText("run-reprint-notice", "The same pages as the first time (");
        assertThat(clerk.content("open-run", "application/pdf")).isEqualTo(first);
        clerk.picture("runs-9-same");

        families("UPDATE student SET address1 = '13 Main Street' WHERE studnum = 587");
        clerk.press("run-reprint");
        clerk.awaitText("run-reprint-notice", "Made again, with a note on each page");
        clerk.awaitText("run-reprint-notice", "guardian or address (");
        assertThat(clerk.pdf("open-run").pages())
                .hasSize(2)
                .allMatch(page -> page.startsWith("Made again on "))
                .anyMatch(page -> page.contains("Changed since the first print: the guardian or the address."))
                .anyMatch(page -> page.contains("This invoice has not changed since the first print."));
        clerk.picture("runs-10-changed");
        assertThat(shell.run("fees:invoice-runs " + run + " --out again-" + run + ".pdf"))
                .contains("PDF of run " + run, "Made again, with a note on each page");
    }

    @Test
    void aRunIsFollowedAndStoppedFromAnotherSession() throws Exception {
        portal.shell()
                .run(
                        "fees:assess --yes --name Choir --amount 5.00 --date 2021-09-01 --group student --values \"584 585\"");
        families(
                "UPDATE student SET par1_email = CONCAT('choir', studnum, '@family.example') WHERE studnum IN (584, 585)");
        GreenMail mail = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
        mail.start();
        try (Browser elsewhere = new Browser()) {
            portal.configureModule(Map.of(
                    "mail.host", "127.0.0.1",
                    "mail.port", String.valueOf(mail.getSmtp().getPort()),
                    "mail.security", "none",
                    "mail.from", "office@prairieview.example",
                    "mail.per-minute", "1"));
            Screen clerk = screen("en-CA", ColorScheme.LIGHT);
            awaitEmail(clerk);
            clerk.open("fees/invoices");
            clerk.selectOption("invoice-scope", "These students");
            clerk.choose("audience-kind", "Student number");
            clerk.type("audience-values", "584 585");
            clerk.press("email-invoices");
            clerk.awaitText("mailing-question", "2 messages will be sent");
            clerk.press("mailing-send");
            clerk.awaitVisible("mailing-progress-stop");

            Matcher run = Pattern.compile("Run (\\d+), e-mail[^\\n]*: in progress")
                    .matcher(portal.shell().run("fees:invoice-runs"));
            assertThat(run.find()).isTrue();
            Screen other = new Screen(portal, elsewhere.logIn(portal, PortalUser.BILLER, ColorScheme.DARK, "en-CA"));
            other.open("fees/invoices/run=" + run.group(1));
            other.awaitText("run-progress-text", "1 of 2 students done");
            other.awaitText("run-figures", "Sent for 1 of 2 students");
            other.picture("runs-8-followed");
            other.press("run-stop");
            other.awaitText("run-sheet", "Stopped");
            other.awaitHidden("run-stop");
            clerk.awaitText("mailing-notice", "Stopped. Sent for 1 student");
            assertThat(mail.getReceivedMessages()).hasSize(1);
        } finally {
            mail.stop();
        }
    }

    @Test
    void aFamilyGetsOneMessageOnce() throws Exception {
        families("UPDATE student SET par1_email = 'ivy@family.example', par1_firstname = 'Ivy',"
                + " par1_lastname = 'Family' WHERE studnum IN (580, 581)");
        GreenMail mail = mailServer();
        try {
            Screen clerk = screen("en-CA", ColorScheme.LIGHT);
            awaitEmail(clerk);
            choose(clerk, "fees/invoices");
            clerk.press("test-mail");
            clerk.awaitText("mail-test-setup", "not encrypted, sender office@prairieview.example.");
            clerk.picture("runs-7-test");
            clerk.press("mail-test-send");
            clerk.awaitText("mail-test-notice", "accepted the message to office@prairieview.example.");
            clerk.press("mail-test-close");
            mail.purgeEmailFromAllMailboxes();

            clerk.press("email-invoices");
            clerk.awaitText("mailing-question", "1 message will be sent for 2 students, 28.10 CAD due in total.");
            clerk.awaitText("mailing-sender", "from Prairie View School <office@prairieview.example>.");
            clerk.awaitText("mailing-left-out", "nothing due (1), no usable e-mail address (1)");
            clerk.picture("runs-4-question");
            clerk.part("mailing-send").dblclick();
            clerk.awaitText("mailing-notice", "Sent for 2 students.");
            clerk.awaitText("run-figures", "Sent for 2 of 2 students, 28.10 CAD due in total.");
            clerk.picture("runs-5-sent");
            assertThat(mail.getReceivedMessages()).hasSize(1);
            assertThat(mail.getReceivedMessages()[0].getSubject()).contains("invoice for", "Facture");

            clerk.press("email-invoices");
            clerk.awaitText("mailing-question", "No messages would be sent.");
            clerk.awaitText("mailing-left-out", "already sent (2)");
            clerk.setChecked("mailing-again", true);
            clerk.awaitText("mailing-question", "1 message will be sent for 2 students");
            mail.stop();
            clerk.press("mailing-send");
            clerk.awaitText("mailing-notice", "The mail server cannot be reached.");
            clerk.awaitText("runs", "Failed");
            clerk.picture("runs-6-unreachable");
        } finally {
            mail.stop();
        }
    }

    @Test
    void aReceiptGoesOutOnceAndIsListedWithIt() throws Exception {
        PortalConsole shell = portal.shell();
        shell.run("fees:assess --yes --name Copies --amount 6.40 --date 2021-09-01 --group student --values 588");
        Matcher paid = Pattern.compile("Receipt (\\d+)")
                .matcher(shell.run("fees:pay 588 --amount 6.40 --charges all --yes --date 2021-09-01"));
        assertThat(paid.find()).isTrue();
        String receipt = paid.group(1);
        GreenMail mail = mailServer();
        try {
            Screen clerk = screen("en-CA", ColorScheme.LIGHT);
            awaitEmail(clerk);
            clerk.open("fees/receipts/open=" + receipt);
            clerk.press("email-receipt");
            clerk.type("receipt-mail-addresses", "nobody");
            clerk.press("receipt-mail-send");
            clerk.awaitError("receipt-mail-addresses", "“nobody” is not an e-mail address");
            clerk.type("receipt-mail-addresses", "pat@family.example");
            clerk.picture("receipt-mail-1-form");
            clerk.part("receipt-mail-send").dblclick();
            clerk.awaitText("receipt-mail-notice", "accepted the receipt for pat@family.example.");
            assertThat(mail.getReceivedMessages()).hasSize(1);
            assertThat(mail.getReceivedMessages()[0].getSubject()).contains("receipt " + receipt, "reçu " + receipt);
            clerk.press("receipt-mail-close");
            clerk.awaitText("receipt-messages", "E-mailed to pat@family.example");
            clerk.picture("receipt-mail-2-listed");

            mail.stop();
            clerk.press("email-receipt");
            clerk.type("receipt-mail-addresses", "pat@family.example");
            clerk.press("receipt-mail-send");
            clerk.awaitText("receipt-mail-notice", "The mail server cannot be reached.");
            clerk.press("receipt-mail-close");
        } finally {
            mail.stop();
        }
        assertThat(shell.run("fees:audit-log --limit 5")).contains("E-mail a receipt");
    }

    /** Starts a mail server, and configures the module to send through it. */
    private GreenMail mailServer() throws Exception {
        GreenMail mail = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
        mail.start();
        portal.configureModule(Map.of(
                "mail.host", "127.0.0.1",
                "mail.port", String.valueOf(mail.getSmtp().getPort()),
                "mail.security", "none",
                "mail.from", "office@prairieview.example",
                "mail.per-minute", "6000",
                "mail.attempts", "1"));
        return mail;
    }

    /** Waits for the button that the page has only if a mail server is configured. */
    private static void awaitEmail(Screen clerk) {
        await("the mail server in the configuration")
                .atMost(Duration.ofSeconds(30))
                .until(() -> {
                    clerk.open("fees/invoices");
                    clerk.awaitVisible("make-invoices");
                    return clerk.part("email-invoices").isVisible();
                });
    }

    private void families(String sql) throws SQLException {
        try (var connection = portal.school().connect();
                var statement = connection.createStatement()) {
            statement.executeUpdate(sql);
        }
    }

    private static void choose(Screen clerk, String page) {
        clerk.open(page);
        clerk.selectOption("invoice-scope", "These students");
        clerk.choose("audience-kind", "Student number");
        clerk.type("audience-values", OURS);
    }

    private static String number(Screen clerk) {
        clerk.awaitVisible("run-heading");
        Matcher heading =
                Pattern.compile("(\\d+)").matcher(clerk.part("run-heading").textContent());
        assertThat(heading.find()).isTrue();
        return heading.group(1);
    }

    private Screen screen(String language, ColorScheme colours) {
        return new Screen(portal, browser.logIn(portal, PortalUser.BILLER, colours, language));
    }
}
