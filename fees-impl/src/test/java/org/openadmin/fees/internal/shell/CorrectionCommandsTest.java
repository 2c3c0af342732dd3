package org.openadmin.fees.internal.shell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import javax.security.auth.Subject;
import org.apache.karaf.jaas.boot.principal.RolePrincipal;
import org.apache.karaf.jaas.boot.principal.UserPrincipal;
import org.apache.karaf.shell.support.CommandException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.openadmin.fees.api.Actor;
import org.openadmin.fees.api.Confirmation;
import org.openadmin.fees.api.Money;
import org.openadmin.fees.api.RequestKey;
import org.openadmin.fees.api.StorageException;
import org.openadmin.fees.api.StudentNumber;
import org.openadmin.fees.api.billing.ChargeId;
import org.openadmin.fees.api.corrections.AlreadyCorrectedException;
import org.openadmin.fees.api.corrections.Correction;
import org.openadmin.fees.api.corrections.CorrectionRequest;
import org.openadmin.fees.api.corrections.CorrectionRequest.Cancel;
import org.openadmin.fees.api.corrections.CorrectionRequest.Refund;
import org.openadmin.fees.api.corrections.CorrectionRequest.Undo;
import org.openadmin.fees.api.corrections.CorrectionRequest.VoidReceipt;
import org.openadmin.fees.api.corrections.CorrectionRequest.Waive;
import org.openadmin.fees.api.corrections.Corrections;
import org.openadmin.fees.api.corrections.Refunds;
import org.openadmin.fees.api.journal.EntryKind;
import org.openadmin.fees.api.journal.JournalEntry;
import org.openadmin.fees.api.journal.ReasonCode;
import org.openadmin.fees.api.payments.PaymentMethod;
import org.openadmin.fees.api.payments.PaymentRequest;
import org.openadmin.fees.api.payments.ReceiptNumber;
import org.openadmin.fees.internal.settings.ConfiguredSettings;
import org.openadmin.fees.spi.ReturnSettings;
import org.openadmin.fees.testkit.Kit;
import org.openadmin.fees.testkit.MemoryOffice;

class CorrectionCommandsTest {

    private final MemoryOffice office = new MemoryOffice();
    private Refunds refunds;

    private static final Currency CAD = Currency.getInstance("CAD");
    private static final Correction OPENED =
            new Correction(EntryKind.VOID, LocalDate.EPOCH, 1, cad("30.00"), 2, cad("40.00"), cad("0.00"));
    private static final Correction PAID =
            new Correction(EntryKind.REVERSAL, LocalDate.EPOCH, 3, cad("-83.10"), 0, cad("0.00"), cad("27.70"));

    private final ConsoleOutput console = new ConsoleOutput();
    private final ShellUser admin = ShellUsers.admin();
    private final Books books = new Books();

    /** Records the requests and always returns the same result. */
    static final class Books implements Corrections {
        private CorrectionRequest previewed;
        private CorrectionRequest applied;
        private Correction answer = PAID;

        @Override
        public Correction preview(CorrectionRequest request) {
            previewed = request;
            return answer;
        }

        @Override
        public Correction apply(CorrectionRequest request) {
            if (request.reason().equals("again")) {
                throw new AlreadyCorrectedException(AlreadyCorrectedException.Subject.CHARGE, 12);
            }
            applied = request;
            return answer;
        }

        @Override
        public Optional<Correction> find(Actor reader, RequestKey key) {
            return Optional.empty();
        }
    }

    @Test
    void saysInOneLineWhatWasDone() throws Exception {
        undo("7", "--reason", "Wrong grade", "--date", "2026-09-09").execute();

        assertThat(console.text())
                .isEqualTo("Batch 7 undone: 3 rows, -83.10 CAD in total; the 27.70 CAD already paid becomes credit\n");
        assertThat(books.applied).isInstanceOfSatisfying(Undo.class, undo -> {
            assertThat(undo.batch().value()).isEqualTo(7);
            assertThat(undo.reason()).isEqualTo("Wrong grade");
            assertThat(undo.date()).isEqualTo(LocalDate.of(2026, 9, 9));
            assertThat(undo.actor().name()).isEqualTo("shell");
        });
    }

