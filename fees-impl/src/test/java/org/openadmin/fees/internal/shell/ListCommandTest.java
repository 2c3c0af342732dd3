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
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openadmin.fees.api.StudentNumber;
import org.openadmin.fees.internal.verify.Verification.Fault;
import org.openadmin.fees.internal.verify.Verification.Report;
import org.openadmin.fees.spi.Workbooks;
import org.openadmin.fees.testkit.JournalRow;
import org.openadmin.fees.testkit.Kit;

/** The lists of commands as files: the rows of the table, whatever the format. */
class ListCommandTest {

    private final ShellSchool school = new ShellSchool();
    private final Sheet sheet = new Sheet();

    @TempDir
    private Path folder;

    @Test
    void theFileHasTheSameBytesAsTheOutputForScripts() throws Exception {
        outstanding("100", "--csv").execute();
        String printed = school.console.text();
        school.console.clear();

        outstanding("100", "--out", "due.csv").execute();

        assertThat(folder.resolve("due.csv")).hasContent(printed);
        assertThat(school.console.text()).isEqualTo("2 rows: " + folder.resolve("due.csv") + "\n");
    }

    @Test
    void aNameThatEndsInXlsxMakesAWorkbookWithNumbersAndDates() throws Exception {
        outstanding("100", "--out", "Due.XLSX").execute();

        assertThat(folder.resolve("Due.XLSX")).hasContent("Outstanding charges");
        assertThat(sheet.headings)
                .containsExactly(
                        "charge", "date", "name", "description", "subtotal", "taxes", "total", "due", "days overdue");
        assertThat(sheet.rows).hasSize(2);
        assertThat(sheet.rows.get(0).get(1)).isInstanceOf(LocalDate.class);
        assertThat(sheet.rows.get(0).get(6)).isInstanceOf(BigDecimal.class);
    }

    @Test
    void inAFrenchSchoolPeopleReadFrenchAndProgramsTheirCodes() throws Exception {
        StudentsCommand people = students("--out", "eleves.xlsx");
        people.settings = () -> Kit.settings(Locale.CANADA_FRENCH, Map.of());
        people.execute();
        StudentsCommand programs = students("--out", "eleves.csv");
        programs.settings = people.settings;
        programs.execute();

        assertThat(sheet.headings).contains("groupe-repère");
        assertThat(sheet.rows).isNotEmpty().allSatisfy(row -> assertThat(row.get(4))
                .isNotEqualTo("active"));
        assertThat(Files.readString(folder.resolve("eleves.csv")))
                .startsWith("studnum,name,grade,homeroom,status\n")
                .contains(",active");
    }

    @Test
    void aFileIsNotReplacedUnasked() throws Exception {
        Files.writeString(folder.resolve("due.xlsx"), "old");

        assertThatThrownBy(outstanding("100", "--out", "due.xlsx")::execute).hasMessageContaining("already exists");
        assertThat(folder.resolve("due.xlsx")).hasContent("old");

        outstanding("100", "--out", "due.xlsx", "--replace").execute();
        assertThat(folder.resolve("due.xlsx")).hasContent("Outstanding charges");
    }

