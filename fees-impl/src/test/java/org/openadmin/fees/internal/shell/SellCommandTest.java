package org.openadmin.fees.internal.shell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.openadmin.fees.api.RequestKey;
import org.openadmin.fees.api.StudentNumber;
import org.openadmin.fees.api.billing.FeeCatalogue.AddRequest;
import org.openadmin.fees.testkit.Kit;

/** {@code fees:sell}, and {@code fees:void} of what was sold. */
class SellCommandTest {

    private static final StudentNumber WANG = new StudentNumber(101);

    final ShellSchool school = new ShellSchool();

    @BeforeEach
    void predefinedFees() {
        for (String name : List.of("Lock", "Locker key", "Yearbook", "Agenda", "Twin", "Twin")) {
            school.office
                    .catalogue()
                    .add(new AddRequest(
                            RequestKey.fresh(),
                            Kit.CLERK,
                            Kit.fee(name, "6.00", "GST"),
                            Optional.empty(),
                            Optional.empty()));
        }
    }

    private SellCommand sell(String student, String fee, String quantity) {
        SellCommand command = new SellCommand(ShellUsers.admin(), school.console.output());
        command.cashier = school.office.cashier();
        command.catalogue = school.office.catalogue();
        command.assessment = school.office.assessment();
        command.settings = school.office;
        command.clock = Kit.CLOCK;
        command.words = List.of(student);
        command.fee = fee;
        command.quantity = quantity;
        return command;
    }

    private VoidCommand voiding(String goods) {
        VoidCommand command = new VoidCommand(ShellUsers.admin(), school.console.output());
        command.corrections = school.office.corrections();
        command.settings = school.office;
        command.clock = Kit.CLOCK;
        command.words = List.of("1");
        command.goods = goods;
        return command;
    }

    @Test
    void aSalePrintsItsReceiptNumberFirstAndTakesWhatThePiecesComeTo() throws Exception {
        sell("101", "lock", "2").execute();

        assertThat(school.console.lines().get(0)).isEqualTo("Receipt 1");
        assertThat(school.console.lines().get(1))
                .startsWith("Received 12.60 CAD from student 101 (Xiaoming Wang) on 2026-09-20")
                .contains("paid 12.60 CAD: charge");
        assertThat(school.office.owed(WANG)).isEmpty();
    }

    @Test
    void lessMoneyIsTakenOnlyIfTheRestMayBeOwed() {
        SellCommand command = sell("101", "Lock", "2");
        command.amount = "10.00";
        assertThatThrownBy(command::execute).hasMessageContaining("2.60");
        assertThat(school.office.rows()).noneMatch(row -> row.name().equals("Lock"));

        command.owe = true;
        command.run(command.arguments(), school.console.output());

        assertThat(school.office.accounts().balance(WANG).balance()).isEqualTo(Kit.cad("2.60"));
    }

    @Test
    void aQuantityThatIsNoneIsRefused() {
        for (String wrong : List.of("0", "100")) {
            assertThatThrownBy(sell("101", "Lock", wrong)::execute)
                    .hasMessage("The quantity \"" + wrong + "\" is not between 1 and 99.");
        }
        assertThatThrownBy(sell("101", "Lock", "1.5")::execute)
                .hasMessage("The quantity \"1.5\" is not a whole number.");
        assertThat(school.payments()).isEmpty();
    }

    @Test
    void anUnknownFeeNamesTheThreeNearest() {
        assertThatThrownBy(sell("101", "Lok", "1")::execute)
                .hasMessageContaining("Lok")
                .hasMessageContaining("Lock; Locker key; ");
        assertThatThrownBy(sell("101", null, "1")::execute).hasMessageContaining("--fee");
    }

    @Test
    void oneOfTwoFeesWithTheSameNameIsNamedByItsNumber() throws Exception {
        assertThatThrownBy(sell("101", "Twin", "1")::execute).hasMessageContaining("can be read in two ways");

        sell("101", "6", "1").execute();

        assertThat(school.office.rows()).anyMatch(row -> row.name().equals("Twin"));
    }

    @Test
    void aFeeThatTheStudentHasIsSoldAgainWithAgain() throws Exception {
        sell("101", "Lock", "1").execute();
        SellCommand command = sell("101", "Lock", "2");

        assertThatThrownBy(command::execute)
                .hasMessage(
                        "Student 101 was charged Lock on 2026-09-20. If it is sold nevertheless, repeat the command with --again.");

        command = sell("101", "Lock", "2");
        command.again = true;
        command.execute();
        assertThat(school.office.rows())
                .filteredOn(row -> row.name().equals("Lock"))
                .hasSize(3);
    }

    @Test
    void theSameKeySellsOnce() throws Exception {
        RequestKey key = RequestKey.fresh();
        for (int i = 0; i < 2; i++) {
            SellCommand command = sell("101", "Lock", "1");
            command.key = key.toString();
            command.execute();
        }

        assertThat(school.console.lines()).filteredOn("Receipt 1"::equals).hasSize(2);
        assertThat(school.office.rows())
                .filteredOn(row -> row.name().equals("Lock"))
                .hasSize(1);
    }

    @Test
    void aSaleIsVoidedWithTheGoodsOrWithout() throws Exception {
        sell("101", "Lock", "1").execute();

        assertThatThrownBy(voiding(null)::execute).hasMessageContaining("--goods returned");
        assertThatThrownBy(voiding("lost")::execute).hasMessageContaining("returned or kept");
        voiding("returned").execute();

        assertThat(school.office.owed(WANG)).isEmpty();
        assertThat(school.office.accounts().balance(WANG).balance()).isEqualTo(Kit.cad("0.00"));
    }
}