    @Test
    void onlyTheOptionYesConfirmsTheDate() throws Exception {
        undo("7", "--date", "2025-09-09").execute();
        assertThat(books.applied.confirmed()).isEmpty();

        undo("7", "--date", "today", "--yes").execute();
        assertThat(books.applied.confirmed()).containsExactly(Confirmation.UNUSUAL_DATE);
        assertThat(books.applied.date()).isEqualTo(Kit.TODAY);
        voided("5", "--yes").execute();
        assertThat(books.applied.confirmed()).containsExactly(Confirmation.UNUSUAL_DATE);
    }

    @Test
    void saysWhatIsOutstandingAgain() throws Exception {
        books.answer = OPENED;
        voided("5", "--reason=Bounced").execute();

        assertThat(console.text())
                .isEqualTo("Receipt 5 voided: 1 row, 30.00 CAD in total;"
                        + " 2 charges outstanding again, 40.00 CAD in total\n");
        assertThat(((VoidReceipt) books.applied).receipt().value()).isEqualTo(5);
        assertThat(books.applied.date()).isEqualTo(Kit.TODAY);
    }

    @Test
    void namesTheOtherReceiptsWhoseChargesAreOutstandingAgain() throws Exception {
        books.answer = new Correction(
                OPENED.kind(),
                OPENED.date(),
                OPENED.rows(),
                OPENED.amount(),
                OPENED.reopened(),
                OPENED.reopenedTotal(),
                OPENED.toCredit(),
                List.of(new ReceiptNumber(12), new ReceiptNumber(13)));
        voided("5").execute();

        assertThat(console.text())
                .endsWith("; receipts 12, 13 show charges as paid that no longer are; later copies say so\n");
    }

    @Test
    void aWaiverWithACodeNeedsNoWords() throws Exception {
        WaiveCommand command = waive("12");
        command.code = " Hardship ";
        command.execute();
        assertThat(((Waive) books.applied).code()).contains(new ReasonCode("hardship"));
        assertThat(books.applied.reason()).isEmpty();

        WaiveCommand wrong = waive("12");
        wrong.code = "lost job!";
        assertThatThrownBy(wrong::execute).hasMessageContaining("The reason code \"lost job!\" is not recognized.");
        assertThatThrownBy(waive("12")::execute).hasMessageContaining("--reason");
    }

    @Test
    void storesNothingInADryRun() throws Exception {
        cancel("12", "--dry-run").execute();

        assertThat(console.text()).startsWith("Charge 12 reversed: ").endsWith(". Dry run: nothing was saved.\n");
        assertThat(books.applied).isNull();
        assertThat(((Cancel) books.previewed).charge()).isEqualTo(new ChargeId(12));
    }

    @Test
    void sendsTheKeyThatItWasGiven() throws Exception {
        RequestKey key = RequestKey.fresh();
        waive("12", "--reason", "Bursary", "--key", key.toString()).execute();

        assertThat(books.applied.key()).isEqualTo(key);
        assertThat(((Waive) books.applied).charge()).isEqualTo(new ChargeId(12));
    }

    @Test
    void refundsWithAMethodAndAReference() throws Exception {
        refund("100", "--amount", "12.50", "--method", "cheque", "--reference", "88", "--reason", "Moved")
                .execute();

        assertThat(console.text()).startsWith("Student 100 refunded: ").doesNotContain("Refund number");
        assertThat(books.applied).isInstanceOfSatisfying(Refund.class, refund -> {
            assertThat(refund.student()).isEqualTo(new StudentNumber(100));
            assertThat(refund.amount()).isEqualTo(cad("12.50"));
            assertThat(refund.method()).isEqualTo(PaymentMethod.CHEQUE);
            assertThat(refund.reference()).isEqualTo("88");
            assertThat(refund.reason()).isEqualTo("Moved");
        });
    }

    @Test
    void aRefundHasANumberForItsSlip() throws Exception {
        refunds = office.refunds();
        office.enrol(100, "Tremblay", "Inès", "9", "9A");
        office.cashier().receive(Kit.paying(new StudentNumber(100), "30.00"));
        RefundCommand command =
                refund("100", "--amount", "12.50", "--method", "cash", "--reason", "Moved", "--date", "2026-09-09");
        command.corrections = office.corrections();

        command.execute();

        JournalEntry row = office.rows().get(1);
        assertThat(console.text()).endsWith("\nRefund number: " + row.id() + "\n");
    }

