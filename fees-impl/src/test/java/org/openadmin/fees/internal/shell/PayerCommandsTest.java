package org.openadmin.fees.internal.shell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.openadmin.fees.testkit.Kit.cad;

import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.openadmin.fees.api.Actor;
import org.openadmin.fees.api.PayerNumber;
import org.openadmin.fees.api.Role;
import org.openadmin.fees.api.StudentNumber;
import org.openadmin.fees.api.billing.ChargeId;
import org.openadmin.fees.testkit.Kit;
import org.openadmin.fees.testkit.MemoryOffice;

/** Payers on the shell: added, changed, listed; charges transferred to them and taken back. */
class PayerCommandsTest {

    private static final PayerNumber BAND = new PayerNumber(1);
    private static final String KEY = "5a0c4d1e-9f6b-4b6a-8f2d-0c1d2e3f4a5b";

    private final MemoryOffice office = new MemoryOffice();
    private final ConsoleOutput console = new ConsoleOutput();
    private StudentNumber ines;
    private ChargeId lab;

    @BeforeEach
    void aSponsorAndACharge() throws Exception {
        ines = office.enrol(460, "Tremblay", "Inès", "9", "9A");
        lab = office.charge(ines, "Lab fee", "20.00").id();
        add(Kit.CLERK, "Prairie", "Band", "--authorization", "AUTH 7");
    }

    @Test
    void aPayerIsAddedListedAndChanged() throws Exception {
        assertThat(console.text()).contains("Payer P1, Prairie Band, is added.");
        add(Kit.CLERK, "Bursary", "fund", "--kind", "fund", "--address", "Box 1; Regina", "--email", "a@b.ca");

        assertThat(list()).contains("P1", "Prairie Band", "sponsor", "AUTH 7", "P2", "fund", "a@b.ca");
        assertThat(list("prairie")).contains("Prairie Band").doesNotContain("Bursary");
        assertThat(list("nobody")).contains("There are no payers of this name.");

        change(Kit.CLERK, "P1", "--name", "Prairie First Nation", "--active", "no");
        assertThat(console.text()).contains("Payer P1, Prairie First Nation, is changed. Version 2.");
        assertThat(list()).doesNotContain("Prairie");
        assertThat(list("--all")).contains("Prairie First Nation", "inactive", "AUTH 7");
    }

    @Test
    void aChangeIsSentAgainWithItsVersion() throws Exception {
        for (int i = 0; i < 2; i++) {
            change(Kit.CLERK, "P1", "--email", "x@y.ca", "--version", "1", "--key", KEY);
        }

        assertThat(office.payers().find(Kit.CLERK, BAND).orElseThrow().version())
                .isEqualTo(2);
        assertThatThrownBy(() -> change(Kit.CLERK, "P1", "--email", "z@y.ca", "--version", "1"))
                .hasMessageContaining("run the command again");
    }

    @Test
    void aChargeIsTransferredAndTakenBack() throws Exception {
        transfer(Kit.CLERK, lab.toString(), "--payer", "p1", "--dry-run");
        assertThat(console.text()).contains("Charge " + lab + " transferred to payer P1", "nothing was saved");
        assertThat(office.owed(ines)).containsExactly(lab);

        transfer(Kit.CLERK, lab.toString(), "--payer", "P1");
        assertThat(office.owed(ines)).isEmpty();
        assertThat(office.accounts().balance(BAND).due()).isEqualTo(cad("20.00"));
        assertThat(list()).contains("20.00");

        transfer(Kit.CLERK, lab.toString(), "--take-back", "--reason", "Declined");
        assertThat(console.text()).contains("Transfer of charge " + lab + " taken back", "1 charge outstanding again");
        assertThat(office.owed(ines)).containsExactly(lab);
    }

    @Test
    void commandsOfAccountsTakeAPayer() throws Exception {
        transfer(Kit.CLERK, lab.toString(), "--payer", "P1");
        PayCommand pay = new PayCommand(user(Kit.CASHIER), console.output());
        pay.cashier = office.cashier();
        pay.accounts = office.accounts();
        pay.settings = office;
        pay.clock = Kit.CLOCK;
        pay.words = List.of("P1", "--amount", "25.00", "--charges", "all");
        pay.execute();
        assertThat(console.text()).contains("Received 25.00 CAD from payer P1 (Prairie Band)");

        RefundCommand refund = new RefundCommand(user(Kit.CASHIER), console.output());
        refund.corrections = office.corrections();
        refund.refunds = office.refunds();
        refund.settings = office;
        refund.clock = Kit.CLOCK;
        refund.words = List.of("P1", "--amount", "5.00", "--method", "cheque", "--reason", "Too much");
        refund.execute();
        assertThat(console.text()).contains("Payer P1 refunded");
        assertThat(office.accounts().balance(BAND).balance()).isEqualTo(cad("0.00"));
    }

