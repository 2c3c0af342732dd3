package org.openadmin.fees.internal.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openadmin.fees.api.mail.MailException;
import org.openadmin.fees.api.mail.MailException.Problem;
import org.openadmin.fees.internal.mail.DeliveryResult.Status;
import org.openadmin.fees.internal.mail.MailSettings.Login;
import org.openadmin.fees.internal.mail.MailSettings.Security;

class EncryptionTest {

    private static final String OFFER = "250-fake\n250-STARTTLS\n250 AUTH PLAIN";
    private static final String AUTH = "250-fake\n250 AUTH PLAIN";

    @TempDir
    private static Path folder;

    private static Certificate here;
    private static Certificate elsewhere;

    private final Waiting waiting = new Waiting();

    @BeforeAll
    static void makeCertificates() throws Exception {
        here = Certificate.of("ip:127.0.0.1", folder);
        elsewhere = Certificate.of("dns:smtp.stranger.example", folder);
    }

    @Test
    void withStarttlsPasswordAndMessageGoEncrypted() throws Exception {
        try (ScriptedServer smtp = new ScriptedServer(here.context())) {
            smtp.answers("EHLO", OFFER, AUTH);

            assertThat(send(smtp.port(), Security.STARTTLS, here.trusted()).status())
                    .isEqualTo(Status.ACCEPTED);
            assertThat(smtp.commands.subList(1, 3)).containsExactly("STARTTLS", "encrypted");
            assertThat(smtp.commands.get(4)).startsWith("AUTH PLAIN");
            assertThat(smtp.taken).hasSize(1);
        }
    }

    @Test
    void aCertificateOfAnotherServerIsRefused() throws Exception {
        try (ScriptedServer smtp = new ScriptedServer(elsewhere.context())) {
            smtp.answers("EHLO", OFFER);

            refused(smtp.port(), Security.STARTTLS, elsewhere.trusted(), "127.0.0.1");
            assertThat(smtp.commands).noneMatch(command -> command.startsWith("AUTH") || command.startsWith("MAIL"));
        }
    }

    @Test
    void aCertificateThatNobodyVouchesForIsRefused() throws Exception {
        try (ScriptedServer smtp = new ScriptedServer(here.context())) {
            smtp.answers("EHLO", OFFER);

            refused(smtp.port(), Security.STARTTLS, new Properties(), "certif");
        }
    }

    /** GreenMail's own certificate does not contain a host name. */
    @Test
    void fromTheFirstByteACertificateMustNameTheServerAsWell() throws Exception {
        GreenMail greenMail = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTPS));
        greenMail.start();
        try {
            Certificate itsOwn = Certificate.read(GreenMail.class.getResourceAsStream("/greenmail.p12"));

            refused(greenMail.getSmtps().getPort(), Security.TLS, itsOwn.trusted(), "127.0.0.1");
            assertThat(greenMail.getReceivedMessages()).isEmpty();
        } finally {
            greenMail.stop();
        }
    }

    @Test
    void fromTheFirstByteEverythingIsEncrypted() throws Exception {
        Path keys = folder.resolve("ip-127-0-0-1.p12");
        System.setProperty("greenmail.tls.keystore.file", keys.toString());
        System.setProperty("greenmail.tls.keystore.password", "changeit");
        GreenMail greenMail = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTPS));
        try {
            greenMail.setUser("office", "s3cr3t");
            greenMail.start();

            assertThat(send(greenMail.getSmtps().getPort(), Security.TLS, here.trusted())
                            .status())
                    .isEqualTo(Status.ACCEPTED);
            assertThat(greenMail.getReceivedMessages()).hasSize(1);
        } finally {
            greenMail.stop();
            System.clearProperty("greenmail.tls.keystore.file");
            System.clearProperty("greenmail.tls.keystore.password");
        }
    }

    private void refused(int port, Security security, Properties trust, String words) {
        assertThatThrownBy(() -> send(port, security, trust))
                .isInstanceOfSatisfying(
                        MailException.class, e -> assertThat(e.problem()).isEqualTo(Problem.CERTIFICATE))
                .hasMessageContaining(words);
        assertThat(waiting.pauses).isEmpty();
    }

    private DeliveryResult send(int port, Security security, Properties trust) {
        MailSettings settings = new MailSettings(
                "127.0.0.1",
                port,
                security,
                Optional.of(new Login("office", "s3cr3t")),
                "office@school.example",
                Optional.empty(),
                60,
                3,
                Map.of());
        try (MailServer server = new MailServer(settings, "School", waiting, waiting, trust)) {
            assertThat(server.awaitTurn()).isTrue();
            return server.send(new MailMessage(
                    "7-a", Recipients.of("a@home.example"), "Invoice", "Hello", "invoice.pdf", new byte[] {1}));
        }
    }
}
