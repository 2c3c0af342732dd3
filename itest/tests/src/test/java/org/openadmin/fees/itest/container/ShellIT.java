package org.openadmin.fees.itest.container;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.apache.karaf.shell.api.console.Command;
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
            "pay",
            "cancel",
            "undo",
            "waive",
            "void",
            "refund",
            "refund-slip",
            "receipt",
            "export",
            "invoices",
            "invoice-runs",
            "email-invoices",
            "templates",
            "status",
            "verify");

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
                "studnum,balance,outstanding,credit\n180,27.70,27.70,0.00\n181,0.00,0.00,0.00\n",
                run("fees:balance 180 181 --csv"));
        String answer = run("fees:pay 180 --amount 27.70 --charges all --yes --date 2026-09-08");
        assertTrue(answer, answer.startsWith("Receipt "));
        assertTrue(run("fees:balance 180 --csv").endsWith("180,0.00,0.00,0.00\n"));
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
