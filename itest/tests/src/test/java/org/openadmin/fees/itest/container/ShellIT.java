package org.openadmin.fees.itest.container;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.zip.ZipFile;
import org.apache.karaf.shell.api.console.Command;
import org.apache.karaf.shell.api.console.Session;
import org.junit.Test;
import org.openadmin.fees.api.billing.Charge;

/** The commands in Karaf's own shell. */
public class ShellIT extends ShellTestBase {

    private static final Set<String> COMMANDS = Set.of(
            "students",
            "predefined-list",
            "predefined-add",
            "predefined-remove",
            "assess",
            "balance",
            "outstanding",
            "overview",
            "collection",
            "class-list",
            "pay",
            "sell",
            "cash-up",
            "deposit",
            "deposits",
            "undeposited",
            "post",
            "postings",
            "binder",
            "cancel",
            "catch-up",
            "class-payment",
            "undo",
            "waive",
            "split",
            "void",
            "bounce",
            "bounce-letter",
            "family-statement",
            "family-invoice",
            "refund",
            "move",
            "refund-slip",
            "receipt",
            "export",
            "invoices",
            "invoice-runs",
            "mail-test",
            "reminders",
            "email-invoices",
            "email-receipt",
            "notes",
            "note-add",
            "note-remove",
            "payers",
            "import",
            "import-undo",
            "imports",
            "unclaimed",
            "claim",
            "payer-add",
            "payer-change",
            "payer-invoice",
            "cover",
            "covers",
            "cover-run",
            "transfer",
            "templates",
            "status",
            "verify",
            "close",
            "closings",
            "reopen",
            "audit-log");

    @Test
    public void everyCommandIsThereAndExplainsItself() {
        var registry = shell.getRegistry();
        Set<String> found = registry.getCommands().stream()
                .filter(command -> command.getScope().equals("fees"))
                .map(Command::getName)
                .collect(Collectors.toCollection(TreeSet::new));
        assertEquals(new TreeSet<>(COMMANDS), found);
        for (String command : COMMANDS) {
            String help = run("fees:" + command + " --help");
            assertTrue(help, help.contains("fees:" + command) && help.contains("DESCRIPTION"));
        }
    }

    @Test
    public void theMainJobWithoutABrowser() {
        run("fees:assess --name \"Lab fee\" --amount 24.95 --taxes GST,PST --date 2026-09-08"
                + " --group student --values \"180 181\" --except 181");
        assertEquals(
                "studnum,balance,outstanding,credit,pay_code\n180,27.70,27.70,0.00,180-43\n181,0.00,0.00,0.00,181-40\n",
                run("fees:balance 180 181 --csv"));
        String answer = run("fees:pay 180 --amount 27.70 --charges all --yes --date 2026-09-08");
        assertTrue(answer, answer.startsWith("Receipt "));
        assertTrue(run("fees:balance 180 --csv").endsWith("180,0.00,0.00,0.00,180-43\n"));
    }

    @Test
    public void aNoteIsWrittenListedAndTakenDown() {
        String answer = run("fees:note-add 184 \"Twins, pay together\"");
        String number = answer.replaceFirst("(?s)Note (\\d+) is on account 184\\..*", "$1");
        assertTrue(run("fees:notes 184 --csv").contains("\"Twins, pay together\""));
        assertTrue(run("fees:note-remove " + number).contains("is taken down"));
        assertTrue(run("fees:notes 184").contains("There are no notes"));
        assertTrue(run("fees:notes 184 --all").contains("Twins, pay together"));
    }

    @Test
    public void wrongInputIsOneSentenceAndARefusalAndStoresNothing() {
        charge(fee("Key deposit", "10.00"), 182, 183);
        Charge others = accounts.outstanding(student(183)).get(0);
        long before = journalRows();
        for (String wrong : List.of(
                "999999 --amount 5",
                "182",
                "182 --amount 0",
                "182 --amount -5",
                "182 --amount 10e-2",
                "182 --amount 12,50",
                "182 --amount 1.005",
                "182 --amount 100000000",
                "182 --amount 5 --date 2026-02-30",
                "182 --amount 5 --method gold",
                "182 --amount 5 --charges 1x",
                "182 --amount 5 --charges all",
                "182 --amount 50 --charges " + others.id(),
                "182 --amount 5 --key abc")) {
            CommandResult answer = tryRun("fees:pay " + wrong);
            assertTrue(wrong, answer.isRefused());
            assertTrue(wrong + ": " + answer.error(), answer.error().matches("[A-Z].*\\.( .*\\.)*"));
            assertFalse(wrong, answer.error().contains("Exception"));
        }
        assertEquals(before, journalRows());
    }

