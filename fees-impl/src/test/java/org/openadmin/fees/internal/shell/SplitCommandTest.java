package org.openadmin.fees.internal.shell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.apache.karaf.shell.support.CommandException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.openadmin.fees.api.StudentNumber;
import org.openadmin.fees.api.billing.Charge;
import org.openadmin.fees.testkit.Kit;
import org.openadmin.fees.testkit.MemoryOffice;

class SplitCommandTest {

    private final MemoryOffice office = new MemoryOffice();
    private final ConsoleOutput console = new ConsoleOutput();
    private StudentNumber ines;

    @BeforeEach
    void aChargeOf9999() {
        ines = office.enrol(100, "Tremblay", "Inès", "9", "9A");
        office.charge(ines, "Band trip", "99.99");
    }

    @Test
    void splitsIntoEqualPartsDueEveryMonth() throws Exception {
        split("1", "--parts", "4", "--first-due", "2026-10-31", "--every", "month", "--date", "2026-09-09")
                .execute();

        assertThat(console.lines())
                .containsExactly(
                        "Charge 1 split into 4 parts: 5 rows, 0.00 CAD in total",
                        "Part 1 of 4: charge 3, 25.00 CAD, due 2026-10-31",
                        "Part 2 of 4: charge 4, 25.00 CAD, due 2026-11-30",
                        "Part 3 of 4: charge 5, 25.00 CAD, due 2026-12-31",
                        "Part 4 of 4: charge 6, 24.99 CAD, due 2027-01-31");
        assertThat(office.accounts().balance(ines).outstanding()).isEqualTo(Kit.cad("99.99"));
    }

    @Test
    void splitsByAmountsAndPutsThePartsTogether() throws Exception {
        split("1", "--amounts", "60,39.99", "--due", "2026-10-01,2026-11-01", "--reason", "Two parents")
                .execute();
        console.clear();

        split("4", "--together").execute();

        assertThat(console.lines())
                .containsExactly(
                        "Parts put together, with charge 4: 3 rows, 0.00 CAD in total",
                        "Now charge 7: 99.99 CAD, due 2026-09-08");
        assertThat(office.accounts().outstanding(ines))
                .extracting(Charge::total)
                .containsExactly(Kit.cad("99.99"));
    }

    @Test
    void aDryRunShowsThePartsAndSavesNothing() throws Exception {
        split("1", "--parts", "2", "--dry-run").execute();

        assertThat(console.lines())
                .containsExactly(
                        "Charge 1 split into 2 parts: 3 rows, 0.00 CAD in total. Dry run: nothing was saved.",
                        "Part 1 of 2: charge –, 50.00 CAD, due 2026-09-08",
                        "Part 2 of 2: charge –, 49.99 CAD, due 2026-09-08");
        assertThat(office.owed(ines)).hasSize(1);
    }

    @Test
    void waivesAPartOfACharge() throws Exception {
        WaiveCommand command = new WaiveCommand(ShellUsers.admin(), console.output());
        command.words = List.of("1", "--amount", "40", "--reason", "Bursary");
        with(command).execute();

        assertThat(console.text())
                .startsWith("40.00 CAD of charge 1 waived: 4 rows, -40.00 CAD in total")
                .contains("Part 1 of 2: charge 3, 59.99 CAD, due 2026-09-08");
        assertThat(office.accounts().outstanding(ines))
                .extracting(Charge::total)
                .containsExactly(Kit.cad("59.99"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "1|Use either --parts or --amounts",
                "1 --parts 2 --amounts 60,39.99|Use either --parts or --amounts",
                "1 --parts one|The number of parts \"one\" is not a whole number.",
                "1 --parts 61|is not between 2 and 60",
                "1 --amounts 99.99|is not between 2 and 60",
                "1 --amounts 60,40|which is 0.01 CAD more than the charge (99.99 CAD)",
                "1 --amounts 60,39|which is 0.99 CAD less than the charge (99.99 CAD)",
                "1 --amounts 60,x|is not a plain number",
                "1 --parts 2 --due 2026-10-01|There are 2 parts, but 1 due dates.",
                "1 --parts 2 --due 2026-10-01,2026-09-30|is before the one before it",
                "1 --parts 2 --due 2026-09-07,2026-09-30|The due date 2026-09-07 is before",
                "1 --parts 2 --first-due 2026-10-01 --due 2026-10-01|Use either --first-due or --due.",
                "1 --parts 2 --first-due 2026-10-01 --every year|The interval \"year\" is not recognized.",
                "1 --parts 2 --every month|Use --every together with --first-due.",
                "1 --together --parts 2|With --together, leave out the parts",
                "1 --together|Charge 1 is not a part of a split charge.",
                "99 --parts 2|99",
            })
    void refusesWhatIsWrongWithOneSentence(String words, String sentence) {
        assertThatThrownBy(split(words.split(" "))::execute)
                .isExactlyInstanceOf(CommandException.class)
                .hasMessageContaining(sentence);
        assertThat(office.accounts().outstanding(ines))
                .extracting(Charge::total)
                .containsExactly(Kit.cad("99.99"));
    }

    private SplitCommand split(String... words) {
        SplitCommand command = new SplitCommand(ShellUsers.admin(), console.output());
        command.words = List.of(words);
        return with(command);
    }

    private <C extends CorrectionCommand> C with(C command) {
        command.settings = office;
        command.corrections = office.corrections();
        command.clock = Kit.CLOCK;
        return command;
    }
}
