package org.openadmin.fees.internal.shell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.karaf.shell.support.CommandException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.openadmin.fees.api.Actor;
import org.openadmin.fees.api.RequestKey;
import org.openadmin.fees.api.Role;
import org.openadmin.fees.api.StorageException;
import org.openadmin.fees.api.StorageException.Outcome;
import org.openadmin.fees.api.StudentNumber;
import org.openadmin.fees.api.accounts.FeeAccounts;
import org.openadmin.fees.api.billing.ChargeId;
import org.openadmin.fees.api.invoicing.InvoiceRequest;
import org.openadmin.fees.api.invoicing.InvoiceRun.Channel;
import org.openadmin.fees.api.invoicing.InvoiceRun.State;
import org.openadmin.fees.api.invoicing.RunNumber;
import org.openadmin.fees.api.payments.Cashier;
import org.openadmin.fees.api.payments.PaymentMethod;
import org.openadmin.fees.api.payments.PaymentRequest;
import org.openadmin.fees.api.payments.ReceiptNumber;
import org.openadmin.fees.api.payments.UnknownReceiptException;
import org.openadmin.fees.internal.NoReports;
import org.openadmin.fees.internal.invoicing.ConfiguredMail;
import org.openadmin.fees.internal.settings.ConfiguredSettings;
import org.openadmin.fees.internal.verify.Verification.Fault;
import org.openadmin.fees.internal.verify.Verification.Report;
import org.openadmin.fees.spi.FeesSettings;
import org.openadmin.fees.testkit.JournalRow;
import org.openadmin.fees.testkit.Kit;
import org.openadmin.fees.testkit.MemoryOffice;

class ShellTest {

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final Output output = new Output(bytes);
    private final ShellUser admin = ShellUsers.admin();
    private final FeesSettings settings = new ConfiguredSettings(Map.of("tax1.name", "GST", "tax1.rate", "5"));
    private final MemoryOffice office = ShellSchool.open();

    @TempDir
    private Path folder;

    @Test
    void aPaymentPrintsItsReceiptNumberFirst() throws Exception {
        var pay = pay("100", "--amount", "30.00", "--charges", "1,2", "--method", "cheque", "--date", "2026-09-08");

        pay.execute();

        assertThat(lines().get(0)).isEqualTo("Receipt 1");
        assertThat(lines().get(1))
                .contains("Received 30.00 CAD from student 100")
                .contains("paid 25.00 CAD: charge 1, 2")
                .contains("5.00 CAD stays on account");
        PaymentRequest request = requests().get(0);
        assertThat(request.charges()).containsExactlyInAnyOrder(new ChargeId(1), new ChargeId(2));
        assertThat(request.method()).isEqualTo(PaymentMethod.CHEQUE);
        assertThat(request.date()).isEqualTo(LocalDate.of(2026, 9, 8));
        assertThat(request.actor().name()).isEqualTo("shell");
    }

    @Test
    void aPaymentOfTomorrowIsRefusedWithAWordOnPostDatedCheques() {
        assertThatThrownBy(pay("100", "--amount", "5", "--date", "2026-09-21", "--yes")::execute)
                .hasMessage("2026-09-21 is after today, 2026-09-20. Payments are dated the day they are received."
                        + " Keep a post-dated cheque in the drawer, and record it on its date.");
    }

    @Test
    void anUnusualDateNeedsAYes() throws Exception {
        assertThatThrownBy(pay("100", "--amount", "5", "--date", "2025-09-20")::execute)
                .hasMessage("2025-09-20 is 365 days ago. If the date is right, repeat the command with --yes.");
        assertThatThrownBy(pay("100", "--amount", "15", "--charges", "all", "--date", "2026-09-07")::execute)
                .hasMessage("2026-09-07 is before 2026-09-08, the date of the charge that it pays."
                        + " If the date is right, repeat the command with --yes.");
        assertThat(office.owed(new StudentNumber(100))).hasSize(2);

        pay("100", "--amount", "15", "--charges", "all", "--date", "2026-09-07", "--yes")
                .execute();

        assertThat(office.owed(new StudentNumber(100))).isEmpty();
    }

