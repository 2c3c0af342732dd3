package org.openadmin.fees.internal.shell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.OutputStream;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import javax.security.auth.Subject;
import org.apache.karaf.shell.support.CommandException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openadmin.fees.api.Actor;
import org.openadmin.fees.api.Money;
import org.openadmin.fees.api.Progress;
import org.openadmin.fees.api.StorageException;
import org.openadmin.fees.api.documents.DocumentException;
import org.openadmin.fees.api.invoicing.InvoiceMailer;
import org.openadmin.fees.api.invoicing.InvoicePrinter;
import org.openadmin.fees.api.invoicing.InvoiceReprint;
import org.openadmin.fees.api.invoicing.InvoiceRequest;
import org.openadmin.fees.api.invoicing.InvoiceRun;
import org.openadmin.fees.api.invoicing.InvoiceRun.Channel;
import org.openadmin.fees.api.invoicing.InvoiceRun.Outcome;
import org.openadmin.fees.api.invoicing.InvoiceRun.State;
import org.openadmin.fees.api.invoicing.RunNumber;
import org.openadmin.fees.api.mail.MailException;
import org.openadmin.fees.api.mail.OutgoingMail;
import org.openadmin.fees.api.students.Audience;
import org.openadmin.fees.api.students.GroupKind;
import org.openadmin.fees.internal.settings.ConfiguredSettings;
import org.openadmin.fees.spi.FeesSettings;
import org.openadmin.fees.testkit.Kit;
import org.openadmin.fees.testkit.MemoryOffice;

class EmailCommandTest {

    private static final Currency CAD = Currency.getInstance("CAD");
    private static final FeesSettings ENGLISH = new ConfiguredSettings(Map.of());
    private static final FeesSettings FRENCH = new ConfiguredSettings(Map.of("locale", "fr-CA"));

    private final ConsoleOutput console = new ConsoleOutput();
    private final Post post = new Post();
    private final MemoryOffice office = new MemoryOffice();

    @Test
    void aRunIsSentAndItsOutcomesAreCounted() throws Exception {
        EmailInvoicesCommand command = command(ENGLISH);
        command.group = "grade";
        command.values = "9 10";
        command.minimum = "5.00";
        command.again = true;
        command.key = "5a0c4d1e-9f6b-4b6a-8f2d-0c1d2e3f4a5b";

        command.execute();

        assertThat(console.lines())
                .containsExactly(
                        "Run 7, done: students sent 40, due 1240.00 CAD",
                        "2 no usable e-mail address",
                        "1 not sent",
                        "Each student: fees:invoice-runs 7 --out FILE.csv");
        assertThat(post.request.includeAlreadySent()).isTrue();
        assertThat(post.request.invoices().key()).hasToString(command.key);
        assertThat(post.request.invoices().date()).hasToString("2026-09-08");
        assertThat(post.request.invoices().minimum()).contains(cad("5.00"));
        assertThat(post.request.invoices().audience())
                .contains(new Audience.Group(GroupKind.GRADE, List.of("9", "10")));
    }

    @Test
    void aDryRunSendsNothing() throws Exception {
        EmailInvoicesCommand command = command(ENGLISH);
        command.dryRun = true;

        command.execute();

        assertThat(console.lines())
                .containsExactly(
                        "Messages 30, students 41, due 1240.00 CAD. Dry run: nothing was sent.",
                        "From École Prairie View <office@school.example>, invoices dated 2026-09-08",
                        "3 nothing due",
                        "2 no usable e-mail address");
        assertThat(post.sent).isZero();
    }

    @Test
    void sharedAddressesAndInvoicesSentBeforeAreNamedBeforeAnythingIsSent() throws Exception {
        post.alreadySent = 7;
        post.shared = List.of(new InvoiceMailer.SharedAddress("none@school.example", 5));

        command(ENGLISH).execute();

        assertThat(console.lines())
                .startsWith(
                        "5 families share the address none@school.example: nothing is sent to it.",
                        "Students already e-mailed an invoice of these charges: 7",
                        "Run 7, done: students sent 40, due 1240.00 CAD");
        console.clear();
        EmailInvoicesCommand dry = command(FRENCH);
        dry.dryRun = true;
        dry.execute();
        assertThat(console.lines())
                .endsWith(
                        "5 familles ont l’adresse none@school.example en commun\u00a0: rien n’y est envoyé.",
                        "Élèves dont une facture des mêmes frais a déjà été envoyée par courriel\u00a0: 7");
    }

