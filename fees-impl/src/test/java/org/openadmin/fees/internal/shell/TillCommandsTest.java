package org.openadmin.fees.internal.shell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openadmin.fees.api.Actor;
import org.openadmin.fees.api.Confirmation;
import org.openadmin.fees.api.RequestKey;
import org.openadmin.fees.api.Role;
import org.openadmin.fees.api.StudentNumber;
import org.openadmin.fees.api.corrections.CorrectionRequest.VoidReceipt;
import org.openadmin.fees.api.payments.PaymentMethod;
import org.openadmin.fees.api.payments.PaymentRequest;
import org.openadmin.fees.api.payments.Receipt;
import org.openadmin.fees.api.till.DepositNumber;
import org.openadmin.fees.internal.settings.ConfiguredSettings;
import org.openadmin.fees.spi.FeesSettings;
import org.openadmin.fees.testkit.Kit;
import org.openadmin.fees.testkit.NoReports;

/** Drawers and deposits on the console. Ann has received 100.00 in cash and two cheques of 40.00 and 60.00. */
class TillCommandsTest {

    private static final Actor ANN = new Actor("ann", Set.of(Role.CASHIER));
    private static final StudentNumber INES = new StudentNumber(100);

    private final ShellSchool school = new ShellSchool();
    private FeesSettings settings = school.settings;
    private Receipt cheque;

    @BeforeEach
    void money() {
        pay("100.00", PaymentMethod.CASH, "");
        cheque = pay("40.00", PaymentMethod.CHEQUE, "no. 7");
        pay("60.00", PaymentMethod.CHEQUE, "no. 8");
    }

    private Receipt pay(String amount, PaymentMethod method, String reference) {
        return school.office
                .cashier()
                .receive(new PaymentRequest(
                        RequestKey.fresh(),
                        ANN,
                        INES,
                        Kit.TODAY,
                        Kit.cad(amount),
                        Set.of(),
                        method,
                        reference,
                        Set.of(Confirmation.values())));
    }

    private CashUpCommand cashUp(String user, String... words) {
        CashUpCommand command = new CashUpCommand(ShellUsers.user(user, "fees-cashier"), school.console.output());
        command.till = school.office.till();
        command.settings = settings;
        command.clock = Kit.CLOCK;
        command.words = List.of(words);
        return command;
    }

    private DepositCommand deposit(String user, String... words) {
        DepositCommand command = new DepositCommand(ShellUsers.user(user, "fees-cashier"), school.console.output());
        command.deposits = school.office.deposits();
        command.settings = settings;
        command.clock = Kit.CLOCK;
        command.words = List.of(words);
        return command;
    }

    private void counted() throws Exception {
        CashUpCommand command = cashUp("ann");
        command.opening = "50.00";
        command.counted = "145.00";
        command.reason = "Change";
        command.execute();
        school.console.clear();
    }

    private void deposited() throws Exception {
        counted();
        DepositCommand command = deposit("ann");
        command.until = "today";
        command.execute();
    }

    private List<String> printed() {
        return school.console.lines().stream()
                .map(line -> line.replace(" CAD", ""))
                .toList();
    }

    @Test
    void aDrawerIsShownByMethodWithWhatIsExpected() throws Exception {
        CashUpCommand command = cashUp("ann");
        command.opening = "50.00";

        command.execute();

        assertThat(printed().get(0)).isEqualTo("Drawer of ann, " + Kit.TODAY);
        assertThat(printed()).anyMatch(line -> line.matches("Cash +1 +100.00 +0.00 +0.00 +100.00"));
        assertThat(printed()).anyMatch(line -> line.matches("Cheque +2 +100.00 +0.00 +0.00 +100.00"));
        assertThat(printed()).contains("Expected in cash: 150.00, with a float of 50.00");
    }

    @Test
    void aCountThatIsRightSaysSo() throws Exception {
        CashUpCommand command = cashUp("ann");
        command.opening = "50";
        command.count = "100x1,20x2,5x2";

        command.execute();

        assertThat(printed()).containsExactly("Count 1: 150.00 in the drawer of ann on " + Kit.TODAY, "As expected.");
    }

    @Test
    void aShortDrawerNeedsAReasonAndTheSameKeyCountsOnce() throws Exception {
        String key = UUID.randomUUID().toString();
        CashUpCommand without = cashUp("ann");
        without.counted = "95.00";
        assertThatThrownBy(without::execute)
                .hasMessage("The drawer is 5.00 CAD short: 100.00 CAD was expected. Count again, or give the reason.");
        for (int i = 0; i < 2; i++) {
            CashUpCommand with = cashUp("ann");
            with.counted = "95.00";
            with.reason = "Change";
            with.key = key;
            with.execute();
        }

        assertThat(printed()).contains("5.00 short, 100.00 expected: Change").hasSize(4);
        assertThat(printed().get(2)).startsWith("Count 1:");
    }

