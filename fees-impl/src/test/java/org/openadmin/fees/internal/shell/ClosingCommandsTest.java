package org.openadmin.fees.internal.shell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.apache.karaf.shell.support.CommandException;
import org.junit.jupiter.api.Test;
import org.openadmin.fees.api.RequestKey;
import org.openadmin.fees.internal.settings.ConfiguredSettings;
import org.openadmin.fees.testkit.JournalRow;
import org.openadmin.fees.testkit.Kit;

/** Closing and reopening a month on the console. Today is in September 2026. */
class ClosingCommandsTest {

    private final ShellSchool school = new ShellSchool();

    private CloseCommand close(String... words) {
        CloseCommand command = new CloseCommand(ShellUsers.admin(), school.console.output());
        command.closings = school.office.closings();
        command.settings = school.settings;
        command.clock = Kit.CLOCK;
        command.words = List.of(words);
        return command;
    }

    private ReopenCommand reopen(String... words) {
        ReopenCommand command = new ReopenCommand(ShellUsers.admin(), school.console.output());
        command.closings = school.office.closings();
        command.settings = school.settings;
        command.clock = Kit.CLOCK;
        command.words = List.of(words);
        return command;
    }

    private ClosingsCommand closings() {
        ClosingsCommand command = new ClosingsCommand(ShellUsers.admin(), school.console.output());
        command.closings = school.office.closings();
        command.settings = school.settings;
        command.clock = Kit.CLOCK;
        return command;
    }

    @Test
    void aMonthIsClosedAndSaysFromWhenOnDatesAreOpen() throws Exception {
        school.office.add(JournalRow.charge("Trip", "5.00").on(Kit.DAY.minusMonths(2)));

        close("2026-08").execute();

        assertThat(school.console.lines())
                .containsExactly(
                        "Month 2026-08: 0 transactions",
                        "Earlier months that are closed together with it: 1",
                        "Month 2026-08 is closed, with number 1. Nothing can be dated 2026-08-31 or earlier any more.");
        assertThatThrownBy(school.pay("100", "--amount", "5", "--method", "cash", "--date", "2026-08-31")::execute)
                .isExactlyInstanceOf(CommandException.class)
                .hasMessage(
                        "2026-08-31 is in a closed month. Use 2026-09-01 or a later date, or have an administrator reopen"
                                + " the month.");
    }

    @Test
    void aDryRunClosesNothing() throws Exception {
        close("2026-08", "--dry-run").execute();

        assertThat(school.console.lines())
                .containsExactly("Month 2026-08: 0 transactions", "Dry run: nothing was closed.");
        assertThat(school.office.closings().list(Kit.VIEWER)).isEmpty();
    }

    @Test
    void aMonthThatIsNotOverIsNotClosed() {
        assertThatThrownBy(close("2026-09")::execute)
                .isExactlyInstanceOf(CommandException.class)
                .hasMessage("2026-09 is not over yet. A month can be closed from the first day of the next one.");
        assertThatThrownBy(close("2026-13")::execute)
                .isExactlyInstanceOf(CommandException.class)
                .hasMessageContaining("valid month");
    }

    @Test
    void theSameKeyClosesOnceAndGivesTheSameAnswer() throws Exception {
        String key = RequestKey.fresh().toString();
        close("2026-08", "--key", key).execute();
        String answer = school.console.lines().get(1);
        school.console.clear();

        close("2026-08", "--key", key).execute();

        assertThat(school.console.lines()).containsExactly(answer);
        assertThat(school.office.closings().list(Kit.VIEWER)).hasSize(1);
    }

    @Test
    void aMonthIsReopenedOnlyWithAReason() throws Exception {
        close("2026-08").execute();
        assertThatThrownBy(reopen("2026-08")::execute)
                .isExactlyInstanceOf(CommandException.class)
                .hasMessage("The option --reason is missing.");
        school.console.clear();

        reopen("2026-08", "--reason", "A deposit was forgotten").execute();

        assertThat(school.console.lines())
                .containsExactly(
                        "Month 2026-08 is open again, with number 2. What is dated 2026-07-31 or earlier remains closed.");
    }

    @Test
    void theListHasBothAndForProgramsTheirCodes() throws Exception {
        closings().execute();
        close("2026-08").execute();
        reopen("2026-08", "--reason", "Late, but true").execute();
        ClosingsCommand list = closings();
        list.csv = true;
        school.console.clear();

        list.execute();

        assertThat(school.console.lines()).hasSize(3);
        assertThat(school.console.lines().get(0)).isEqualTo("number,type,month,closed_through,reason,time,user");
        assertThat(school.console.lines().get(1))
                .startsWith("2,reopen,2026-08,2026-07-31,\"Late, but true\",2026-09-20T");
        assertThat(school.console.lines().get(2)).startsWith("1,close,2026-08,2026-08-31,,2026-09-20T");
    }

    @Test
    void aFrenchSchoolReadsFrench() throws Exception {
        CloseCommand french = close("2026-08");
        french.settings = new ConfiguredSettings(Map.of("locale", "fr-CA"));
        french.execute();

        assertThat(school.console.text())
                .contains(
                        "Le mois 2026-08 est clôturé, sous le numéro 1. Plus rien ne peut être daté du 2026-08-31 ou d’avant.");
    }
}
