package org.openadmin.fees.internal.shell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.util.List;
import org.apache.karaf.shell.support.CommandException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.openadmin.fees.api.Role;
import org.openadmin.fees.api.StudentNumber;
import org.openadmin.fees.api.accounts.FeeAccounts;
import org.openadmin.fees.testkit.JournalRow;
import org.openadmin.fees.testkit.Kit;

/** What all commands have in common: words and dates that are refused, roles, and services that are missing or fail. */
class ShellTest {

    private final ShellSchool school = new ShellSchool();

    @ParameterizedTest
    @ValueSource(strings = {"today", "Today", " today ", "2026-09-20"})
    void aDateIsTodayOrOneOfTheFormThatIsNamed(String date) throws Exception {
        school.pay("100", "--amount", "5", "--date", date).execute();

        assertThat(school.payments().get(0).date()).isEqualTo(Kit.TODAY);
    }

    @ParameterizedTest
    @ValueSource(strings = {"31/12/2026", "2026/11/03", "20261103", "8", "09-08-26", "yesterday", "2026-02-30"})
    void anyOtherDateIsRefusedWithTheFormToWrite(String date) {
        assertThatThrownBy(school.pay("100", "--amount", "5", "--date", date)::execute)
                .hasMessage("The date \"" + date + "\" is not a valid date such as 2026-09-08.");
        assertThat(school.payments()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "12,50|is not a plain number",
                "10e-2|is not a plain number",
                "0|must be more than zero",
                "-5|must be more than zero",
                "1.234|more decimals",
                "100000000|more than 99999999.99",
            })
    void anInvalidAmountIsRefusedInOneSentence(String amount, String sentence) {
        var failure = catchThrowable(school.pay("100", "--amount", amount)::execute);

        assertThat(failure).isExactlyInstanceOf(CommandException.class).hasMessageContaining(sentence);
        assertThat(((CommandException) failure).getNiceHelp()).isEqualTo(failure.getMessage());
        assertThat(school.payments()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "--date|2026-02-30|is not a valid date",
                "--charges|1,x,2|is not a whole number",
                "--charges|1.5|is not a whole number",
                "--method|gold|known: cash",
                "--key|1-1-1-1-1|request key",
                "--colour|red|no option --colour",
            })
    void anInvalidOptionIsRefusedInOneSentence(String option, String value, String sentence) {
        assertThatThrownBy(school.pay("100", "--amount", "5", option, value)::execute)
                .isExactlyInstanceOf(CommandException.class)
                .hasMessageContaining(sentence);
        assertThat(school.payments()).isEmpty();
    }

    @Test
    void whatIsMissingIsNamed() {
        assertThatThrownBy(school.pay("100")::execute).hasMessage("The option --amount is missing.");
        assertThatThrownBy(school.pay("100", "--amount")::execute).hasMessage("The option --amount needs a value.");
        assertThatThrownBy(school.pay()::execute).hasMessage("The argument studnum is missing.");
        assertThatThrownBy(school.pay("100", "101", "--amount", "5")::execute).hasMessage("Too many arguments: 101.");
    }

    @Test
    void aRefusalShowsTheCodesOfInvisibleCharacters() {
        var failure = catchThrowable(school.pay("100", "--amount", "5\u001b[2J\u202e")::execute);

        assertThat(failure).hasMessageContaining("5<U+001B>[2J<U+202E>").hasMessageNotContaining("\u001b");
        assertThat(((CommandException) failure).getNiceHelp()).isEqualTo(failure.getMessage());
        assertThatThrownBy(school.pay("100", "--\u001b[2J", "5")::execute).hasMessageContaining("<U+001B>");
        assertThatThrownBy(school.pay("100", "--amount", "5", "--reference", "12\u202e34")::execute)
                .hasMessageContaining("invisible character");
        assertThat(school.payments()).isEmpty();
    }

    @Test
    void aMissingServiceIsReportedInOneSentence() {
        var command = school.balance("100");
        command.accounts = null;

        assertThatThrownBy(command::execute)
                .isExactlyInstanceOf(CommandException.class)
                .hasMessageContaining("not ready");
    }

    @Test
    void anUnexpectedFailureIsReportedInOneSentence() {
        var command = school.balance("100");
        school.office.failNextQuery(FeeAccounts.class, new IllegalStateException("secret details"));

        assertThatThrownBy(command::execute)
                .isExactlyInstanceOf(CommandException.class)
                .hasMessage("The command failed unexpectedly (IllegalStateException). See the log for details.");
    }