    @Test
    void moneySinceTheCountIsNamed() throws Exception {
        counted();
        pay("7.00", PaymentMethod.CASH, "");

        cashUp("ann").execute();

        assertThat(printed()).contains("5.00 short, 150.00 expected: Change", "7.00 has moved since: count again.");
    }

    @Test
    void cashiersCountTheirOwnDrawerOnly() {
        CashUpCommand others = cashUp("bob", "ann");
        others.counted = "100.00";
        CashUpCommand both = cashUp("ann");
        both.counted = "100.00";
        both.count = "100x1";
        CashUpCommand words = cashUp("ann");
        words.count = "100x1.5";
        CashUpCommand amount = cashUp("ann");
        amount.counted = "12,50";

        assertThatThrownBy(others::execute).hasMessageContaining("needs the role fees-admin");
        assertThatThrownBy(both::execute).hasMessageContaining("not both");
        assertThatThrownBy(words::execute)
                .hasMessage("The count of cash \"100x1.5\" is not a count such as 100x2,20x5.");
        assertThatThrownBy(amount::execute).hasMessageContaining("12,50");
        assertThat(printed()).isEmpty();
    }

    @Test
    void aDepositIsMadeAndThenVerifiedBySomebodyElse() throws Exception {
        counted();
        DepositCommand dry = deposit("ann");
        dry.until = "today";
        dry.dryRun = true;
        dry.execute();
        assertThat(printed())
                .contains("Nothing was deposited. It would be: cash 95.00, 2 cheques 100.00, total 195.00");
        school.console.clear();
        DepositCommand make = deposit("ann");
        make.until = "today";
        make.execute();
        DepositCommand own = deposit("ann");
        own.verify = "1";
        assertThatThrownBy(own::execute)
                .hasMessage("The user who made deposit 1 cannot verify it. Another person has to.");
        DepositCommand verify = deposit("bob");
        verify.verify = "1";
        verify.execute();

        assertThat(printed())
                .containsExactly(
                        "Deposit 1",
                        "Over or short: -5.00 in the drawer of ann on " + Kit.TODAY,
                        "Cash 95.00, 2 cheques 100.00, total 195.00",
                        "Made by ann on " + Kit.TODAY,
                        "To be verified by another person: fees:deposit --verify 1",
                        "Deposit 1 was verified by bob.");
    }

    @Test
    void aDrawerThatWasNotCountedIsNamed() throws Exception {
        DepositCommand make = deposit("ann");
        make.until = "today";
        assertThatThrownBy(make::execute)
                .hasMessage(
                        "The drawer of ann on " + Kit.TODAY + " was not counted. Count it first, and then deposit.");

        DepositCommand dry = deposit("ann");
        dry.until = "today";
        dry.dryRun = true;
        dry.execute();
        assertThat(printed()).contains("To be counted first: the drawer of ann on " + Kit.TODAY);
    }

    @Test
    void chosenReceiptsAreDepositedOnceForTheSameKey() throws Exception {
        String key = UUID.randomUUID().toString();
        for (int i = 0; i < 2; i++) {
            DepositCommand make = deposit("ann");
            make.until = "today";
            make.receipts = cheque.number().toString();
            make.key = key;
            make.execute();
        }
        DepositCommand again = deposit("ann");
        again.until = "today";
        again.receipts = cheque.number() + ",99";

        assertThat(printed().stream().filter("Deposit 1"::equals)).hasSize(2);
        assertThat(printed()).contains("Cash 0.00, 1 cheque 40.00, total 40.00");
        assertThatThrownBy(again::execute)
                .hasMessage("Not among the undeposited receipts up to that day: " + cheque.number() + ", 99.");
    }

    @Test
    void aReturnedChequeIsTakenBack() throws Exception {
        deposited();
        school.office
                .corrections()
                .apply(new VoidReceipt(RequestKey.fresh(), ANN, cheque.number(), Kit.TODAY, "Returned", Set.of()));
        UndepositedCommand list = undeposited();
        list.execute();
        assertThat(printed()).contains("1 returned cheque to take back with fees:deposit --counter.");
        school.console.clear();
        DepositCommand counter = deposit("bob");
        counter.counter = "1";
        counter.reason = "Returned by the bank";
        counter.execute();
        deposit("bob", "1").execute();

        assertThat(printed())
                .contains(
                        "Deposit 2",
                        "Cash 0.00, 1 cheque -40.00, total -40.00",
                        "Takes back deposit 1: Returned by the bank",
                        "Taken back by deposit 2");
    }

