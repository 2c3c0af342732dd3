package org.openadmin.fees.internal.shell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javax.security.auth.Subject;
import org.apache.karaf.shell.support.CommandException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.openadmin.fees.api.Actor;
import org.openadmin.fees.api.Money;
import org.openadmin.fees.api.documents.ListFormat;
import org.openadmin.fees.api.journal.JournalTotals;
import org.openadmin.fees.api.journal.MonthSummary;
import org.openadmin.fees.api.overview.FeesOverview;
import org.openadmin.fees.testkit.NoExports;

class MonthCommandsTest {

    private final ConsoleOutput console = new ConsoleOutput();
    private final ShellUser admin = ShellUsers.admin();

    @TempDir
    private Path folder;

    @Test
    void aMonthIsWrittenToTheFileAndItsSumPrinted() throws Exception {
        Path file = folder.resolve("2026-09.csv");
        Files.writeString(file, "old");

        export("2026-09", "--out", file.toString(), "--replace").execute();

        assertThat(file).hasContent("summary 2026-09");
        assertThat(console.lines())
                .containsExactly("Month 2026-09: " + file, "3 transactions in 0 lines, total 30.40 CAD");
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files).containsExactly(file);
        }
    }

    @Test
    void withDetailEveryTransactionIsWritten() throws Exception {
        Path file = folder.resolve("all.csv");

        export("--detail", "--out=" + file, "2026-09").execute();

        assertThat(file).hasContent("transactions 2026-09");
        assertThat(console.lines().get(1)).isEqualTo("3 transactions, total 30.40 CAD");
    }

    @ParameterizedTest
    @ValueSource(strings = {"2026-13", "2026-9", "09-2026", "september", "2026-09-01", "-"})
    void aMalformedMonthIsRefusedInOneSentence(String month) throws IOException {
        Path file = folder.resolve("x.csv");

        assertThatThrownBy(export(month, "--out", file.toString())::execute)
                .isExactlyInstanceOf(CommandException.class)
                .hasMessage("The month \"" + month + "\" is not a valid month such as 2026-09.");
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void theMonthAndTheFileMustBeNamedOnce() {
        assertThatThrownBy(export("--out", folder.resolve("x.csv").toString())::execute)
                .hasMessageContaining("The argument month is missing");
        assertThatThrownBy(export("2026-09", "2026-10", "--out", "x.csv")::execute)
                .hasMessageContaining("Too many arguments: 2026-10");
        assertThatThrownBy(export("2026-09")::execute).hasMessageContaining("--out");
        assertThatThrownBy(
                        export("2026-09", "--out", folder.resolve("none/x.csv").toString())::execute)
                .hasMessageContaining("There is no folder");
    }

    @Test
    void aFileThatExistsIsNotReplacedUnasked() throws IOException {
        Path file = Files.writeString(folder.resolve("2026-09.csv"), "old");

        assertThatThrownBy(export("2026-09", "--out", "2026-09.csv")::execute)
                .hasMessage(file + " already exists. Nothing was written. Use --replace to replace it.");

        assertThat(file).hasContent("old");
    }

    @Test
    void aFailureLeavesTheOldFileAsItWas() throws IOException {
        Path file = Files.writeString(folder.resolve("2026-08.csv"), "old");

        assertThatThrownBy(export("2026-08", "--replace", "--out", file.toString())::execute)
                .isExactlyInstanceOf(CommandException.class);

        assertThat(file).hasContent("old");
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files).containsExactly(file);
        }
    }

    @Test
    void withoutARoleNothingIsShown() {
        ExportCommand command = new ExportCommand(new ShellUser(Subject::new), console.output());
        command.exports = new Lists();
        command.words = List.of("2026-09", "--out", folder.resolve("x.csv").toString());

        assertThatThrownBy(command::execute).isExactlyInstanceOf(CommandException.class);
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void theOverviewShowsTheFiguresOfTodayAndTheAges() throws Exception {
        OverviewCommand command = new OverviewCommand(admin, console.output());
        command.clock = Clock.fixed(Instant.parse("2026-09-08T12:00:00Z"), ZoneOffset.UTC);
        command.overview = new Today();

        command.execute();

        assertThat(console.lines())
                .containsExactly(
                        "Today 2026-09-08: received 25.00 CAD (taken 30.00 CAD on 2 receipts, paid out 5.00 CAD),"
                                + " charged 11.00 CAD",
                        "This month: received 32.00 CAD",
                        "Outstanding 24.00 CAD, credit 4.00 CAD, balance 20.00 CAD; students with a balance due: 1",
                        "days overdue  students  charges  outstanding",
                        "not yet due          0        0         0.00",
                        "1-30                 1        2        24.00",
                        "31-60                0        0         0.00",
                        "61-90                0        0         0.00",
                        "over 90              0        0         0.00");
    }

    @Test
    void theOverviewOfAPastDayNamesItAndWhatWasRecordedLater() throws Exception {
        OverviewCommand command = new OverviewCommand(admin, console.output());
        command.clock = Clock.fixed(Instant.parse("2026-09-08T12:00:00Z"), ZoneOffset.UTC);
        command.overview = new Today();
        command.asOf = "2026-06-30";

        command.execute();

        assertThat(console.lines())
                .startsWith(
                        "2026-06-30: received 25.00 CAD (taken 30.00 CAD on 2 receipts, paid out 5.00 CAD), charged 11.00 CAD",
                        "Month up to 2026-06-30: received 32.00 CAD",
                        "Outstanding 24.00 CAD, credit 4.00 CAD, balance 20.00 CAD; students with a balance due: 1",
                        "1 row for 2026-06-30 or an earlier day, -6.00 CAD in total, was recorded after it. As known on"
                                + " 2026-06-30: outstanding 30.00 CAD, credit 4.00 CAD",
                        "days overdue  students  charges  outstanding");
    }

    private ExportCommand export(String... words) {
        ExportCommand command = new ExportCommand(admin, console.output());
        command.exports = new Lists();
        command.files = () -> Optional.of(folder);
        command.words = List.of(words);
        return command;
    }

    private static Money cad(String amount) {
        return Money.of(new BigDecimal(amount), Currency.getInstance("CAD"));
    }

    /** Succeeds for September; fails in the middle of the output for August. */
    static final class Lists extends NoExports {

        @Override
        public MonthSummary summary(Actor reader, YearMonth month, ListFormat format, OutputStream out) {
            write("summary " + month, out);
            if (month.getMonthValue() == 8) {
                throw new IllegalStateException("no database");
            }
            return new MonthSummary(month, List.of(), List.of(), 3, cad("30.40"));
        }

        @Override
        public JournalTotals transactions(Actor reader, YearMonth month, ListFormat format, OutputStream out) {
            write("transactions " + month, out);
            return new JournalTotals(3, cad("40.40"), cad("-10.00"), cad("0.00"), cad("30.40"));
        }

        private static void write(String text, OutputStream out) {
            try {
                out.write(text.getBytes(StandardCharsets.UTF_8));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    static final class Today implements FeesOverview {

        @Override
        public Figures figures(Actor reader, LocalDate today) {
            return new Figures(
                    today,
                    cad("24.00"),
                    cad("4.00"),
                    1,
                    2,
                    cad("30.00"),
                    cad("5.00"),
                    cad("11.00"),
                    cad("32.00"),
                    Stream.of(Age.values())
                            .map(age -> age == Age.TO_30
                                    ? new Band(age, 1, 2, cad("24.00"))
                                    : new Band(age, 0, 0, cad("0.00")))
                            .toList(),
                    List.of());
        }

        @Override
        public Receivables receivables(Actor reader, LocalDate today) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Figures figuresAsOf(Actor reader, LocalDate day) {
            Figures same = figures(reader, day);
            return new Figures(
                    day,
                    same.outstanding(),
                    same.credit(),
                    same.studentsOwing(),
                    same.receiptsToday(),
                    same.takenToday(),
                    same.paidOutToday(),
                    same.chargedToday(),
                    same.receivedThisMonth(),
                    same.bands(),
                    same.months(),
                    Optional.of(new KnownThen(1, cad("-6.00"), cad("30.00"), cad("4.00"))));
        }

        @Override
        public Receivables receivablesAsOf(Actor reader, LocalDate day) {
            throw new UnsupportedOperationException();
        }
    }
}