    @Test
    void theRestOfARunIsSentWithItsDateAndStudents() throws Exception {
        InvoiceRequest stopped = InvoiceRequest.of(
                Kit.CLERK, LocalDate.of(2026, 9, 7), Optional.of(Audience.Group.parse(GroupKind.GRADE, "9 10")));
        RunNumber run = ended(stopped, Channel.EMAIL, State.CANCELLED);
        EmailInvoicesCommand command = command(ENGLISH);
        command.date = null;
        command.finish = run.toString();

        command.execute();

        assertThat(post.request.finishes()).contains(run);
        assertThat(post.request.invoices().date()).hasToString("2026-09-07");
        assertThat(post.request.invoices().audience()).isEqualTo(stopped.audience());
        command.again = true;
        assertThatThrownBy(command::execute)
                .hasMessage("The run 1 keeps its date, its students and its minimum amount: use --finish without"
                        + " --again.");
    }

    @Test
    void aRunWithNothingLeftIsNotFinished() {
        InvoiceRequest all = InvoiceRequest.of(Kit.CLERK, LocalDate.of(2026, 9, 7), Optional.empty());
        ended(all, Channel.PRINT, State.CANCELLED);
        ended(all, Channel.EMAIL, State.DONE);
        office.runs().begin(all, Channel.EMAIL);
        EmailInvoicesCommand command = command(ENGLISH);
        command.date = null;

        for (String number : List.of("1", "2", "3")) {
            command.finish = number;
            assertThatThrownBy(command::execute).hasMessageStartingWith("Run " + number + " cannot be finished");
        }
        command.finish = "77";
        assertThatThrownBy(command::execute).hasMessageContaining("77");
        assertThat(post.request).isNull();
    }

    private RunNumber ended(InvoiceRequest request, Channel channel, State state) {
        RunNumber run = office.runs().begin(request, channel).number();
        return office.runs().end(run, state, 0, 0, cad("0.00"), cad("0.00"), "").number();
    }

    @Test
    void inFrench() throws Exception {
        EmailInvoicesCommand command = command(FRENCH);
        command.execute();
        command.dryRun = true;
        command.execute();

        assertThat(console.lines())
                .containsExactly(
                        "Série 7, terminée\u00a0: élèves servis 40, à payer 1240.00 CAD",
                        "2 sans adresse de courriel utilisable",
                        "1 non envoyée",
                        "Chaque élève\u00a0: fees:invoice-runs 7 --out FICHIER.csv",
                        "Messages 30, élèves 41, à payer 1240.00 CAD. Simple essai\u00a0: rien n’a été envoyé.",
                        "De École Prairie View <office@school.example>, factures du 2026-09-08",
                        "3 rien à payer",
                        "2 sans adresse de courriel utilisable");
    }

    @Test
    void anObstacleIsReportedInOneSentence() {
        EmailInvoicesCommand command = command(ENGLISH);
        post.failure = new MailException(MailException.Problem.UNREACHABLE, "smtp.school.example:587", null);
        assertThatThrownBy(command::execute)
                .isExactlyInstanceOf(CommandException.class)
                .hasMessageStartingWith("The mail server cannot be reached.")
                .hasMessageContaining("smtp.school.example:587.");

        command.date = null;
        assertThatThrownBy(command::execute).hasMessage("The option --date is missing.");
        command.date = "2026-09-08";
        command.mail = null;
        assertThatThrownBy(command::execute).hasMessageContaining("not ready");
    }

    @Test
    void aRunIsNamedBeforeItsFirstMessageAndInEveryErrorOfIt() throws Exception {
        EmailInvoicesCommand command = command(ENGLISH);
        post.begin = request -> office.runs().begin(request.invoices(), Channel.EMAIL);
        command.execute();
        assertThat(console.lines().get(0)).isEqualTo("Run 1 has started. To stop it: fees:invoice-runs 1 --stop");

        List<RuntimeException> failures = List.of(
                new MailException(MailException.Problem.POSTPONED, "smtp.school.example:587: 451 later", null),
                new DocumentException(DocumentException.Problem.LOGO, "logo.png", null),
                new StorageException(StorageException.Outcome.NOTHING_STORED, null),
                new IllegalStateException("a fault"));
        int number = 1;
        for (RuntimeException failure : failures) {
            number++;
            post.failure = failure;
            assertThatThrownBy(command::execute)
                    .isExactlyInstanceOf(CommandException.class)
                    .hasMessageEndingWith(" The result for each student: fees:invoice-runs " + number + ".");
        }
    }

