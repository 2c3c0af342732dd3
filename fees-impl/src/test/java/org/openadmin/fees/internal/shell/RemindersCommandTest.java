package org.openadmin.fees.internal.shell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import javax.security.auth.Subject;
import org.apache.karaf.shell.support.CommandException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openadmin.fees.api.Actor;
import org.openadmin.fees.api.Page;
import org.openadmin.fees.api.Progress;
import org.openadmin.fees.api.StudentNumber;
import org.openadmin.fees.api.invoicing.InvoicePrinter;
import org.openadmin.fees.api.invoicing.InvoiceReprint;
import org.openadmin.fees.api.invoicing.InvoiceRequest;
import org.openadmin.fees.api.invoicing.InvoiceRun;
import org.openadmin.fees.api.invoicing.InvoiceRun.Channel;
import org.openadmin.fees.api.invoicing.InvoiceRun.Line;
import org.openadmin.fees.api.invoicing.InvoiceRun.Outcome;
import org.openadmin.fees.api.invoicing.InvoiceRun.State;
import org.openadmin.fees.api.invoicing.RunNumber;
import org.openadmin.fees.internal.settings.ConfiguredSettings;
import org.openadmin.fees.testkit.JournalRow;
import org.openadmin.fees.testkit.Kit;
import org.openadmin.fees.testkit.MemoryOffice;

class RemindersCommandTest {

    private final MemoryOffice office = new MemoryOffice();
    private final ConsoleOutput console = new ConsoleOutput();

    @TempDir
    Path folder;

    private RemindersCommand command() {
        return command(Map.of());
    }

    private RemindersCommand command(Map<String, Object> configuration) {
        RemindersCommand command = new RemindersCommand(ShellUsers.admin(), console.output());
        command.settings = new ConfiguredSettings(configuration);
        command.clock = Kit.CLOCK;
        command.files = () -> Optional.of(folder);
        command.reminders = office.reminders();
        command.runs = office.runs();
        command.printer = new Printer();
        return command;
    }

    private StudentNumber overdue(int number, String lastname, String amount, int days) {
        StudentNumber student = office.enrol(number, lastname, "Ann", "9", "9A");
        office.add(JournalRow.charge("Lab fee", amount).student(student).on(Kit.TODAY.minusDays(days)));
        return student;
    }

    @Test
    void aDryRunShowsWhoIsDueSinceWhenAndAtWhichStage() throws Exception {
        overdue(100, "Tremblay", "10.00", 40);
        overdue(101, "Wang", "5.00", 3);
        RemindersCommand command = command();
        command.dryRun = true;

        command.execute();

        assertThat(console.text())
                .containsPattern("studnum +name +homeroom +overdue +since +days overdue +stage +last reminder")
                .containsPattern("100 +Tremblay, Ann +9A +10.00 +2026-08-11 +40 +30")
                .contains("Reminders 1, overdue 10.00 CAD. Dry run: nothing was printed or sent.")
                .contains("1 not overdue for long enough")
                .doesNotContain("Wang");
        assertThat(office.runs().latest(Kit.VIEWER, Page.first(1))).isEmpty();
    }

    @Test
    void theLettersAreWrittenOnceAndTheNextRunHasNone() throws Exception {
        overdue(100, "Tremblay", "10.00", 40);
        RemindersCommand command = command();
        command.out = "reminders.pdf";

        command.execute();

        assertThat(console.text())
                .contains("Reminders 1: " + folder.resolve("reminders.pdf"))
                .contains("1 pages; charges 10.00 CAD, less credit 0.00 CAD, due 10.00 CAD");
        assertThat(folder.resolve("reminders.pdf")).hasContent("letters");
        RemindersCommand dry = command();
        dry.dryRun = true;
        dry.execute();
        assertThat(console.text()).contains("Reminders 0, overdue 0.00 CAD.", "1 reminded before");
    }

    @Test
    void aStageIsOneOfTheConfiguration() throws Exception {
        overdue(100, "Tremblay", "10.00", 40);
        RemindersCommand other = command();
        other.dryRun = true;
        other.stage = "14";
        other.execute();
        assertThat(console.text()).contains("Reminders 0,", "1 reminder of another stage");

        RemindersCommand unknown = command();
        unknown.stage = "15";
        assertThatThrownBy(unknown::execute)
                .isExactlyInstanceOf(CommandException.class)
                .hasMessage("\"15\" is not one of the stages of the configuration: 14, 30, 60.");
    }

    @Test
    void theFrenchConsoleSpeaksFrench() throws Exception {
        overdue(100, "Tremblay", "10.00", 40);
        RemindersCommand command = command(Map.of("locale", "fr-CA"));
        command.dryRun = true;

        command.execute();

        assertThat(console.text()).contains("dernier rappel", "Rappels 1, en retard 10.00 CAD. Simple essai");
    }

    @Test
    void withoutTheRoleNobodyIsShown() {
        RemindersCommand command = new RemindersCommand(new ShellUser(Subject::new), console.output());
        command.reminders = office.reminders();
        command.dryRun = true;

        assertThatThrownBy(command::execute).isExactlyInstanceOf(CommandException.class);
    }

    /** Prints a letter for each student who is due for one. */
    private final class Printer implements InvoicePrinter {

        @Override
        public Locale language() {
            return Locale.CANADA;
        }

        @Override
        public InvoiceRun print(InvoiceRequest request, Progress progress, OutputStream out) {
            var due = office.reminders().due(request);
            RunNumber run = office.runs().begin(request, Channel.PRINT).number();
            due.forEach(each -> {
                office.runs()
                        .add(
                                run,
                                List.of(Line.of(each.student(), Outcome.INVOICED, each.amount())
                                        .withReminder(each.stage())));
                office.runs()
                        .addPrinted(
                                run,
                                each.student().number(),
                                office.owed(each.student().number()));
            });
            try {
                out.write("letters".getBytes(StandardCharsets.UTF_8));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            return office.runs().end(run, State.DONE, due.size(), due.size(), Kit.cad("10.00"), Kit.cad("0.00"), "");
        }

        @Override
        public InvoiceReprint reprint(Actor actor, RunNumber number, Progress progress, OutputStream out) {
            throw new UnsupportedOperationException();
        }
    }
}
