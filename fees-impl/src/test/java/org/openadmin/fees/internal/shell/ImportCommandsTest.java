package org.openadmin.fees.internal.shell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openadmin.fees.api.Actor;
import org.openadmin.fees.api.Role;
import org.openadmin.fees.api.StudentNumber;
import org.openadmin.fees.testkit.Kit;
import org.openadmin.fees.testkit.MemoryOffice;

/** Files of the bank: imported, listed, undone, and their unclaimed money assigned. */
class ImportCommandsTest {

    private static final StudentNumber INES = new StudentNumber(460);

    @TempDir
    private Path folder;

    private final MemoryOffice office = new MemoryOffice();
    private final ConsoleOutput console = new ConsoleOutput();

    @BeforeEach
    void aStudentWhoOwes() {
        office.enrol(460, "Tremblay", "Inès", "9", "9A");
        office.charge(INES, "Lab fee", "24.95");
    }

    private void file(String name, String... lines) throws IOException {
        Files.writeString(folder.resolve(name), "Date,Amount,Description\n" + String.join("\n", lines) + "\n");
    }

    @Test
    void aFileIsShownImportedListedAndUndone() throws Exception {
        file("bank.csv", "2026-09-08,24.95,fees 460-76", "2026-09-09,7.00,thanks", "2026-09-10,-3.00,bank fee");

        run("bank", "bank.csv", "--dry-run");
        assertThat(console.text())
                .contains("certain: 1 (24.95 CAD), unclaimed: 1 (7.00 CAD), paid out: 1 (-3.00 CAD)")
                .contains("Nothing was saved.");
        assertThat(office.owed(INES)).hasSize(1);

        run("bank", "bank.csv");
        assertThat(console.text()).contains("Import 1: 2 transactions, 31.95 CAD; 1 receipt, 1 unclaimed.");
        assertThat(office.owed(INES)).isEmpty();

        run("bank", "bank.csv");
        assertThat(console.text()).contains("This was imported on 2026-09-20 (import 1): 0 new.");

        assertThat(unclaimed()).contains("thanks", "1 amount, 7.00 CAD in all, the oldest 11 days old.");
        assertThat(imports()).contains("bank.csv", "31.95");

        undo("1", "--reason", "wrong file");
        assertThat(console.text()).contains("Import 1 is undone: 1 receipt of 31.95 CAD in all");
        assertThat(office.owed(INES)).hasSize(1);
        assertThat(imports()).contains("undone");
        assertThat(unclaimed()).contains("There is no unclaimed money.");
    }

    @Test
    void aFileOfPaymentsIsImported() throws Exception {
        Files.writeString(
                folder.resolve("payments.csv"),
                "account,date,amount,method,reference\n460,2026-09-08,24.95,cheque,17\n");

        run("payments", "payments.csv", "--dry-run");
        assertThat(console.text()).contains("certain: 1 (24.95 CAD)");
        run("payments", "payments.csv");
        assertThat(console.text()).contains("Import 1: 1 transaction, 24.95 CAD; 1 receipt, nothing unclaimed.");
        assertThat(office.owed(INES)).isEmpty();
        assertThat(imports()).contains("payments");
    }

    @Test
    void suggestionsAreAcceptedByTheirLines() throws Exception {
        office.enrol(461, "Roy", "Max", "9", "9A");
        office.charge(new StudentNumber(461), "Trip", "31.00");
        file("bank.csv", "2026-09-08,24.95,thanks", "2026-09-09,31.00,no code", "2026-09-10,7.00,who");

        assertThatThrownBy(() -> accept("2,4", "bank", "bank.csv"))
                .hasMessage("Line 4 of the file is no suggestion. Look at the suggestions with --dry-run.");
        assertThatThrownBy(() -> accept("2,x", "bank", "bank.csv")).hasMessageContaining("x");
        assertThat(office.owed(INES)).hasSize(1);

        accept("2", "bank", "bank.csv", "--dry-run");
        assertThat(console.text()).contains("suggested: 2 (55.95 CAD), unclaimed: 1 (7.00 CAD)");
        accept("2", "bank", "bank.csv");

        assertThat(console.text()).contains("Import 1: 3 transactions, 62.95 CAD; 1 receipt, 2 unclaimed.");
        assertThat(office.owed(INES)).isEmpty();
        assertThat(office.owed(new StudentNumber(461))).hasSize(1);
    }

