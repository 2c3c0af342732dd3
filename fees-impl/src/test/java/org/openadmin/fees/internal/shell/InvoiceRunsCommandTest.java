package org.openadmin.fees.internal.shell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.apache.karaf.shell.support.CommandException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openadmin.fees.api.Actor;
import org.openadmin.fees.api.DocumentChange;
import org.openadmin.fees.api.Progress;
import org.openadmin.fees.api.Role;
import org.openadmin.fees.api.StudentNumber;
import org.openadmin.fees.api.StudentSnapshot;
import org.openadmin.fees.api.invoicing.CannotReprintException;
import org.openadmin.fees.api.invoicing.InvoicePrinter;
import org.openadmin.fees.api.invoicing.InvoiceReprint;
import org.openadmin.fees.api.invoicing.InvoiceReprint.Reason;
import org.openadmin.fees.api.invoicing.InvoiceRequest;
import org.openadmin.fees.api.invoicing.InvoiceRun;
import org.openadmin.fees.api.invoicing.InvoiceRun.Channel;
import org.openadmin.fees.api.invoicing.RunNumber;
import org.openadmin.fees.internal.settings.ConfiguredSettings;
import org.openadmin.fees.spi.FeesSettings;
import org.openadmin.fees.testkit.Kit;
import org.openadmin.fees.testkit.MemoryOffice;

/** The PDF of an earlier run on the console. */
class InvoiceRunsCommandTest {

    private static final FeesSettings ENGLISH = new ConfiguredSettings(Map.of());
    private static final FeesSettings FRENCH = new ConfiguredSettings(Map.of("locale", "fr-CA"));
    private static final Clock EVENING =
            Clock.fixed(Instant.parse("2026-09-09T01:30:00Z"), ZoneId.of("America/Regina"));

    @TempDir
    Path folder;

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final MemoryOffice office = new MemoryOffice(Kit.settings(), EVENING);
    private final Printer printer = new Printer();

    /** Opens any run, or refuses to. */
    private final class Printer implements InvoicePrinter {

        private List<Reason> reasons = List.of();
        private Optional<CannotReprintException> refusal = Optional.empty();

        @Override
        public Locale language() {
            return Locale.ENGLISH;
        }

        @Override
        public InvoiceRun print(InvoiceRequest request, Progress progress, OutputStream out) {
            throw new UnsupportedOperationException();
        }

        @Override
        public InvoiceReprint reprint(Actor actor, RunNumber number, Progress progress, OutputStream out) {
            actor.require(Role.BILL);
            refusal.ifPresent(e -> {
                throw e;
            });
            new PrintStream(out, true, StandardCharsets.UTF_8).print("pages of run " + number);
            return new InvoiceReprint(office.runs().run(actor, number), 1, reasons);
        }
    }

    @BeforeEach
    void aRun() {
        office.runs().begin(InvoiceRequest.of(Kit.CLERK, Kit.DAY, Optional.empty()), Channel.PRINT);
    }

    private InvoiceRunsCommand command(FeesSettings settings, String file) {
        InvoiceRunsCommand command = new InvoiceRunsCommand(ShellUsers.admin(), new Output(bytes));
        command.settings = settings;
        command.clock = EVENING;
        command.files = () -> Optional.of(folder);
        command.runs = office.runs();
        command.printer = printer;
        command.words = List.of("1");
        command.out = file;
        return command;
    }

    private List<String> printed() {
        return bytes.toString(StandardCharsets.UTF_8).lines().toList();
    }

    private static StudentSnapshot student(String name) {
        return new StudentSnapshot(new StudentNumber(100), name, "9", "9A");
    }

    @Test
    void theSamePagesAreWrittenAgain() throws Exception {
        command(ENGLISH, "again.PDF").execute();

        assertThat(folder.resolve("again.PDF")).hasContent("pages of run 1");
        assertThat(printed())
                .containsExactly(
                        "PDF of run 1: " + folder.resolve("again.PDF"),
                        "The same pages as the first time (2026-09-08 19:30).");
    }

    @Test
    void whatHasChangedIsNamedInBothLanguages() throws Exception {
        printer.reasons = List.of(
                Reason.of(DocumentChange.SETTINGS),
                new Reason(DocumentChange.ADDRESS, List.of(student("Tremblay, Inès M"), student("Wang, Xiaoming")), 5),
                new Reason(DocumentChange.UNKNOWN_STUDENT, List.of(student("Roy, Max")), 1));

        command(ENGLISH, "again.pdf").execute();
        command(FRENCH, "encore.pdf").execute();

        assertThat(printed().get(1))
                .isEqualTo("Made again, with a note on each page. Changed since the first print (2026-09-08 19:30):"
                        + " the school’s details or the layout; guardian or address (Inès Tremblay, Xiaoming Wang and"
                        + " 3 more); no longer in the student records (Max Roy).");
        assertThat(printed().get(3))
                .isEqualTo("Factures refaites, avec une mention sur chaque page. A changé depuis la première impression"
                        + " (2026-09-08 19:30)\u00a0: les coordonnées de l’école ou la mise en page; parent ou adresse (Inès"
                        + " Tremblay, Xiaoming Wang et 3 autres); ne figure plus aux dossiers des élèves (Max Roy).");
    }

    @Test
    void aRefusalLeavesNoFile() throws IOException {
        printer.refusal =
                Optional.of(new CannotReprintException(new RunNumber(1), CannotReprintException.Problem.NOT_RECORDED));

        assertThatThrownBy(command(ENGLISH, "again.pdf")::execute)
                .isExactlyInstanceOf(CommandException.class)
                .hasMessageContaining("The PDF of run 1 cannot be opened again")
                .hasMessageContaining("Print the invoices again");
        try (var files = Files.list(folder)) {
            assertThat(files).isEmpty();
        }
    }

    @Test
    void aFileThatExistsIsKept() throws IOException {
        Files.writeString(folder.resolve("again.pdf"), "first");

        assertThatThrownBy(command(ENGLISH, "again.pdf")::execute).isExactlyInstanceOf(CommandException.class);
        assertThat(folder.resolve("again.pdf")).hasContent("first");
    }
}
