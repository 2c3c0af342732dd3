package org.openadmin.fees.internal.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.openadmin.fees.api.mail.MailException;
import org.openadmin.fees.api.mail.MailException.Problem;
import org.openadmin.fees.internal.mail.MailSettings.Login;
import org.openadmin.fees.internal.mail.MailSettings.Security;

/** A school that sends through a scripted mail server, at first without encryption or a password, with up to three attempts. */
final class SchoolMail implements AfterEachCallback {

    final ScriptedServer smtp = new ScriptedServer();
    final Waiting waiting = new Waiting();
    private MailServer server = quick(Security.NONE, Optional.empty());

    void connect(Security security) {
        replace(quick(security, Optional.empty()));
    }

    /** Connects with a user name and the password s3cr3t. */
    void connectWithPassword(Security security) {
        replace(quick(security, Optional.of(new Login("office", "s3cr3t"))));
    }

    void connectWithAttempts(int attempts) {
        replace(new MailServer(settings(Security.NONE, Optional.empty(), attempts), "School", waiting, waiting));
    }

    /** Connects with other timeouts than the short ones of these tests. */
    void connectWithTimeouts(Properties timeouts) {
        replace(new MailServer(settings(Security.NONE, Optional.empty(), 3), "School", waiting, waiting, timeouts));
    }

    void connectForOneMessage() {
        replace(MailServer.once(settings(Security.NONE, Optional.empty(), 3), "School", waiting));
    }

    private void replace(MailServer other) {
        server.close();
        server = other;
    }

    private MailServer quick(Security security, Optional<Login> login) {
        Properties quick = new Properties();
        quick.setProperty("mail.smtp.timeout", "700");
        quick.setProperty(MailServer.ANSWER_TIMEOUT, "700");
        return new MailServer(settings(security, login, 3), "School", waiting, waiting, quick);
    }

    private MailSettings settings(Security security, Optional<Login> login, int attempts) {
        return new MailSettings(
                "127.0.0.1",
                smtp.port(),
                security,
                login,
                "office@school.example",
                Optional.empty(),
                60,
                attempts,
                Map.of());
    }

    boolean awaitTurn() {
        return server.awaitTurn();
    }

    DeliveryResult send(String to) {
        return send(to, new byte[] {1, 2, 3});
    }

    DeliveryResult send(String to, byte[] pdf) {
        assertThat(server.awaitTurn()).isTrue();
        return server.send(new MailMessage("7-" + to, Recipients.of(to), "Invoice", "Hello", "invoice.pdf", pdf));
    }

    /** Checks that the next message ends the run. */
    void fails(Problem problem, String words) {
        assertThatThrownBy(() -> send("z@home.example"))
                .isInstanceOfSatisfying(
                        MailException.class, e -> assertThat(e.problem()).isEqualTo(problem))
                .hasMessageContaining(words);
    }

    @Override
    public void afterEach(ExtensionContext context) throws IOException {
        server.close();
        smtp.close();
    }
}