    @Test
    void anInvoiceIsByStudentAndHasTheAuthorization() throws Exception {
        StudentNumber marc = office.enrol(461, "Arcand", "Marc", "7", "7B");
        ChargeId trip = office.charge(marc, "Trip", "10.00").id();
        transfer(Kit.CLERK, lab.toString(), "--payer", "P1");
        transfer(Kit.CLERK, trip.toString(), "--payer", "P1");

        PayerInvoiceCommand command = new PayerInvoiceCommand(user(Kit.CLERK), console.output());
        command.payers = office.payers();
        command.words = List.of("P1");
        command.execute();

        assertThat(console.text())
                .containsSubsequence(
                        "Payer P1, Prairie Band. Authorization: AUTH 7",
                        "Arcand, Marc",
                        "Trip",
                        "Tremblay, Inès",
                        "Lab fee")
                .contains("Charged 30.00 CAD, credit 0.00 CAD, due 30.00 CAD")
                .doesNotContain("7B", "9A", "461");
    }

    @Test
    void wrongInputIsOneSentence() {
        assertThatThrownBy(() -> transfer(Kit.CLERK, lab.toString())).hasMessageContaining("--payer or --take-back");
        assertThatThrownBy(() -> transfer(Kit.CLERK, lab.toString(), "--payer", "P1", "--take-back"))
                .hasMessageContaining("--payer or --take-back");
        assertThatThrownBy(() -> transfer(Kit.CLERK, lab.toString(), "--payer", "460"))
                .hasMessageContaining("\"460\" is not the number of a payer");
        assertThatThrownBy(() -> transfer(Kit.CLERK, lab.toString(), "--payer", "P9"))
                .hasMessageContaining("P9");
        assertThatThrownBy(() -> transfer(Kit.CASHIER, lab.toString(), "--payer", "P1"))
                .hasMessageContaining("fees-bill");
        assertThatThrownBy(() -> transfer(Kit.CLERK, lab.toString(), "--take-back"))
                .hasMessageContaining("nothing to take back");
        assertThatThrownBy(() -> add(Kit.CLERK, "Bank", "--kind", "bank")).hasMessageContaining("\"bank\"");
        assertThatThrownBy(() -> change(Kit.CLERK, "P1", "--active", "perhaps")).hasMessageContaining("yes or no");
        assertThatThrownBy(() -> change(Kit.CLERK, "P1", "--version", "x")).hasMessageContaining("\"x\"");
        assertThatThrownBy(() -> change(Kit.CLERK, "P9", "--name", "Nobody")).hasMessageContaining("P9");
        assertThatThrownBy(() -> add(Kit.CASHIER, "Bank")).hasMessageContaining("fees-bill");
    }

    private void add(Actor actor, String... words) throws Exception {
        PayerAddCommand command = new PayerAddCommand(user(actor), console.output());
        command.payers = office.payers();
        command.words = List.of(words);
        command.execute();
    }

    private void change(Actor actor, String... words) throws Exception {
        PayerChangeCommand command = new PayerChangeCommand(user(actor), console.output());
        command.payers = office.payers();
        command.words = List.of(words);
        command.execute();
    }

    private void transfer(Actor actor, String... words) throws Exception {
        TransferCommand command = new TransferCommand(user(actor), console.output());
        command.corrections = office.corrections();
        command.clock = Kit.CLOCK;
        command.words = List.of(words);
        command.execute();
    }

    private String list(String... words) throws Exception {
        ConsoleOutput own = new ConsoleOutput();
        PayersCommand command = new PayersCommand(user(Kit.CLERK), own.output());
        command.payers = office.payers();
        command.words = List.of(words);
        command.execute();
        return own.text();
    }

    private static ShellUser user(Actor actor) {
        return ShellUsers.user(
                actor.name(), actor.roles().stream().map(Role::roleName).toArray(String[]::new));
    }
}
