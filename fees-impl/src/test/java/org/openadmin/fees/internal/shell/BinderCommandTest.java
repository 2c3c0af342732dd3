package org.openadmin.fees.internal.shell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openadmin.fees.api.Actor;
import org.openadmin.fees.api.StudentNumber;
import org.openadmin.fees.api.binder.BinderFiles;
import org.openadmin.fees.api.binder.BinderPeriod;
import org.openadmin.fees.api.binder.BinderSummary;
import org.openadmin.fees.api.documents.DocumentException;
import org.openadmin.fees.api.documents.DocumentException.Problem;
import org.openadmin.fees.internal.settings.ConfiguredSettings;
import org.openadmin.fees.testkit.JournalRow;
import org.openadmin.fees.testkit.Kit;

/** The binder on the console: charges of 10.00 and 15.00, and 10.00 on account without a receipt number. */
class BinderCommandTest {

    @TempDir
    Path folder;

    private final ShellSchool school = new ShellSchool();

    /** Reads the binder, writes one line, and fails if it should. */
    private final class FakeFiles implements BinderFiles {

        private final Optional<RuntimeException> failure;

        FakeFiles(Optional<RuntimeException> failure) {
            this.failure = failure;
        }

        @Override
        public BinderSummary write(Actor reader, BinderPeriod period, OutputStream out) {
            return school.office.binder().read(reader, period, content -> {
                try {
                    out.write("binder".getBytes(StandardCharsets.UTF_8));
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
                failure.ifPresent(e -> {
                    throw e;
                });
                return new BinderSummary(
                        period, content.tieOut(), content.receipts(line -> {}), 2, content.showsConfidential(), 18);
            });
        }
    }

    private BinderCommand binder(String from, String to, String user, String... roles) {
        BinderCommand command = new BinderCommand(ShellUsers.user(user, roles), school.console.output());
        command.binders = new FakeFiles(Optional.empty());
        command.files = () -> Optional.of(folder);
        command.settings = school.settings;
        command.clock = Kit.CLOCK;
        command.from = from;
        command.to = to;
        command.out = "binder.zip";
        return command;
    }

    private List<String> printed() {
        return school.console.lines().stream()
                .map(line -> line.replace(" CAD", "").replace(folder.toString(), "FOLDER"))
                .toList();
    }

    private void assertNothingWritten() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files).isEmpty();
        }
    }

    @Test
    void itWritesTheFileAndNamesItsFigures() throws Exception {
        school.office.add(
                JournalRow.payment(7, "5.00").student(new StudentNumber(100)).on(Kit.DAY));

        binder("2026-09-01", "today", "root", "fees-admin").execute();

        assertThat(printed())
                .containsExactly(
                        "Binder of 2026-09-01 to " + Kit.TODAY + ": 18 files in FOLDER/binder.zip",
                        "Opening balance 0.00, change 10.00, closing balance 10.00",
                        "Receipts 7 to 7; numbers missing: 0",
                        "Faults in the journal: 2. They are in the file 16-check.csv of the binder.");
        assertThat(folder.resolve("binder.zip")).hasContent("binder");
    }

    @Test
    void itSaysWhatIsHiddenAndWhatWasRecordedLater() throws Exception {
        binder("2026-09-01", Kit.DAY.toString(), "vera", "fees-view").execute();

        assertThat(printed())
                .anyMatch(line -> line.startsWith("Recorded after 2026-09-08 for that day or an earlier one, and listed"
                        + " separately: 2 rows, 25.00"))
                .endsWith("The reasons of waivers and the refused commands are hidden: only a binder made with the role"
                        + " fees-admin has them.");
    }

    @Test
    void aWrongPeriodIsRefusedInOneSentence() throws Exception {
        assertThatThrownBy(() ->
                        binder("2026-09-08", "2026-09-01", "vera", "fees-view").execute())
                .hasMessage("The last day, 2026-09-01, is before the first, 2026-09-08.");
        LocalDate tomorrow = Kit.TODAY.plusDays(1);
        assertThatThrownBy(() -> binder("2026-09-01", tomorrow.toString(), "vera", "fees-view")
                        .execute())
                .hasMessage(tomorrow + " is after today, " + Kit.TODAY + ". Figures are of today or an earlier day.");
        assertThatThrownBy(() ->
                        binder("2026-09-01", "august", "vera", "fees-view").execute())
                .hasMessageContaining("not a valid date such as 2026-09-08");
        assertThatThrownBy(() -> binder(null, "2026-09-08", "vera", "fees-view").execute())
                .hasMessageContaining("--from");
        assertThatThrownBy(() -> binder("2026-09-01", "2026-09-08", "nobody").execute())
                .hasMessageContaining("fees-view");
        assertNothingWritten();
    }

    @Test
    void aFullDiskLeavesNoHalfFile() throws Exception {
        BinderCommand command = binder("2026-09-01", "2026-09-08", "root", "fees-admin");
        command.binders = new FakeFiles(
                Optional.of(new DocumentException(Problem.OUTPUT, "No space left on device", new IOException())));

        assertThatThrownBy(command::execute).hasMessageContaining("No space left on device");

        assertNothingWritten();
        assertThat(school.console.lines()).isEmpty();
    }

    @Test
    void aFrenchSchoolReadsFrench() throws Exception {
        BinderCommand command = binder("2026-09-01", "2026-09-08", "vera", "fees-view");
        command.settings = new ConfiguredSettings(Map.of("locale", "fr-CA"));

        command.execute();

        assertThat(printed().get(0))
                .isEqualTo("Cahier du 2026-09-01 au 2026-09-08\u00a0: 18 fichiers dans FOLDER/binder.zip");
    }
}
