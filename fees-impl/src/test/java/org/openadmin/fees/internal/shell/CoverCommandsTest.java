package org.openadmin.fees.internal.shell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.openadmin.fees.testkit.Kit.cad;

import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.openadmin.fees.api.Actor;
import org.openadmin.fees.api.PayerNumber;
import org.openadmin.fees.api.RequestKey;
import org.openadmin.fees.api.Role;
import org.openadmin.fees.api.StudentNumber;
import org.openadmin.fees.api.payers.AddPayerRequest;
import org.openadmin.fees.api.payers.PayerDetails;
import org.openadmin.fees.api.payers.PayerKind;
import org.openadmin.fees.testkit.Kit;
import org.openadmin.fees.testkit.MemoryOffice;

/** Covers on the shell: added, listed and ended; their runs, and what undoes one. */
class CoverCommandsTest {

    private static final PayerNumber BAND = new PayerNumber(1);

    private final MemoryOffice office = new MemoryOffice();
    private StudentNumber ines;

    @BeforeEach
    void aSponsorAndACharge() {
        ines = office.enrol(460, "Tremblay", "Inès", "9", "9A");
        office.charge(ines, "Trip", "50.00");
        office.payers()
                .add(new AddPayerRequest(
                        RequestKey.fresh(), Kit.CLERK, PayerKind.SPONSOR, PayerDetails.named("Prairie Band")));
    }

    @Test
    void aCoverIsAddedListedAndEnded() throws Exception {
        assertThat(cover(
                        "P1",
                        "460",
                        "--fee",
                        "Trip",
                        "--percent",
                        "60",
                        "--year-limit",
                        "100.00",
                        "--authorization",
                        "A 7"))
                .contains("Cover 1 is added: payer P1 pays for student 460.");
        assertThat(covers()).contains("Trip", "60.00", "100.00", "2026-09-01", "A 7");
        assertThat(covers("P1")).contains("Trip");
        assertThat(covers("461")).contains("There are no covers.");

        assertThat(cover("--end", "1", "--to", "2026-09-07", "--reason", "Moved"))
                .contains("Cover 1 is ended. The last charges that it reaches are those of 2026-09-07.");
        assertThat(covers()).contains("There are no covers.");
        assertThat(covers("--all")).contains("Moved");
        assertThatThrownBy(() -> cover("--end", "1")).hasMessageContaining("Cover 1 has already been ended.");
        assertThatThrownBy(() -> cover("P1")).hasMessageContaining("fees:cover P12 460");
        assertThatThrownBy(() -> cover("P1", "460", "--percent", "0")).hasMessageContaining("percentage");
    }

    @Test
    void aRunIsPreviewedMadeAndUndone() throws Exception {
        cover("P1", "460", "--percent", "60");

        assertThat(run("--dry-run"))
                .contains("Tremblay, Inès", "Trip", "50.00", "30.00", "1 charge, 30.00 CAD, would be transferred");
        assertThat(office.accounts().balance(BAND).balance()).isEqualTo(cad("0.00"));
        assertThat(run("--payer", "P1")).contains("Cover run 1: 1 charge was transferred, 30.00 CAD.");
        assertThat(office.accounts().balance(BAND).balance()).isEqualTo(cad("30.00"));
        assertThat(run("--dry-run")).contains("There is nothing to transfer");
        assertThatThrownBy(() -> run()).hasMessageContaining("There is nothing to transfer");
        assertThat(run("--runs")).contains("P1", "30.00");

        assertThat(run("--undo", "1", "--reason", "Wrong"))
                .contains("Cover run 1 is undone: students owe 1 charge, 30.00 CAD, again.");
        assertThat(office.accounts().balance(ines).outstanding()).isEqualTo(cad("50.00"));
        assertThatThrownBy(() -> run("--undo", "1")).hasMessageContaining("already been undone");
        assertThatThrownBy(() -> run("--undo", "1", "--runs")).hasMessageContaining("Use only one");
    }

    @Test
    void whoOnlyViewsSeesNoCovers() {
        CoversCommand command = new CoversCommand(user(Kit.VIEWER), new ConsoleOutput().output());
        command.covers = office.covers();

        assertThatThrownBy(command::execute).hasMessageContaining("fees-bill");
    }

    private String cover(String... words) throws Exception {
        ConsoleOutput own = new ConsoleOutput();
        CoverCommand command = new CoverCommand(user(Kit.CLERK), own.output());
        command.covers = office.covers();
        command.settings = office;
        command.clock = Kit.CLOCK;
        command.words = List.of(words);
        command.execute();
        return own.text();
    }

    private String covers(String... words) throws Exception {
        ConsoleOutput own = new ConsoleOutput();
        CoversCommand command = new CoversCommand(user(Kit.CLERK), own.output());
        command.covers = office.covers();
        command.clock = Kit.CLOCK;
        command.words = List.of(words);
        command.execute();
        return own.text();
    }

    private String run(String... words) throws Exception {
        ConsoleOutput own = new ConsoleOutput();
        CoverRunCommand command = new CoverRunCommand(user(Kit.CLERK), own.output());
        command.covers = office.covers();
        command.words = List.of(words);
        command.execute();
        return own.text();
    }

    private static ShellUser user(Actor actor) {
        return ShellUsers.user(
                actor.name(), actor.roles().stream().map(Role::roleName).toArray(String[]::new));
    }
}