    @Test
    void theDepositsAreAList() throws Exception {
        deposited();
        school.console.clear();
        DepositsCommand list = new DepositsCommand(ShellUsers.user("eve", "fees-view"), school.console.output());
        list.deposits = school.office.deposits();
        list.settings = settings;
        list.csv = true;

        list.execute();

        assertThat(printed())
                .containsExactly(
                        "deposit,date,until,cash,difference,cheques,cheque_count,total,made_by,verified_by,takes_back",
                        "1," + Kit.TODAY + "," + Kit.TODAY + ",95.00,-5.00,100.00,2,195.00,ann,,");
    }

    private UndepositedCommand undeposited() {
        UndepositedCommand command =
                new UndepositedCommand(ShellUsers.user("eve", "fees-view"), school.console.output());
        command.deposits = school.office.deposits();
        command.settings = settings;
        command.clock = Kit.CLOCK;
        return command;
    }

    @Test
    void undepositedMoneyIsListedForPeopleAndPrograms() throws Exception {
        undeposited().execute();
        assertThat(printed()).contains("3 receipts, 200.00 in all; the oldest is of today.");
        school.console.clear();
        UndepositedCommand csv = undeposited();
        csv.csv = true;
        csv.execute();

        assertThat(printed().get(0))
                .isEqualTo("date,days_undeposited,kind,receipt,studnum,name,method,reference,cashier,amount,deposit");
        assertThat(printed())
                .contains(Kit.TODAY + ",0,on-account," + cheque.number()
                        + ",100,\"Tremblay, Inès\",cheque,no. 7,ann,40.00,");
        deposited();
        school.console.clear();
        undeposited().execute();
        assertThat(printed()).containsExactly("All cash and cheques are deposited.");
    }

    @Test
    void whatDoesNotGoTogetherIsRefused() {
        DepositCommand nothing = deposit("ann");
        DepositCommand two = deposit("ann", "1");
        two.until = "today";
        DepositCommand stray = deposit("ann", "1");
        stray.whole = true;
        DepositCommand unknown = deposit("ann", "12");
        DepositCommand noReason = deposit("ann");
        noReason.counter = "1";
        DepositCommand tomorrow = deposit("ann");
        tomorrow.until = Kit.TODAY.plusDays(1).toString();

        assertThatThrownBy(nothing::execute).hasMessageStartingWith("Give the number of a deposit");
        assertThatThrownBy(two::execute).hasMessageStartingWith("Give the number of a deposit");
        assertThatThrownBy(stray::execute).hasMessageStartingWith("Give the number of a deposit");
        assertThatThrownBy(unknown::execute).hasMessage("There is no deposit number 12.");
        assertThatThrownBy(noReason::execute).hasMessageContaining("--reason");
        assertThatThrownBy(tomorrow::execute).hasMessageContaining("is after today");
    }

    @Test
    void theSameInFrench() throws Exception {
        settings = new ConfiguredSettings(Map.of("locale", "fr-CA"));
        counted();
        DepositCommand make = deposit("ann");
        make.until = "today";
        make.execute();
        undeposited().execute();

        assertThat(printed())
                .contains(
                        "Dépôt 1",
                        "Argent comptant 95.00, 2 chèques 100.00, total 195.00",
                        "Tout l’argent comptant et tous les chèques sont déposés.");
    }

    @Test
    void theSlipIsWrittenOnRequestAndIsPossibleBeforeTheDepositIsMade(@TempDir Path folder) throws Exception {
        counted();
        DepositCommand make = deposit("ann");
        make.files = () -> Optional.of(folder);
        make.reports = new NoReports() {
            @Override
            public void depositSlip(Actor reader, DepositNumber number, OutputStream out) {
                try {
                    out.write(("slip " + number).getBytes(StandardCharsets.UTF_8));
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            }
        };
        make.until = "today";
        make.out = "../slip.pdf";
        assertThatThrownBy(make::execute).hasMessageContaining("slip.pdf");
        assertThat(school.office.deposits().undeposited(ANN).receipts()).isEqualTo(3);
        make.out = "slip.pdf";
        make.execute();

        assertThat(printed()).anyMatch(line -> line.startsWith("Slip of deposit 1: "));
        assertThat(folder.resolve("slip.pdf")).hasContent("slip 1");
    }

    @Test
    void aReceiptNumberIsANumber() {
        DepositCommand make = deposit("ann");
        make.until = "today";
        make.receipts = "twelve";

        assertThatThrownBy(make::execute).hasMessageContaining("\"twelve\" is not a whole number");
    }
}