    @Test
    void withoutTheDocumentsThereIsNoWorkbookAndNoFile() {
        OutstandingCommand command = outstanding("100", "--out", "due.xlsx");
        command.workbooks = null;

        assertThatThrownBy(command::execute).hasMessageContaining("not ready");
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void theFaultsOfTheJournalAreAFileAndStillFailTheCommand() {
        VerifyCommand verify = new VerifyCommand(ShellUsers.admin(), school.console.output());
        verify.files = () -> Optional.of(folder);
        verify.workbooks = sheet;
        verify.out = "faults.xlsx";
        Fault fault = new Fault("2 credit", "student 5", "-1.00", "0.00 or more", false);
        verify.verification = () -> new Report(List.of(fault), 10, 2, 3, 1, new BigDecimal("5.00"));

        assertThatThrownBy(verify::execute).hasMessageContaining("The journal has 1 fault");
        assertThat(sheet.headings).containsExactly("invariant", "subject", "found", "expected", "inherited");
        assertThat(sheet.rows.get(0).get(1)).isEqualTo("student 5");
    }

    @Test
    void aLongListIsReadInPartsThatFollowEachOther() throws Exception {
        StudentNumber student = new StudentNumber(101);
        for (int i = 1; i <= 2_345; i++) {
            school.office.add(
                    JournalRow.charge("Fee " + i, "1.00").student(student).on(Kit.DAY));
        }
        List<String> whole = printed(outstanding("101", "--csv"));
        List<String> parts = new ArrayList<>(whole.subList(0, 1));
        for (int offset = 0; offset < 2_345; offset += 1_100) {
            List<String> part = printed(outstanding("101", "--csv", "--limit=1100", "--offset", "" + offset));
            assertThat(part).hasSizeLessThanOrEqualTo(1_101).first().isEqualTo(whole.get(0));
            parts.addAll(part.subList(1, part.size()));
        }

        assertThat(whole).hasSize(2_346);
        assertThat(parts).isEqualTo(whole);
    }

    @Test
    void belowATableThatIsNotTheWholeListItsPartIsNamed() throws Exception {
        assertThat(printed(outstanding("100", "--limit", "1")))
                .hasSize(4)
                .contains("Rows 1 to 1 of 2", "Outstanding: 25.00 CAD");
        assertThat(printed(outstanding("100", "--offset", "5"))).contains("The list has only 2 rows.");
        assertThat(printed(outstanding("100", "--offset", "0"))).noneMatch(line -> line.startsWith("Rows"));
        StudentsCommand french = students("--limit", "1", "--offset", "1");
        french.settings = () -> Kit.settings(Locale.CANADA_FRENCH, Map.of());
        assertThat(printed(french)).anyMatch(line -> line.startsWith("Lignes 2 à 2 sur "));
    }

    @Test
    void everyListHasTheSameOptions() throws Exception {
        BalanceCommand balances = new BalanceCommand(ShellUsers.admin(), school.console.output());
        balances.accounts = school.office.accounts();
        balances.words = List.of("--all", "--csv", "--offset", "1", "--limit", "1");
        assertThat(printed(balances)).hasSize(2);

        assertThat(printed(students("--csv", "--limit", "1"))).hasSize(2);
        assertThat(printed(students("--csv", "--limit", "1", "--offset", "1"))).hasSize(2);

        VerifyCommand verify = new VerifyCommand(ShellUsers.admin(), school.console.output());
        List<Fault> faults = IntStream.range(0, 3)
                .mapToObj(i -> new Fault("2 credit", "student " + i, "-1.00", "0.00 or more", true))
                .toList();
        verify.verification = () -> new Report(faults, 10, 2, 3, 1, new BigDecimal("5.00"));
        verify.csv = true;
        verify.offset = "2";
        assertThat(printed(verify)).hasSize(2).last().asString().contains("student 2");
    }

    @Test
    void aLimitThatIsNoNumberIsRefused() {
        for (String limit : List.of("0", "-1", "ten", "1.5", "99999999999")) {
            assertThatThrownBy(outstanding("100", "--limit", limit)::execute)
                    .hasMessage("--limit takes a whole number, 1 or more: \"" + limit + "\" is none.");
        }
        assertThatThrownBy(students("--offset", "-1")::execute)
                .hasMessageContaining("--offset takes a whole number, 0");
    }

    private List<String> printed(ShellCommand command) throws Exception {
        school.console.clear();
        command.execute();
        return school.console.lines();
    }

    private OutstandingCommand outstanding(String... words) {
        OutstandingCommand command = school.outstanding(words);
        command.files = () -> Optional.of(folder);
        command.workbooks = sheet;
        return command;
    }

    private StudentsCommand students(String... words) {
        StudentsCommand command = new StudentsCommand(ShellUsers.admin(), school.console.output());
        command.students = school.office.students();
        command.files = () -> Optional.of(folder);
        command.workbooks = sheet;
        command.words = List.of(words);
        return command;
    }

    /** Keeps the table and writes its title. */
    private static final class Sheet implements Workbooks {

        private final List<String> headings = new ArrayList<>();
        private final List<List<?>> rows = new ArrayList<>();

        @Override
        public void write(String title, List<String> heading, List<? extends List<?>> lines, OutputStream out) {
            headings.clear();
            headings.addAll(heading);
            rows.clear();
            rows.addAll(lines);
            try {
                out.write(title.getBytes(StandardCharsets.UTF_8));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
