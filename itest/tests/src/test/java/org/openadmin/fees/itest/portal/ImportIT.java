package org.openadmin.fees.itest.portal;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.FilePayload;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A file of the bank is dropped, imported by a double click, what is left is claimed, and an import is undone; in both languages. */
@ExtendWith(SharedPortal.class)
class ImportIT {

    private static final Set<String> GRAVE = Set.of("serious", "critical");
    private static final int PHONE = 360;

    private final RunningPortal portal;
    private final JournalDatabase ledger;

    @RegisterExtension
    private final Browser browser = new Browser();

    ImportIT(RunningPortal portal) {
        this.portal = portal;
        ledger = new JournalDatabase(portal.school());
    }

    private void charge(int student, String amount) {
        portal.shell()
                .run("fees:assess --name \"Orchestra\" --amount " + amount
                        + " --date 2003-04-01 --yes --group student --values " + student);
    }

    private String code(int student) {
        String line = balance(student).lines().skip(1).findFirst().orElseThrow();
        return line.substring(line.lastIndexOf(',') + 1).strip();
    }

    private String balance(int student) {
        return portal.shell().run("fees:balance " + student + " --csv");
    }

    private static void drop(Screen screen, String name, String... lines) {
        String text = "Date,Amount,Description\n" + String.join("\n", lines) + "\n";
        screen.page()
                .locator("#import-file input[type=file]")
                .setInputFiles(new FilePayload(name, "text/csv", text.getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void aFileIsImportedOnceByADoubleClickAndTheRestIsClaimed() {
        charge(625, "31.15");
        charge(605, "48.37");
        charge(606, "7.77");
        String[] lines = {
            "2003-04-02,31.15,e-Transfer fees " + code(625),
            "2003-04-03,48.37,orchestra",
            "2003-04-04,7.76,who is this",
            "2003-04-05,-3.00,bank fee"
        };
        Screen cashier = new Screen(portal, browser.logIn(portal, PortalUser.CASHIER)).open("fees/import");
        cashier.awaitVisible("import-file");
        requireNoGraveFault(cashier, "import-choose", "import-1-start");
        drop(cashier, "april.csv", lines);
        cashier.awaitText("import-certain-sum", "Certain: 1 transaction, 31.15");
        cashier.awaitText("import-suggested-sum", "Suggested: 1 transaction, 48.37");
        cashier.awaitText("import-unclaimed-sum", "Unclaimed: 1 transaction, 7.76");
        assertThat(cashier.field("accept-3")).not().isChecked();
        cashier.setChecked("accept-3", true);
        assertThat(cashier.part("import-post")).hasText("Import 2 payments, 1 unclaimed");
        requireNoGraveFault(cashier, "import-post", "import-2-preview");
        cashier.part("import-post").dblclick(new Locator.DblclickOptions().setDelay(5));
        cashier.awaitText("import-notice", "3 transactions, 87.28; 2 receipts, 1 unclaimed.");
        requireNoGraveFault(cashier, "print-receipts", "import-3-posted");
        assertThat(cashier.pdf("print-receipts").pages()).hasSize(2);
        cashier.open("fees/overview");
        cashier.back();
        cashier.awaitVisible("imports");
        assertThat(imports("april.csv")).isEqualTo(1);
        assertThat(balance(625)).contains("625,0.00,0.00,0.00");
        assertThat(balance(605)).contains("605,0.00,0.00,0.00");
        drop(cashier, "april.csv", lines);
        cashier.awaitText("import-nothing", "Everything in this file was imported on");

        cashier.open("fees/overview");
        cashier.awaitText("unclaimed-line", "Unclaimed money:");
        cashier.press("unclaimed-link");
        cashier.awaitText("unclaimed-grid", "who is this");
        long line = ledger.count("SELECT MAX(id) FROM fees_import_line WHERE text = 'who is this'");
        requireNoGraveFault(cashier, "claim-" + line, "import-4-unclaimed");
        cashier.press("claim-" + line);
        cashier.awaitVisible("claim-apply");
        cashier.field("student-search").pressSequentially("606");
        cashier.awaitText("student-matches", "606");
        cashier.field("student-search").press("Enter");
        cashier.awaitText("claim-account", "To ");
        requireNoGraveFault(cashier, "claim-apply", "import-5-claim");
        cashier.page().keyboard().press("Enter");
        cashier.awaitText("import-notice", "7.76 assigned to");
        // one cent more, so that no credit is left
        portal.shell().run("fees:pay 606 --amount 0.01 --charges all");
        assertThat(balance(606)).contains("606,0.00,0.00,0.00");
        assertThat(portal.shell().run("fees:verify")).contains("OK: ");
    }

    @Test
    void anImportIsUndoneOnAPhoneInFrench() {
        charge(619, "12.34");
        Screen cashier = new Screen(portal, browser.logIn(portal, PortalUser.CASHIER, ColorScheme.DARK, "fr-CA"));
        cashier.page().setViewportSize(PHONE, 740);
        cashier.open("fees/import");
        drop(cashier, "casse.csv", "2003-04-02,1e3,x", "2 avril,5.00,y");
        cashier.awaitText("import-refused", "Il y a 2 problèmes dans le fichier");
        cashier.awaitText("import-problems", "Ligne 2, Amount");
        requireNoScrollingSideways(cashier);
        requireNoGraveFault(cashier, "import-leave", "import-6-phone-refused");
        cashier.press("import-leave");
        drop(cashier, "mai.csv", "2003-04-07,12.34,frais " + code(619), "2003-04-08,2.22,qui");
        cashier.awaitText("import-certain-sum", "Certaines");
        requireNoScrollingSideways(cashier);
        requireNoGraveFault(cashier, "import-post", "import-7-phone-preview");
        cashier.press("import-post");
        cashier.awaitText("import-notice", "2 opérations, 14,56; 1 reçu, 1 non réclamé.");
        assertThat(balance(619)).contains("619,0.00,0.00,0.00");
        long number = ledger.count("SELECT MAX(id) FROM fees_import WHERE file_name = 'mai.csv'");
        requireNoScrollingSideways(cashier);
        cashier.press("undo-import-" + number);
        cashier.awaitVisible("undo-import-apply");
        cashier.type("undo-import-reason", "Mauvais fichier");
        requireNoGraveFault(cashier, "undo-import-apply", "import-8-phone-undo");
        cashier.press("undo-import-apply");
        cashier.awaitText("import-notice", "est défaite");
        cashier.picture("import-9-phone-list");
        assertThat(balance(619)).contains("619,12.34,12.34,0.00");
        drop(cashier, "juin.csv", "2003-04-09,2.25,une autre");
        cashier.press("import-post");
        cashier.awaitText("import-notice", "1 non réclamé.");
        cashier.press("unclaimed-link");
        cashier.awaitText("unclaimed-grid", "une autre");
        requireNoScrollingSideways(cashier);
        requireNoGraveFault(cashier, "import-back", "import-10-phone-unclaimed");
        long line = ledger.count("SELECT MAX(id) FROM fees_import_line WHERE text = 'une autre'");
        cashier.press("send-back-" + line);
        cashier.awaitVisible("send-back-apply");
        cashier.field("send-back-reason").pressSequentially("Autre école");
        cashier.field("send-back-reason").press("Enter");
        cashier.awaitText("import-notice", "2,25 est inscrit comme retourné.");
        assertThat(portal.shell().run("fees:verify")).contains("OK: ");
    }

    private long imports(String file) {
        return ledger.count("SELECT COUNT(*) FROM fees_import WHERE file_name = '" + file + "'");
    }

    private static void requireNoScrollingSideways(Screen screen) {
        assertThat((Boolean) screen.page().evaluate("() => document.documentElement.scrollWidth <= innerWidth"))
                .isTrue();
    }

    private static void requireNoGraveFault(Screen screen, String part, String picture) {
        screen.awaitVisible(part);
        screen.awaitAnimations();
        screen.picture(picture);
        List<String> faults = new AxeBuilder(screen.page())
                .setLegacyMode(true).analyze().getViolations().stream()
                        .filter(rule -> GRAVE.contains(rule.getImpact()))
                        .map(rule -> rule.getId() + ": " + rule.getNodes())
                        .toList();
        assertThat(faults).as(picture).isEmpty();
    }
}