    @Test
    void unclaimedMoneyIsAssignedOrSentBack() throws Exception {
        file("bank.csv", "2026-09-08,24.95,thanks", "2026-09-09,7.00,who");
        run("bank", "bank.csv");

        claim("1", "460");
        assertThat(console.text()).contains("Receipt 1: 24.95 CAD for account 460, dated 2026-09-08.");
        claim("2", "--sent-back", "another school");
        assertThat(console.text()).contains("Line 2 is recorded as sent back.");
        assertThat(unclaimed()).contains("There is no unclaimed money.");
        assertThatThrownBy(() -> claim("2", "460")).hasMessageContaining("Line 2 is not unclaimed money");
    }

    @Test
    void everyProblemIsALine() throws Exception {
        file("bank.csv", "2026-09-08,1e3,x", "8 Sept,5.00,=1+1");

        assertThatThrownBy(() -> run("bank", "bank.csv"))
                .hasMessage(
                        "There is a problem in the file, so nothing of it was imported. Correct the file and import it again."
                                .replace("There is a problem", "There are 2 problems"));
        assertThat(console.text())
                .contains("Line 2, Amount: “1e3” is not a plain amount")
                .contains("Line 3, Description: “=1+1” is a formula");
        assertThat(office.rows()).hasSize(1);
    }

    @Test
    void wrongInputIsOneSentence() throws Exception {
        assertThatThrownBy(() -> run("bank", "none.csv")).hasMessageContaining("There is no file");
        assertThatThrownBy(() -> run("bank", "../etc/passwd")).hasMessageContaining("outside the export folder");
        assertThatThrownBy(() -> run("cash", "bank.csv")).hasMessageContaining("The kind of import");
        assertThatThrownBy(() -> run("bank")).hasMessageContaining("bank FILE");
        assertThatThrownBy(() -> claim("1")).hasMessageContaining("--sent-back");
        assertThatThrownBy(() -> undo("1")).hasMessageContaining("--reason");
        assertThatThrownBy(() -> undo("7", "--reason", "x")).hasMessage("There is no import number 7.");
        Files.write(folder.resolve("large.csv"), new byte[5_000_001]);
        assertThatThrownBy(() -> run("bank", "large.csv")).hasMessageContaining("is too long");
        ImportsCommand list = new ImportsCommand(user(Kit.VIEWER), console.output());
        list.imports = office.imports();
        assertThatThrownBy(list::execute).hasMessageContaining("fees-cashier");
    }

    private void run(String... words) throws Exception {
        accept(null, words);
    }

    private void accept(String lines, String... words) throws Exception {
        ImportCommand command = new ImportCommand(user(Kit.CASHIER), console.output());
        command.imports = office.imports();
        command.clock = Kit.CLOCK;
        command.files = () -> Optional.of(folder);
        command.accepted = lines;
        command.words = List.of(words);
        command.execute();
    }

    private void undo(String... words) throws Exception {
        ImportUndoCommand command = new ImportUndoCommand(user(Kit.CASHIER), console.output());
        command.imports = office.imports();
        command.words = List.of(words);
        command.execute();
    }

    private void claim(String... words) throws Exception {
        ClaimCommand command = new ClaimCommand(user(Kit.CASHIER), console.output());
        command.claims = office.claims();
        command.words = List.of(words);
        command.execute();
    }

    private String unclaimed() throws Exception {
        ConsoleOutput own = new ConsoleOutput();
        UnclaimedCommand command = new UnclaimedCommand(user(Kit.CASHIER), own.output());
        command.claims = office.claims();
        command.execute();
        return own.text();
    }

    private String imports() throws Exception {
        ConsoleOutput own = new ConsoleOutput();
        ImportsCommand command = new ImportsCommand(user(Kit.CASHIER), own.output());
        command.imports = office.imports();
        command.clock = Kit.CLOCK;
        command.execute();
        return own.text();
    }

    private static ShellUser user(Actor actor) {
        return ShellUsers.user(
                actor.name(), actor.roles().stream().map(Role::roleName).toArray(String[]::new));
    }
}