    @Test
    public void anExportGoesToItsFolderOnly() throws IOException {
        Path etc = Path.of(System.getProperty("karaf.etc"));
        String users = Files.readString(etc.resolve("users.properties"));
        for (String name : List.of(
                "../../etc/users.properties", etc.resolve("users.properties").toString(), "/tmp/x.csv")) {
            CommandResult answer = tryRun("fees:export 2026-09 --replace --out " + name);
            assertTrue(name, answer.isRefused());
            assertTrue(answer.error(), answer.error().contains("is outside the export folder"));
        }
        assertEquals(users, Files.readString(etc.resolve("users.properties")));

        run("fees:export 2026-09 --out shell.csv");
        Path file = Path.of(System.getProperty("karaf.data"), "fees-export", "shell.csv");
        assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(file)));
        assertEquals("rwx------", PosixFilePermissions.toString(Files.getPosixFilePermissions(file.getParent())));
        assertTrue(tryRun("fees:export 2026-09 --out shell.csv").isRefused());
        run("fees:export 2026-09 --out shell.csv --replace");
    }

    @Test
    public void aPostingWithoutAccountsNamesThemAndStoresNothing() {
        charge(fee("Yearbook", "30.00"), 184);
        String preview = run("fees:post --until 2026-09-08 --dry-run");
        assertTrue(preview, preview.contains("account.receivable") && preview.contains("account.charge (Yearbook)"));
        CommandResult answer = tryRun("fees:post --format csv --until 2026-09-08 --out books.csv");
        assertTrue(answer.isRefused());
        assertTrue(answer.error(), answer.error().contains("account.receivable"));
        assertTrue(run("fees:postings").contains("Nothing has been posted."));
        assertTrue(tryRun("fees:postings 1 --format csv --out books.csv").isRefused());
    }

    @Test
    public void theBinderOfAPeriodIsWrittenOrRefusedWhole() {
        charge(fee("Binder fee", "12.50"), 185);
        String answer = run("fees:binder --from 2026-09-01 --to 2026-09-08 --out shell-binder.zip --replace");
        assertTrue(answer, answer.contains("18 files in ") && answer.contains("closing balance"));
        Path folder = Path.of(System.getProperty("karaf.data"), "fees-export");
        assertTrue(Files.exists(folder.resolve("shell-binder.zip")));
        for (String wrong : List.of(
                "--from 2026-09-08 --to 2026-09-01 --out wrong-binder.zip",
                "--from 2026-09-01 --to 2999-01-01 --out wrong-binder.zip",
                "--from 2026-09-31 --to 2026-10-01 --out wrong-binder.zip",
                "--from 2026-09-01 --out wrong-binder.zip",
                "--from 2026-09-01 --to 2026-09-08",
                "--from 2026-09-01 --to 2026-09-08 --out shell-binder.zip")) {
            CommandResult refusal = tryRun("fees:binder " + wrong);
            assertTrue(wrong, refusal.isRefused());
            assertFalse(wrong + ": " + refusal.error(), refusal.error().contains("Exception"));
            assertFalse(wrong, refusal.error().isBlank());
        }
        assertFalse(Files.exists(folder.resolve("wrong-binder.zip")));
    }

    @Test
    public void listsAreWrittenAsWorkbooks() throws IOException {
        charge(fee("Workbook", "12.50", "GST"), 191);
        run("fees:balance 191 --out balances.xlsx --replace");
        run("fees:outstanding 191 --out due.xlsx --replace");
        run("fees:export 2026-09 --out month.xlsx --replace");

        assertTrue(sheet("balances.xlsx"), sheet("balances.xlsx").contains("<v>191</v>"));
        assertTrue(sheet("due.xlsx"), sheet("due.xlsx").contains("<t>Workbook</t>"));
        String month = sheet("month.xlsx");
        assertTrue(month, month.contains("<t>Subtotal</t>") && month.contains("t=\"n\""));
        assertFalse(month, month.contains("<f>"));
    }

    private static String sheet(String name) throws IOException {
        Path file = Path.of(System.getProperty("karaf.data"), "fees-export", name);
        try (ZipFile zip = new ZipFile(file.toFile());
                InputStream sheet = zip.getInputStream(zip.getEntry("xl/worksheets/sheet1.xml"))) {
            return new String(sheet.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    @Test
    public void aSessionWithoutAUserIsRefused() {
        var bytes = new ByteArrayOutputStream();
        var out = new PrintStream(bytes, true, StandardCharsets.UTF_8);
        Session session = shell.create(InputStream.nullInputStream(), out, out);
        try {
            Exception refusal = assertThrows(Exception.class, () -> session.execute("fees:balance 180"));
            assertTrue(refusal.getMessage(), refusal.getMessage().startsWith("This session has no user."));
        } finally {
            session.close();
        }
    }

    @Test
    public void verifyIsContentUntilARowIsWrong() throws SQLException {
        charge(fee("Verified", "10.00", "GST"), 184);
        Charge charge = accounts.outstanding(student(184)).get(0);
        assertTrue(run("fees:verify").contains("OK: "));
        execute("UPDATE fees_jrl SET total = total + 0.01 WHERE id = " + charge.id());
        try {
            CommandResult answer = tryRun("fees:verify --csv");
            assertTrue("a wrong row is a refusal", answer.isRefused());
            assertTrue(answer.output(), answer.output().contains("row " + charge.id() + ","));
        } finally {
            execute("UPDATE fees_jrl SET total = total - 0.01 WHERE id = " + charge.id());
        }
        assertTrue(run("fees:verify").contains("OK: "));
    }
}
