package org.openadmin.fees.internal.shell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.openadmin.fees.testkit.Kit.cad;

import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openadmin.fees.api.Actor;
import org.openadmin.fees.api.StudentNumber;
import org.openadmin.fees.api.billing.Charge;
import org.openadmin.fees.api.payments.ReceiptNumber;
import org.openadmin.fees.testkit.Kit;
import org.openadmin.fees.testkit.MemoryOffice;
import org.openadmin.fees.testkit.NoReports;

class ClassPaymentCommandTest {

    private static final String KEY = "6f1f9df6-3a0f-4cf2-8ef0-7e5a0b3e3c12";

    @TempDir
    Path folder;

    private final MemoryOffice office = new MemoryOffice();
    private final ConsoleOutput console = new ConsoleOutput();
    private StudentNumber ines;
    private StudentNumber max;

    @BeforeEach
    void aClassOfFour() {
        ines = office.enrol(460, "Tremblay", "Inès", "9", "9A");
        max = office.enrol(461, "Roy", "Max", "9", "9A");
        StudentNumber amar = office.enrol(462, "Singh", "Amar", "9", "9A");
        office.enrol(463, "Wang", "Li", "9", "9A");
        office.charge(ines, "Lab fee", "60.00");
        office.charge(max, "Lab fee", "60.00");
        Charge paid = office.charge(amar, "Lab fee", "60.00");
        office.cashier().receive(Kit.paying(amar, "60.00", paid.id()));
    }

    private void run(Consumer<ClassPaymentCommand> options) throws Exception {
        console.clear();
        ClassPaymentCommand command = new ClassPaymentCommand(ShellUsers.admin(), console.output());
        command.payments = office.classPayments();
        command.settings = office;
        command.clock = Kit.CLOCK;
        command.files = () -> Optional.of(folder);
        command.reports = new NoReports() {
            @Override
            public void receipts(Actor reader, List<ReceiptNumber> numbers, Print print, OutputStream out) {
                new PrintStream(out, true, StandardCharsets.UTF_8).print(print + " " + numbers);
            }
        };
        command.fee = "lab fee";
        command.homeroom = "9a";
        options.accept(command);
        command.execute();
    }

    @Test
    void receivesTheMoneyOfAllAndWritesTheReceiptsAsOneDocument() throws Exception {
        run(command -> {
            command.all = true;
            command.amount = "120.00";
            command.out = "class.pdf";
        });

        assertThat(console.lines())
                .containsExactly(
                        "Receipts 2 to 3",
                        "Received 120.00 CAD from 2 students of 9A for \"Lab fee\" on 2026-09-20",
                        "receipt  studnum  name            received",
                        "      2      461  Roy, Max           60.00",
                        "      3      460  Tremblay, Inès     60.00",
                        "2 receipts: " + folder.resolve("class.pdf"));
        assertThat(office.owed(ines)).isEmpty();
        assertThat(office.owed(max)).isEmpty();
        assertThat(Files.readString(folder.resolve("class.pdf"))).isEqualTo("ORIGINAL [2, 3]");
    }

    @Test
    void receivesTheMoneyOfSome() throws Exception {
        run(command -> {
            command.students = "461";
            command.amount = "60.00";
            command.method = "cheque";
            command.reference = "77";
        });

        assertThat(console.lines().get(0)).isEqualTo("Receipt 2");
        assertThat(office.owed(ines)).hasSize(1);
        assertThat(office.owed(max)).isEmpty();
    }

    @Test
    void showsWhoOwesAndTheDifferenceAndSavesNothing() throws Exception {
        run(command -> {
            command.all = true;
            command.amount = "122.50";
            command.dryRun = true;
        });

        assertThat(console.lines())
                .startsWith("\"Lab fee\", homeroom 9A, on 2026-09-20")
                .endsWith(
                        "2 students would pay 120.00 CAD in total. Nothing was saved.",
                        "2.50 CAD more in the envelope than that.");
        assertThat(console.text()).contains("Singh, Amar", "paid", "Wang, Li", "would pay");
        assertThat(office.owed(ines)).hasSize(1);
        run(command -> command.dryRun = true);
        assertThat(console.text()).contains("0 students would pay 0.00 CAD").doesNotContain("would pay  ");
    }

    @Test
    void aRepeatedCommandHasOneEffectAndTheSameAnswer() throws Exception {
        Consumer<ClassPaymentCommand> options = command -> {
            command.students = "460,461";
            command.amount = "120.00";
            command.key = KEY;
        };
        run(options);
        List<String> first = console.lines();
        run(options);

        assertThat(console.lines()).isEqualTo(first);
        assertThat(office.accounts().balance(ines).balance()).isEqualTo(cad("0.00"));
        assertThatThrownBy(() -> run(command -> {
                    command.students = "460";
                    command.amount = "120.00";
                    command.key = KEY;
                }))
                .hasMessageContaining("key");
    }

    @Test
    void refusesAnEnvelopeWithAnotherSum() {
        assertThatThrownBy(() -> run(command -> {
                    command.all = true;
                    command.amount = "122.50";
                    command.out = "class.pdf";
                }))
                .hasMessage("The payments of these students come to 120.00 CAD, but --amount is 122.50 CAD."
                        + " Correct whichever is wrong.");
        assertThat(office.owed(ines)).hasSize(1);
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void namesWhatIsMissingOrWrong() {
        assertThatThrownBy(() -> run(command -> command.amount = "1.00")).hasMessageContaining("--students or --all");
        assertThatThrownBy(() -> run(command -> {
                    command.students = "463";
                    command.amount = "60.00";
                }))
                .hasMessageContaining("Student 463 is not in 9A or does not owe \"Lab fee\".");
        assertThatThrownBy(() -> run(command -> command.all = true)).hasMessageContaining("--amount");
        assertThatThrownBy(() -> run(command -> {
                    command.fee = "Labb";
                    command.all = true;
                    command.amount = "1.00";
                }))
                .hasMessageContaining("Lab fee");
        assertThatThrownBy(() -> run(command -> {
                    command.homeroom = "9X";
                    command.all = true;
                    command.amount = "1.00";
                }))
                .hasMessageContaining("9X");
    }

    @Test
    void aWrongFileNameIsRefusedBeforeAnythingIsReceived() {
        assertThatThrownBy(() -> run(command -> {
                    command.all = true;
                    command.amount = "120.00";
                    command.out = "../class.pdf";
                }))
                .isNotNull();
        assertThat(office.owed(ines)).hasSize(1);
    }
}
