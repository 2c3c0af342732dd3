package org.openadmin.fees.internal.shell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.openadmin.fees.api.Actor;
import org.openadmin.fees.api.Role;
import org.openadmin.fees.testkit.Kit;
import org.openadmin.fees.testkit.MemoryOffice;

/** Notes on accounts: written, listed, taken down. */
class NoteCommandsTest {

    private final MemoryOffice office = new MemoryOffice();
    private final ConsoleOutput console = new ConsoleOutput();

    @BeforeEach
    void aStudent() {
        office.enrol(460, "Tremblay", "Inès", "9", "9A");
    }

    @Test
    void aNoteIsWrittenListedAndTakenDown() throws Exception {
        add(Kit.CLERK, "460", "Twins,", "pay", "together");
        assertThat(console.text()).contains("Note 1 is on account 460.");

        assertThat(list(Kit.VIEWER, false)).contains("Twins, pay together", "clerk");

        remove(Kit.CASHIER, "1");
        assertThat(console.text()).contains("Note 1 on account 460 is taken down.");
        assertThat(list(Kit.VIEWER, false)).contains("There are no notes on account 460.");
        assertThat(list(Kit.VIEWER, true)).contains("Twins, pay together", "cashier");
    }

    @Test
    void aConfidentialNoteIsListedForAdministratorsOnly() throws Exception {
        NoteAddCommand command = new NoteAddCommand(user(Kit.ADMIN), console.output());
        command.notes = office.notes();
        command.words = List.of("460", "Hardship", "--confidential");
        command.execute();

        assertThat(list(Kit.ADMIN, false)).contains("Hardship", "confidential");
        assertThat(list(Kit.VIEWER, false)).doesNotContain("Hardship").contains("There are no notes");
    }

    @Test
    void theSameKeyWritesOneNote() throws Exception {
        for (int i = 0; i < 2; i++) {
            add(Kit.CLERK, "460", "Twins", "--key", "5a0c4d1e-9f6b-4b6a-8f2d-0c1d2e3f4a5b");
        }

        assertThat(office.notes()
                        .of(Kit.VIEWER, Kit.student(460, "", "", "", "").number()))
                .hasSize(1);
    }

    @Test
    void wrongInputIsOneSentence() {
        assertThatThrownBy(() -> add(Kit.CLERK, "460")).hasMessage("The note is missing.");
        assertThatThrownBy(() -> add(Kit.CLERK)).hasMessageContaining("account");
        assertThatThrownBy(() -> add(Kit.CLERK, "999", "Hello")).hasMessageContaining("999");
        assertThatThrownBy(() -> add(Kit.CLERK, "abc", "Hello")).hasMessageContaining("\"abc\"");
        assertThatThrownBy(() -> remove(Kit.CLERK, "7")).hasMessage("There is no note number 7.");
        assertThatThrownBy(() -> remove(Kit.CLERK, "x")).hasMessageContaining("The note number \"x\"");
        assertThatThrownBy(() -> add(Kit.VIEWER, "460", "Hello")).hasMessageContaining("fees-cashier");
    }

    private void add(Actor actor, String... words) throws Exception {
        NoteAddCommand command = new NoteAddCommand(user(actor), console.output());
        command.notes = office.notes();
        command.words = List.of(words);
        command.execute();
    }

    private void remove(Actor actor, String number) throws Exception {
        NoteRemoveCommand command = new NoteRemoveCommand(user(actor), console.output());
        command.notes = office.notes();
        command.words = List.of(number);
        command.execute();
    }

    private String list(Actor actor, boolean all) throws Exception {
        ConsoleOutput own = new ConsoleOutput();
        NotesCommand command = new NotesCommand(user(actor), own.output());
        command.notes = office.notes();
        command.clock = Kit.CLOCK;
        command.words = List.of("460");
        command.all = all;
        command.execute();
        return own.text();
    }

    private static ShellUser user(Actor actor) {
        return ShellUsers.user(
                actor.name(), actor.roles().stream().map(Role::roleName).toArray(String[]::new));
    }
}