    @Test
    void balancesForScriptsArePlainDecimals() throws Exception {
        school.balance("100", "--csv").execute();

        assertThat(school.console.lines())
                .containsExactly("studnum,balance,outstanding,credit,pay_code", "100,15.00,25.00,10.00,100-89");
    }

    @Test
    void balancesOfAPastDayTellApartWhatWasRecordedLater() throws Exception {
        school.balance("100", "--as-of", "2026-09-08").execute();
        school.balance("100", "--as-of", "2026-09-07", "--csv").execute();
        school.balance("100", "--as-of", "2026-09-08", "--csv").execute();
        school.balance("--all", "--as-of", "2026-09-07").execute();

        assertThat(school.console.lines())
                .containsExactly(
                        "As of 2026-09-08",
                        "studnum  balance  outstanding  credit  pay code",
                        "    100    15.00        25.00   10.00  100-89",
                        "2 rows for 2026-09-08 or an earlier day, 25.00 CAD in total, were recorded after it. As known on"
                                + " 2026-09-08: outstanding 0.00 CAD, credit 10.00 CAD",
                        "studnum,balance,outstanding,credit,pay_code,as_of,later_rows,later_total",
                        "100,0.00,0.00,0.00,100-89,2026-09-07,0,0.00",
                        "studnum,balance,outstanding,credit,pay_code,as_of,later_rows,later_total",
                        "100,15.00,25.00,10.00,100-89,2026-09-08,2,25.00",
                        "As of 2026-09-07",
                        "studnum  balance  outstanding  credit  pay code",
                        "    100     0.00         0.00    0.00  100-89",
                        "    101     0.00         0.00    0.00  101-86",
                        "Nothing for 2026-09-07 or an earlier day was recorded after it.");
    }

    @Test
    void balancesOfTodayAreThoseOfNowAndALaterDayIsRefused() throws Exception {
        school.balance("100", "--as-of", "today").execute();

        assertThat(school.console.lines())
                .containsExactly(
                        "As of 2026-09-20",
                        "studnum  balance  outstanding  credit  pay code",
                        "    100    15.00        25.00   10.00  100-89");
        assertThatThrownBy(school.balance("100", "--as-of", "2026-09-21")::execute)
                .hasMessage("2026-09-21 is after today, 2026-09-20. Figures are of today or an earlier day.");
        assertThatThrownBy(school.balance("--all", "--as-of", "yesterday")::execute)
                .isExactlyInstanceOf(CommandException.class);
    }

    @Test
    void theDateOfAnOldChargeWithoutOneIsLeftEmpty() throws Exception {
        long charge = school.office.add(JournalRow.charge("Old", "5.00").student(new StudentNumber(101)));

        school.outstanding("101", "--csv").execute();

        assertThat(school.console.lines())
                .containsExactly(
                        "charge,date,name,description,subtotal,taxes,total,due,days",
                        charge + ",,Old,,5.00,0.00,5.00,,");
    }

    @Test
    void allBalancesAreShownOnlyWithTheOptionAll() {
        assertThatThrownBy(school.balance()::execute).hasMessage("Give the numbers of students, or use --all.");
    }

    @Test
    void theUserOfTheSessionActsWithHerRoles() {
        assertThat(ShellUsers.user("ann", "fees-bill", "ssh").actor().roles()).containsExactly(Role.BILL);
        assertThat(ShellUsers.user("ann", "fees-bill", "ssh").actor().name()).isEqualTo("ann");
        assertThat(ShellUsers.user("root", "admin").actor().roles())
                .containsExactlyInAnyOrder(Role.VIEW, Role.BILL, Role.CASHIER, Role.ADMIN);
        assertThat(ShellUsers.user("guest", "ssh").actor().roles()).isEmpty();
        assertThat(ShellUsers.admin().actor().roles()).contains(Role.ADMIN);
    }

    @Test
    void aSessionOfNobodyIsRefused() {
        var command = new BalanceCommand(new ShellUser(() -> null), school.console.output());
        command.accounts = school.office.accounts();
        command.words = List.of("100");

        assertThatThrownBy(command::execute)
                .hasMessage("This session has no user. Log in to the console and run the command there.");
        assertThat(school.console.text()).isEmpty();
    }

    @Test
    void withoutARoleNothingIsShown() {
        var command = new BalanceCommand(ShellUsers.user("guest", "ssh"), school.console.output());
        command.accounts = school.office.accounts();
        command.words = List.of("100");

        assertThatThrownBy(command::execute).hasMessageContaining("needs the role fees-view");
        assertThat(school.console.text()).isEmpty();
    }
}