    @Test
    void creditThatCoversTheChargesIsSaidAndPaysThem() throws Exception {
        office.cashier().receive(Kit.paying(new StudentNumber(100), "20.00"));
        balance("100", "101");
        assertThat(text())
                .contains("100", "-5.00", "25.00", "30.00", "credit covers it")
                .endsWith("To pay from credit: fees:pay STUDNUM --from-credit\n");
        bytes.reset();
        outstanding("100");
        assertThat(text())
                .endsWith("Outstanding: 25.00 CAD\n"
                        + "The credit of 30.00 CAD covers it. To pay it from credit: fees:pay 100 --from-credit\n");
        bytes.reset();

        RequestKey key = RequestKey.fresh();
        pay("100", "--from-credit", "--key", key.toString()).execute();
        pay("100", "--from-credit", "--key", key.toString()).execute();

        assertThat(lines().get(0)).isEqualTo("Receipt 2");
        assertThat(lines().get(1)).contains("paid 25.00 CAD: charge 1, 2", "25.00 CAD came from credit");
        assertThat(lines().get(2)).isEqualTo("Receipt 2");
        assertThat(requests().get(1).method()).isEqualTo(PaymentMethod.OTHER);
        assertThat(office.owed(new StudentNumber(100))).isEmpty();
        bytes.reset();
        balance("100");
        assertThat(text()).doesNotContain("credit covers it", "--from-credit");
    }

    private void balance(String... words) throws Exception {
        var command = new BalanceCommand(admin, output);
        command.accounts = office.accounts();
        command.words = List.of(words);
        command.execute();
    }

    private void outstanding(String student) throws Exception {
        var command = new OutstandingCommand(admin, output);
        command.accounts = office.accounts();
        command.words = List.of(student);
        command.execute();
    }

    @Test
    void creditAloneMustBeEnough() throws Exception {
        assertThatThrownBy(pay("100", "--from-credit")::execute).hasMessageContaining("15.00 CAD short");
        assertThatThrownBy(pay("101", "--from-credit")::execute).hasMessage("Student 101 has nothing outstanding.");
        assertThatThrownBy(pay("100", "--from-credit", "--amount", "5")::execute)
                .hasMessage("Use either --amount or --from-credit.");
        balance("100");
        assertThat(text()).doesNotContain("credit covers it");

        pay("100", "--from-credit", "--charges", "1").execute();

        assertThat(office.owed(new StudentNumber(100))).containsExactly(new ChargeId(2));
    }