    @Test
    void aPrintedRunThatFailsIsNamedToo(@TempDir Path folder) {
        InvoicesCommand command = new InvoicesCommand(ShellUsers.admin(), console.output());
        command.settings = ENGLISH;
        command.files = () -> Optional.of(folder);
        command.runs = office.runs();
        command.date = "2026-09-08";
        command.out = "invoices.pdf";
        command.printer = new FailingPrinter(office);

        assertThatThrownBy(command::execute)
                .isExactlyInstanceOf(CommandException.class)
                .hasMessageEndingWith(" The result for each student: fees:invoice-runs 1.");
    }

    /** Starts a run and fails. */
    private record FailingPrinter(MemoryOffice office) implements InvoicePrinter {

        @Override
        public Locale language() {
            return Locale.CANADA;
        }

        @Override
        public InvoiceRun print(InvoiceRequest request, Progress progress, OutputStream out) {
            office.runs().begin(request, Channel.PRINT);
            throw new DocumentException(DocumentException.Problem.TEXT_CUT, "a text", null);
        }

        @Override
        public InvoiceReprint reprint(Actor actor, RunNumber number, Progress progress, OutputStream out) {
            throw new UnsupportedOperationException();
        }
    }

    @Test
    void withoutTheRoleNothingIsSent() {
        EmailInvoicesCommand command = new EmailInvoicesCommand(new ShellUser(Subject::new), console.output());
        command.mail = post;
        command.date = "2026-09-08";

        assertThatThrownBy(command::execute).isExactlyInstanceOf(CommandException.class);
        assertThat(post.request).isNull();
    }

    private EmailInvoicesCommand command(FeesSettings settings) {
        EmailInvoicesCommand command = new EmailInvoicesCommand(ShellUsers.admin(), console.output());
        command.settings = settings;
        command.mail = post;
        command.outgoing = post;
        command.runs = office.runs();
        command.date = "2026-09-08";
        return command;
    }

    @Test
    void aTestMessageIsSentWithTheSetupThatWasUsed() throws Exception {
        MailTestCommand command = new MailTestCommand(ShellUsers.admin(), console.output());
        command.settings = ENGLISH;
        command.outgoing = post;
        command.words = List.of("anna@school.example");

        command.execute();

        assertThat(post.tested).isEqualTo("anna@school.example");
        assertThat(console.lines())
                .containsExactly(
                        "The mail server has accepted a test message to anna@school.example.",
                        "smtp.school.example:465, tls, from office@school.example");

        post.failure = new MailException(MailException.Problem.LOG_IN, "smtp.school.example:465: 535 no", null);
        assertThatThrownBy(command::execute)
                .isExactlyInstanceOf(CommandException.class)
                .hasMessageContaining(".mail.password");
        command.words = List.of();
        assertThatThrownBy(command::execute).isExactlyInstanceOf(CommandException.class);
    }

    private static Money cad(String amount) {
        return Money.parse(amount, CAD);
    }

    private static final class Post implements InvoiceMailer, OutgoingMail {

        private String tested;

        private Request request;
        private int sent;
        private int alreadySent;
        private List<SharedAddress> shared = List.of();
        private RuntimeException failure;
        private Consumer<Request> begin = request -> {};

        @Override
        public Optional<Setup> setup(Actor reader) {
            return Optional.of(
                    new Setup("smtp.school.example", 465, Security.TLS, "École Prairie View", "office@school.example"));
        }

        @Override
        public void sendTest(Actor actor, String address) {
            if (failure != null) {
                throw failure;
            }
            tested = address;
        }

        @Override
        public boolean isConfigured() {
            return true;
        }

        @Override
        public Plan plan(Request asked) {
            request = asked;
            return new Plan(
                    30, 41, cad("1240.00"), Map.of(Outcome.NO_EMAIL, 2, Outcome.NOTHING_DUE, 3), alreadySent, shared);
        }

        @Override
        public InvoiceRun send(Request asked, Progress progress) {
            request = asked;
            begin.accept(asked);
            if (failure != null) {
                throw failure;
            }
            assertThat(progress.at(0, 30)).isTrue();
            sent++;
            return new InvoiceRun(
                    new RunNumber(7),
                    Channel.EMAIL,
                    State.DONE,
                    asked.invoices().date(),
                    "",
                    Optional.empty(),
                    asked.invoices().order(),
                    40,
                    0,
                    cad("1250.00"),
                    cad("10.00"),
                    Map.of(Outcome.SENT, 40, Outcome.NO_EMAIL, 2, Outcome.FAILED, 1),
                    "",
                    Instant.EPOCH,
                    Optional.of(Instant.EPOCH),
                    "anna");
        }
    }
}