    @Test
    void theSameRefundAgainNeedsTheOptionAgain() throws Exception {
        refunds = office.refunds();
        office.enrol(100, "Tremblay", "Inès", "9", "9A");
        office.cashier().receive(Kit.paying(new StudentNumber(100), "30.00"));
        refunding().execute();
        long number = office.rows().get(1).id();

        assertThatThrownBy(refunding()::execute)
                .hasMessage("Refund " + number + ", 12.50 CAD, was paid out less than a minute ago."
                        + " If this is another refund, repeat the command with --again.");
        assertThatThrownBy(refunding("--dry-run")::execute).hasMessageContaining("--again");
        refunding("--again").execute();

        assertThat(office.accounts().balance(new StudentNumber(100)).credit()).isEqualTo(cad("5.00"));
    }

    private RefundCommand refunding(String... more) {
        List<String> words =
                new ArrayList<>(List.of("100", "--amount", "12.50", "--method", "cash", "--reason", "Moved"));
        words.addAll(List.of(more));
        RefundCommand command = refund(words.toArray(String[]::new));
        command.corrections = office.corrections();
        return command;
    }

    @Test
    void aRefundThatCannotBeReadIsDoneAllTheSame() throws Exception {
        refunds = office.refunds();
        office.failNextQuery(Refunds.class, new StorageException(StorageException.Outcome.NOTHING_STORED, null));

        refund("100", "--amount", "5", "--method", "cash", "--reason", "Moved").execute();

        assertThat(console.text()).startsWith("Student 100 refunded: ").doesNotContain("Refund number");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "cancel||The argument charge is missing.",
                "cancel|1 2|Too many arguments: 2.",
                "cancel|x|is not a whole number",
                "cancel|12 --date 2026-02-30|is not a valid date",
                "cancel|12 --key 1|request key",
                "cancel|12 --amount 5|no option --amount",
                "waive|12|The option --reason is missing.",
                "waive|12 --reason=|The reason is missing.",
                "void|0|out of range",
                "undo|seven|The batch number \"seven\" is not a whole number.",
                "refund|100 --method cash|The option --amount is missing.",
                "refund|100 --amount 5|The option --method is missing.",
                "refund|100 --amount 5 --method cash|The option --reason is missing.",
                "refund|100 --amount 5 --method cash --reason=|The reason is missing.",
                "refund|100 --amount 0 --method cash --reason x|must be more than zero",
                "refund|100 --amount 5 --method gold --reason x|known: cash",
            })
    void refusesWhatIsWrongWithOneSentence(String command, String words, String sentence) {
        String[] typed = words == null ? new String[0] : words.split(" ");
        CorrectionCommand made =
                switch (command) {
                    case "cancel" -> cancel(typed);
                    case "waive" -> waive(typed);
                    case "void" -> voided(typed);
                    case "undo" -> undo(typed);
                    default -> refund(typed);
                };

        assertThatThrownBy(made::execute)
                .isExactlyInstanceOf(CommandException.class)
                .hasMessageContaining(sentence);
        assertThat(books.applied).isNull();
    }

    @Test
    void saysWhyItWasRefused() {
        assertThatThrownBy(cancel("12", "--reason", "again")::execute)
                .isExactlyInstanceOf(CommandException.class)
                .hasMessageContaining("12 has already been reversed, waived, split or transferred");
        assertThat(console.text()).isEmpty();
    }

    @Test
    void saysWhatIsMissing() {
        CancelCommand command = cancel("12");
        command.corrections = null;
        command.clock = Kit.CLOCK;

        assertThatThrownBy(command::execute).hasMessageContaining("not ready");
    }

    static Stream<Arguments> roles() {
        return Stream.of(Arguments.of("fees-cashier", "fees-bill"), Arguments.of("fees-bill", "fees-cashier"));
    }

    @ParameterizedTest
    @MethodSource("roles")
    void needsTheRoleOfTheWork(String role, String missing) {
        Subject subject = new Subject();
        subject.getPrincipals().add(new UserPrincipal("ann"));
        subject.getPrincipals().add(new RolePrincipal(role));
        ShellUser ann = new ShellUser(() -> subject);
        CorrectionCommand command = role.equals("fees-bill")
                ? new VoidCommand(ann, console.output())
                : new UndoCommand(ann, console.output());
        command.corrections = books;
        command.clock = Kit.CLOCK;

        assertThatThrownBy(command::execute).hasMessageContaining("needs the role " + missing);
    }

    @Test
    void aReturnedPaymentIsRecordedWithItsFeeAndUndone() throws Exception {
        office.enrol(100, "Tremblay", "Inès", "9", "9A");
        long lab =
                office.charge(new StudentNumber(100), "Lab fee", "30.00").id().value();
        office.cashier().receive(byCheque(lab));
        bounceIn("1", "--fee", "25.00", "--reason", "NSF", "--date", "2026-09-09", "--dry-run")
                .execute();
        assertThat(console.text())
                .isEqualTo("Receipt 1 returned by the bank: 2 rows, 55.00 CAD in total; 1 charge outstanding again,"
                        + " 30.00 CAD in total; fee of 25.00 CAD charged; cash only until 2026-12-08."
                        + " Dry run: nothing was saved.\n");

        bounceIn("1", "--fee", "25.00", "--date", "2026-09-09", "--cash-only-until", "2026-10-31")
                .execute();
        assertThat(console.text()).endsWith("; fee of 25.00 CAD charged; cash only until 2026-10-31\n");
        assertThatThrownBy(bounceIn("1", "--fee", "25.00")::execute).hasMessageContaining("already been voided");

        bounceIn("1", "--undo").execute();
        assertThat(console.text())
                .endsWith(
                        "\nReturned payment of receipt 1 undone: 2 rows, -55.00 CAD in total; fee of 25.00 CAD reversed;"
                                + " received again as receipt 2; 1 charge paid again, 30.00 CAD in total\n");
        assertThatThrownBy(bounceIn("1", "--undo")::execute).hasMessageContaining("already been undone");
    }

    @Test
    void theFeeOfTheConfigurationIsTheDefaultAndCashCannotBounce() throws Exception {
        office.enrol(100, "Tremblay", "Inès", "9", "9A");
        office.cashier().receive(byCheque());
        office.cashier().receive(Kit.paying(new StudentNumber(100), "8.00"));
        assertThatThrownBy(bounceIn("1")::execute).hasMessage("The option --fee is missing.");
        office.configure(office.current().withReturns(ReturnSettings.none().withFee(cad("30.00"))));

        bounceIn("1", "--cash-only-until", "none").execute();

        assertThat(console.text())
                .isEqualTo("Receipt 1 returned by the bank: 2 rows, 60.00 CAD in total; fee of 30.00 CAD charged\n");
        assertThatThrownBy(bounceIn("2")::execute)
                .hasMessage("Receipt 2 is for cash or credit, which no bank can return. If it is a mistake, void it.");
        assertThatThrownBy(bounceIn("1", "--undo", "--fee", "0")::execute).hasMessageContaining("leave out --fee");
        assertThatThrownBy(bounceIn("1", "--fee", "-1")::execute).hasMessageContaining("must be more than zero");
        assertThatThrownBy(bounceIn("1", "--cash-only-until", "soon")::execute)
                .hasMessageContaining("The day until which only cash is taken \"soon\"");
    }

    private static PaymentRequest byCheque(long... charges) {
        return new PaymentRequest(
                RequestKey.fresh(),
                Kit.CASHIER,
                new StudentNumber(100),
                Kit.DAY,
                cad("30.00"),
                LongStream.of(charges).mapToObj(ChargeId::new).collect(Collectors.toSet()),
                PaymentMethod.CHEQUE,
                "17");
    }

    private BounceCommand bounceIn(String... words) {
        BounceCommand command = new BounceCommand(admin, console.output());
        command.words = List.of(words);
        command.settings = office;
        command.corrections = office.corrections();
        command.clock = Kit.CLOCK;
        return command;
    }

    private CancelCommand cancel(String... words) {
        CancelCommand command = new CancelCommand(admin, console.output());
        command.words = List.of(words);
        return with(command);
    }

    private WaiveCommand waive(String... words) {
        WaiveCommand command = new WaiveCommand(admin, console.output());
        command.words = List.of(words);
        return with(command);
    }

    private VoidCommand voided(String... words) {
        VoidCommand command = new VoidCommand(admin, console.output());
        command.words = List.of(words);
        return with(command);
    }

    private UndoCommand undo(String... words) {
        UndoCommand command = new UndoCommand(admin, console.output());
        command.words = List.of(words);
        return with(command);
    }

    private RefundCommand refund(String... words) {
        RefundCommand command = new RefundCommand(admin, console.output());
        command.words = List.of(words);
        command.settings = new ConfiguredSettings(Map.of());
        command.refunds = refunds;
        command.clock = Kit.CLOCK;
        return with(command);
    }

    private <C extends CorrectionCommand> C with(C command) {
        command.corrections = books;
        command.clock = Kit.CLOCK;
        return command;
    }

    private static Money cad(String amount) {
        return Money.of(new BigDecimal(amount), CAD);
    }
}