    @Test
    void theSameAmountAgainNeedsTheOptionAgain() throws Exception {
        RequestKey key = RequestKey.fresh();
        pay("101", "--amount", "50", "--key", key.toString()).execute();

        assertThatThrownBy(pay("101", "--amount", "50.00", "--method", "card")::execute)
                .hasMessage("Receipt 1, 50.00 CAD, was given less than a minute ago."
                        + " If this is another payment, repeat the command with --again.");
        assertThatThrownBy(pay("101", "--amount", "50", "--yes")::execute).hasMessageContaining("--again");
        pay("101", "--amount", "50", "--key", key.toString()).execute();
        assertThat(office.accounts().balance(new StudentNumber(101)).credit()).isEqualTo(Kit.cad("50.00"));

        pay("101", "--amount", "50", "--again").execute();

        assertThat(office.accounts().balance(new StudentNumber(101)).credit()).isEqualTo(Kit.cad("100.00"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"today", "Today", " today ", "2026-09-20"})
    void aDateIsTodayOrOneOfTheFormThatIsNamed(String date) throws Exception {
        pay("100", "--amount", "5", "--date", date).execute();

        assertThat(requests().get(0).date()).isEqualTo(Kit.TODAY);
    }

    @ParameterizedTest
    @ValueSource(strings = {"31/12/2026", "2026/11/03", "20261103", "8", "09-08-26", "yesterday", "2026-02-30"})
    void anyOtherDateIsRefusedWithTheFormToWrite(String date) {
        assertThatThrownBy(pay("100", "--amount", "5", "--date", date)::execute)
                .hasMessage("The date \"" + date + "\" is not a valid date such as 2026-09-08.");
        assertThat(requests()).isEmpty();
    }

    @Test
    void allChargesAreThoseThatAreOutstanding() throws Exception {
        pay("100", "--charges=all", "--amount=25").execute();

        assertThat(requests().get(0).charges()).hasSize(2);
    }

    @Test
    void theSameKeyPrintsTheSameReceiptThoughAllIsSettledByThen() throws Exception {
        String key = RequestKey.fresh().toString();
        pay("100", "--charges=all", "--amount=25", "--key", key).execute();

        pay("100", "--charges=all", "--amount=25", "--key", key).execute();

        assertThat(requests()).hasSize(2);
        assertThat(requests().get(1)).isEqualTo(requests().get(0));
        assertThat(lines().subList(2, 4)).isEqualTo(lines().subList(0, 2));
    }

    @Test
    void aPaymentInDoubtNamesTheKeyToSendItAgainWith() {
        office.failAfterNext(new StorageException(Outcome.UNKNOWN, null));

        assertThatThrownBy(pay("100", "--amount", "25")::execute)
                .hasMessageContaining("may or may not have been saved")
                .hasMessageContaining("--key " + requests().get(0).key());
    }

    @Test
    void aPaymentThatDidNotReachTheDatabaseWasNotSavedUnlessItsKeyWasSentBefore() {
        String key = RequestKey.fresh().toString();

        office.failNext(new StorageException(Outcome.ATTEMPT_NOT_STORED, null));
        assertThatThrownBy(pay("100", "--amount", "25")::execute).hasMessageContaining("nothing was saved");
        // before the payment, the command asks whether the key has a receipt
        office.failNextQuery(Cashier.class, new StorageException(Outcome.ATTEMPT_NOT_STORED, null));
        assertThatThrownBy(pay("100", "--amount", "25", "--key", key)::execute)
                .hasMessageContaining("may or may not have been saved")
                .hasMessageContaining("--key " + key);
    }

    @Test
    void allChargesOfAStudentWithoutAnyAreNoMoneyOnAccount() {
        assertThatThrownBy(pay("101", "--charges", "all", "--amount", "25")::execute)
                .isExactlyInstanceOf(CommandException.class)
                .hasMessageContaining("nothing outstanding");
        assertThat(requests()).isEmpty();
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
    void anAmountThatIsNoneIsRefusedWithOneSentence(String amount, String sentence) {
        var failure = catchThrowable(pay("100", "--amount", amount)::execute);

        assertThat(failure).isExactlyInstanceOf(CommandException.class).hasMessageContaining(sentence);
        assertThat(((CommandException) failure).getNiceHelp()).isEqualTo(failure.getMessage());
        assertThat(requests()).isEmpty();
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
    void anOptionThatIsWrongIsRefusedWithOneSentence(String option, String value, String sentence) {
        assertThatThrownBy(pay("100", "--amount", "5", option, value)::execute)
                .isExactlyInstanceOf(CommandException.class)
                .hasMessageContaining(sentence);
        assertThat(requests()).isEmpty();
    }

    @Test
    void whatIsMissingIsNamed() {
        assertThatThrownBy(pay("100")::execute).hasMessage("The option --amount is missing.");
        assertThatThrownBy(pay("100", "--amount")::execute).hasMessage("The option --amount needs a value.");
        assertThatThrownBy(pay()::execute).hasMessage("The argument studnum is missing.");
        assertThatThrownBy(pay("100", "101", "--amount", "5")::execute).hasMessage("Too many arguments: 101.");
    }

    @Test
    void aRefusalShowsTheCodesOfInvisibleCharacters() {
        var failure = catchThrowable(pay("100", "--amount", "5\u001b[2J\u202e")::execute);

        assertThat(failure).hasMessageContaining("5<U+001B>[2J<U+202E>").hasMessageNotContaining("\u001b");
        assertThat(((CommandException) failure).getNiceHelp()).isEqualTo(failure.getMessage());
        assertThatThrownBy(pay("100", "--\u001b[2J", "5")::execute).hasMessageContaining("<U+001B>");
        assertThatThrownBy(pay("100", "--amount", "5", "--reference", "12\u202e34")::execute)
                .hasMessageContaining("invisible character");
        assertThat(requests()).isEmpty();
    }

    @Test
    void aServiceThatIsNotThereIsOneSentence() {
        var command = new BalanceCommand(admin, output);
        command.words = List.of("100");

        assertThatThrownBy(command::execute)
                .isExactlyInstanceOf(CommandException.class)
                .hasMessageContaining("not ready");
    }

    @Test
    void somethingUnexpectedIsOneSentenceToo() {
        var command = new BalanceCommand(admin, output);
        command.words = List.of("100");
        command.accounts = office.accounts();
        office.failNextQuery(FeeAccounts.class, new IllegalStateException("secret details"));

        assertThatThrownBy(command::execute)
                .isExactlyInstanceOf(CommandException.class)
                .hasMessage("The command failed unexpectedly (IllegalStateException). See the log for details.");
    }

    @Test
    void balancesAreForScriptsPlainDecimals() throws Exception {
        var command = new BalanceCommand(admin, output);
        command.accounts = office.accounts();
        command.words = List.of("100", "--csv");

        command.execute();

        assertThat(lines()).containsExactly("studnum,balance,outstanding,credit", "100,15.00,25.00,10.00");
    }

    @Test
    void theDateOfAnOldChargeWithoutOneIsLeftEmpty() throws Exception {
        var command = new OutstandingCommand(admin, output);
        command.accounts = office.accounts();
        command.words = List.of("101", "--csv");
        long charge = office.add(JournalRow.charge("Old", "5.00").student(new StudentNumber(101)));

        command.execute();

        assertThat(lines())
                .containsExactly("charge,date,name,description,subtotal,taxes,total", charge + ",,Old,,5.00,0.00,5.00");
    }

    @Test
    void everybodyIsAskedForInSoManyWords() {
        var command = new BalanceCommand(admin, output);
        command.accounts = office.accounts();

        assertThatThrownBy(command::execute).hasMessage("Give the numbers of students, or use --all.");
    }

    @Test
    void theUserOfTheSessionActsWithHerRoles() {
        assertThat(ShellUsers.user("ann", "fees-bill", "ssh").actor().roles()).containsExactly(Role.BILL);
        assertThat(ShellUsers.user("ann", "fees-bill", "ssh").actor().name()).isEqualTo("ann");
        assertThat(ShellUsers.user("root", "admin").actor().roles()).containsExactlyInAnyOrder(Role.values());
        assertThat(ShellUsers.user("guest", "ssh").actor().roles()).isEmpty();
        assertThat(admin.actor().roles()).contains(Role.ADMIN);
    }

    @Test
    void aSessionOfNobodyIsRefused() {
        var command = new BalanceCommand(new ShellUser(() -> null), output);
        command.accounts = office.accounts();
        command.words = List.of("100");

        assertThatThrownBy(command::execute)
                .hasMessage("This session has no user. Log in to the console and run the command there.");
        assertThat(text()).isEmpty();
    }

    @Test
    void withoutARoleNothingIsShown() {
        var command = new BalanceCommand(ShellUsers.user("guest", "ssh"), output);
        command.accounts = office.accounts();
        command.words = List.of("100");

        assertThatThrownBy(command::execute).hasMessageContaining("needs the role fees-view");
        assertThat(text()).isEmpty();
    }

    @Test
    void aDocumentReplacesAFileAsAWholeOrNotAtAll() throws IOException {
        var file = folder.resolve("receipt.pdf");
        Files.writeString(file, "old");

        var missing = receipt("2", file);
        missing.replace = true;
        assertThatThrownBy(missing::execute).hasMessageContaining("no receipt number 2");
        assertThat(file).hasContent("old");

        var receipt = receipt("1", file);
        receipt.replace = true;
        assertThat(catchThrowable(receipt::execute)).isNull();
        assertThat(file).hasContent("%PDF ORIGINAL 1");
        try (var files = Files.list(folder)) {
            assertThat(files).containsExactly(file);
        }
    }

    @Test
    void aPlaceThatCannotBeWrittenIsOneSentence() {
        assertThatThrownBy(receipt("1", folder)::execute).hasMessageContaining("is a folder");
        assertThatThrownBy(receipt("1", folder.resolve("none/x.pdf"))::execute)
                .hasMessageContaining("There is no folder");
    }

    @Test
    void faultsOfTheModuleFailTheCommandAndInheritedOnesAreSaid() throws Exception {
        var old = new Fault("4 receipts", "row 7", "no receipt number", "a receipt number", true);
        var ours = new Fault("2 credit", "student 5", "-1.00", "0.00 or more", false);
        var verify = new VerifyCommand(admin, output);
        verify.verification = () -> new Report(List.of(old), 10, 2, 3, 1, new BigDecimal("5.00"));

        verify.execute();
        assertThat(text())
                .contains("row 7")
                .contains("OK: 10 rows of 2 students, 3 receipts, 1 assessments, 5.00 in all")
                .contains("1 faults inherited");

        verify.verification = () -> new Report(List.of(old, ours), 10, 2, 3, 1, new BigDecimal("5.00"));
        assertThatThrownBy(verify::execute)
                .hasMessageContaining("The journal has 1 fault")
                .hasMessageContaining("1 more inherited");
        assertThat(text()).contains("2 credit").contains("student 5");
    }

    @Test
    void theStatusSaysWhatIsMissing() throws Exception {
        var status = new StatusCommand(admin, output);
        status.settings = settings;
        status.watch = () -> Optional.of("Open Admin Fees waits for the school's database.");

        status.execute();

        assertThat(text())
                .contains("waits for the school's database")
                .contains("GST 5 %")
                .contains("no data source");
    }

    @Test
    void theStatusTellsWhoseTimeZoneItIsAndWarnsOfUtc() throws Exception {
        Instant evening = Instant.parse("2026-09-09T01:30:00Z");
        var status = new StatusCommand(admin, output);
        status.settings = settings;
        status.watch = Optional::empty;
        status.zone = () -> Optional.of(ZoneId.of("America/Regina"));
        status.clock = Clock.fixed(evening, ZoneId.of("America/Regina"));
        status.execute();
        status.zone = Optional::empty;
        status.execute();
        status.clock = Clock.fixed(evening, ZoneId.of("Etc/UTC"));
        status.execute();

        assertThat(text())
                .contains("Time zone:       America/Regina; it is 2026-09-08 19:30 there")
                .contains("Time zone:       America/Regina, the zone of the server; it is 2026-09-08 19:30 there. Set")
                .contains(
                        "Time zone:       WARNING: Etc/UTC, the zone of the server; it is 2026-09-09 01:30 there. Set");
    }

    @Test
    void aSchoolThatWantsUtcIsNotWarned() throws Exception {
        var status = new StatusCommand(admin, output);
        status.settings = settings;
        status.zone = () -> Optional.of(ZoneId.of("UTC"));
        status.clock = Clock.fixed(Instant.EPOCH, ZoneId.of("UTC"));

        status.execute();

        assertThat(text()).contains("UTC; it is 1970-01-01 00:00 there").doesNotContain("WARNING");
    }

    @Test
    void theLogOfARunHasTheTimesOfTheSchool() throws Exception {
        var command = new InvoiceRunsCommand(admin, output);
        command.settings = settings;
        command.clock = Clock.fixed(Instant.EPOCH, ZoneId.of("America/Regina"));
        Clock evening = Clock.fixed(Instant.parse("2026-09-09T01:30:00Z"), ZoneId.of("America/Regina"));
        var late = new MemoryOffice(Kit.settings(), evening);
        late.runs().begin(InvoiceRequest.of(Kit.CLERK, Kit.DAY, Optional.empty()), Channel.PRINT);
        command.runs = late.runs();

        command.execute();

        assertThat(text()).contains(" 2026-09-08 19:30, invoices dated");
    }

    @Test
    void aRunIsStoppedAndItsProgressIsShown() throws Exception {
        var office = new MemoryOffice();
        office.runs().begin(InvoiceRequest.of(Kit.CLERK, Kit.DAY, Optional.empty()), Channel.EMAIL);
        var command = new InvoiceRunsCommand(admin, output);
        command.settings = settings;
        command.clock = Clock.systemUTC();
        command.runs = office.runs();
        command.words = List.of("1");
        command.stop = true;

        command.execute();
        office.runs().end(new RunNumber(1), State.CANCELLED, 0, 0, Kit.cad("0"), Kit.cad("0"), "");
        command.execute();

        assertThat(text())
                .contains("Run 1 is being stopped.", ": stopping, by", "0 of 0 students done")
                .contains("Run 1 has ended already: stopped.");
    }

    @Test
    void theStatusNamesTheMailServer() throws Exception {
        var status = new StatusCommand(admin, output);
        status.settings = settings;
        var mail = new ConfiguredSettings(Map.of(
                "mail.host", "smtp.school.example",
                "mail.user", "office",
                ".mail.password", "secret",
                "mail.from", "office@school.example"));
        status.outgoing = new ConfiguredMail(mail, mail, Clock.systemUTC());
        status.execute();
        status.outgoing = new ConfiguredMail(settings, Optional::empty, Clock.systemUTC());
        status.execute();

        assertThat(text())
                .contains("E-mail:          smtp.school.example:587, starttls, from office@school.example")
                .contains("E-mail:          not set up")
                .doesNotContain("secret");
    }

    @Test
    void theStatusWarnsOfAPasswordThatOthersCanRead() throws Exception {
        var file = Files.writeString(folder.resolve("org.openadmin.fees.cfg"), "");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r--r--"));
        var status = new StatusCommand(admin, output);
        status.settings = settings;
        status.report = new ConfiguredSettings(
                Map.of(".mail.password", "secret", "felix.fileinstall.filename", file.toString()));

        status.execute();

        assertThat(text())
                .contains("Warning:         " + file + " holds a password and other users of the machine can read it")
                .doesNotContain("secret");
    }

    private PayCommand pay(String... words) {
        var command = new PayCommand(admin, output);
        command.cashier = office.cashier();
        command.accounts = office.accounts();
        command.settings = settings;
        command.clock = Kit.CLOCK;
        command.words = List.of(words);
        return command;
    }

    private List<PaymentRequest> requests() {
        return office.requests(PaymentRequest.class);
    }

    private ReceiptCommand receipt(String number, Path file) {
        var command = new ReceiptCommand(admin, output);
        command.reports = new NoReports() {
            @Override
            public void receipt(Actor reader, ReceiptNumber receipt, Print print, OutputStream out) {
                if (receipt.value() != 1) {
                    throw new UnknownReceiptException(receipt);
                }
                try {
                    out.write(("%PDF " + print + " " + receipt).getBytes(StandardCharsets.UTF_8));
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            }
        };
        command.words = List.of(number, "--out", file.toString());
        command.files = () -> Optional.of(folder);
        return command;
    }

    private List<String> lines() {
        return text().lines().toList();
    }

    private String text() {
        output.flush();
        return bytes.toString(StandardCharsets.UTF_8);
    }
}
