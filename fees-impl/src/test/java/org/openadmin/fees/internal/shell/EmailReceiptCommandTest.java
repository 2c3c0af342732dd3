package org.openadmin.fees.internal.shell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.apache.karaf.shell.support.CommandException;
import org.junit.jupiter.api.Test;
import org.openadmin.fees.api.Actor;
import org.openadmin.fees.api.mail.MailException;
import org.openadmin.fees.api.mail.MailException.Problem;
import org.openadmin.fees.api.mail.MailedDocument;
import org.openadmin.fees.api.mail.MailedReceipt;
import org.openadmin.fees.api.mail.MailedReceipt.Outcome;
import org.openadmin.fees.api.mail.ReceiptMailRequest;
import org.openadmin.fees.api.mail.ReceiptMailer;
import org.openadmin.fees.api.payments.ReceiptNumber;
import org.openadmin.fees.internal.settings.ConfiguredSettings;

class EmailReceiptCommandTest {

    private static final String KEY = "5a0c4d1e-9f6b-4b6a-8f2d-0c1d2e3f4a5b";

    private final ConsoleOutput console = new ConsoleOutput();
    private final Post post = new Post();

    /** Keeps the request, and answers as a test wants. */
    private static final class Post implements ReceiptMailer {

        ReceiptMailRequest request;
        Outcome outcome = Outcome.SENT;
        String reply = "";
        RuntimeException failure;

        @Override
        public boolean isConfigured() {
            return true;
        }

        @Override
        public List<String> addresses(Actor reader, ReceiptNumber number) {
            return List.of("d@home.example", "m@home.example");
        }

        @Override
        public MailedReceipt send(ReceiptMailRequest asked) {
            request = asked;
            if (failure != null) {
                throw failure;
            }
            return new MailedReceipt(
                    asked.document(),
                    asked.receipt(),
                    List.of(asked.addresses().split(", ")),
                    asked.copy(),
                    outcome,
                    reply,
                    Instant.EPOCH,
                    "root");
        }

        @Override
        public List<MailedReceipt> messages(Actor reader, ReceiptNumber number) {
            return List.of();
        }
    }

    private void run(String... words) throws Exception {
        EmailReceiptCommand command = new EmailReceiptCommand(ShellUsers.admin(), console.output());
        command.mailer = post;
        command.words = List.of(words);
        command.execute();
    }

    @Test
    void aCopyGoesToTheFamily() throws Exception {
        run("12", "--key", KEY);

        assertThat(post.request.receipt()).isEqualTo(new ReceiptNumber(12));
        assertThat(post.request.addresses()).isEqualTo("d@home.example, m@home.example");
        assertThat(post.request.copy()).isTrue();
        assertThat(post.request.key()).hasToString(KEY);
        assertThat(console.text())
                .isEqualTo("The mail server has accepted receipt 12 for d@home.example, m@home.example.\n");
    }

    @Test
    void theOriginalGoesWhereItIsWanted() throws Exception {
        post.reply = "x@home.example: 550 no such user";

        run("12", "--to", "a@home.example", "--original");

        assertThat(post.request.addresses()).isEqualTo("a@home.example");
        assertThat(post.request.copy()).isFalse();
        assertThat(console.lines())
                .containsExactly(
                        "The mail server has accepted receipt 12 for a@home.example.",
                        "Not for all of them: x@home.example: 550 no such user");
    }

    @Test
    void whatBecameOfTheMessageIsReported() throws Exception {
        post.outcome = Outcome.MAY_HAVE_ARRIVED;
        run("12");
        post.outcome = Outcome.NOT_SENT;
        post.reply = "550 no";
        run("12");
        post.failure = new MailException(Problem.UNREACHABLE, "smtp.school.example:587", null);

        assertThatThrownBy(() -> run("12"))
                .isInstanceOf(CommandException.class)
                .hasMessageContaining("smtp.school.example:587");
        assertThat(console.text())
                .contains(
                        "Receipt 12 may have arrived at d@home.example, m@home.example",
                        "Receipt 12 was not sent to d@home.example, m@home.example. The mail server's answer: 550 no");
    }

    @Test
    void theLetterAboutAReturnedPaymentGoesInsteadOfTheReceipt() throws Exception {
        EmailReceiptCommand command = new EmailReceiptCommand(ShellUsers.admin(), console.output());
        command.mailer = post;
        command.words = List.of("12");
        command.letter = true;
        command.execute();

        assertThat(post.request.document()).isEqualTo(MailedDocument.RETURN_LETTER);
        assertThat(post.request.copy()).isFalse();
        assertThat(console.text()).startsWith("The mail server has accepted the letter about receipt 12 for ");
        command.original = true;
        assertThatThrownBy(command::execute).hasMessageContaining("--letter or --original, not both");
    }

    @Test
    void aFrenchSchoolReadsFrench() throws Exception {
        EmailReceiptCommand command = new EmailReceiptCommand(ShellUsers.admin(), console.output());
        command.mailer = post;
        command.settings = new ConfiguredSettings(Map.of("locale", "fr-CA"));
        command.words = List.of("12");

        command.execute();

        assertThat(console.text()).startsWith("Le serveur de courriel a accepté le reçu 12 pour ");
    }

    @Test
    void badInputSendsNothing() {
        for (String[] words : List.of(new String[] {}, new String[] {"x"}, new String[] {"12", "--key", "k"})) {
            assertThatThrownBy(() -> run(words)).isInstanceOf(CommandException.class);
        }
        assertThat(post.request).isNull();
    }
}
