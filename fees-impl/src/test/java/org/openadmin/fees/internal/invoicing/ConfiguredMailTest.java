package org.openadmin.fees.internal.invoicing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.openadmin.fees.internal.invoicing.InvoicingSchool.CLERK;
import static org.openadmin.fees.internal.invoicing.InvoicingSchool.NOW;

import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.openadmin.fees.api.Actor;
import org.openadmin.fees.api.InvalidInputException;
import org.openadmin.fees.api.NotAllowedException;
import org.openadmin.fees.api.Role;
import org.openadmin.fees.api.mail.MailException;
import org.openadmin.fees.api.mail.MailException.Problem;
import org.openadmin.fees.api.mail.OutgoingMail;
import org.openadmin.fees.internal.mail.MailSettings;
import org.openadmin.fees.internal.mail.ScriptedServer;

class ConfiguredMailTest {

    private final InvoicingSchool school = new InvoicingSchool();
    private final ScriptedServer smtp = new ScriptedServer();
    private final OutgoingMail mail =
            new ConfiguredMail(school.office, () -> school.mail, Clock.fixed(NOW, ZoneOffset.UTC));

    @BeforeEach
    void configure() {
        school.mail = Optional.of(new MailSettings(
                "127.0.0.1",
                smtp.port(),
                MailSettings.Security.NONE,
                Optional.empty(),
                "office@school.example",
                Optional.empty(),
                1,
                3,
                Map.of()));
    }

    @AfterEach
    void close() throws IOException {
        smtp.close();
    }

    @Test
    void theSetupNamesTheServerAndTheSender() {
        assertThat(mail.setup(new Actor("vera", Set.of(Role.VIEW))))
                .contains(new OutgoingMail.Setup(
                        "127.0.0.1",
                        smtp.port(),
                        OutgoingMail.Security.NONE,
                        "École Prairie View School",
                        "office@school.example"));
        school.mail = Optional.empty();
        assertThat(mail.setup(CLERK)).isEmpty();
    }

    @Test
    void aTestMessageGoesOutWithoutAnAttachment() throws Exception {
        mail.sendTest(CLERK, " anna@school.example ");

        assertThat(smtp.taken)
                .extracting(ScriptedServer.Taken::recipients)
                .containsExactly(List.of("anna@school.example"));
        MimeMessage message = new MimeMessage(
                Session.getInstance(new Properties()),
                new ByteArrayInputStream(smtp.taken.get(0).content().getBytes(StandardCharsets.ISO_8859_1)));
        assertThat(message.getSubject()).isEqualTo("Test of the school’s e-mail");
        assertThat(smtp.taken.get(0).content())
                .doesNotContain("application/pdf")
                .contains("127.0.0.1:" + smtp.port());
        assertThat(school.runs()).isEmpty();
    }

    @Test
    void aFrenchSchoolTestsInFrench() {
        school.speak(Locale.CANADA_FRENCH);

        mail.sendTest(CLERK, "anna@school.example");

        assertThat(smtp.taken.get(0).content()).contains("Aucune r", "Serveur de courriel");
    }

    @Test
    void whatDoesNotWorkIsReportedAtOnce() throws Exception {
        smtp.answers("RCPT", "550 no such user").answers("MAIL", "250 ok", "451 try later");

        fails(Problem.NOT_ACCEPTED, "550 no such user");
        fails(Problem.POSTPONED, "451 try later");
        smtp.leave();
        fails(Problem.UNREACHABLE, "127.0.0.1");
        school.mail = Optional.empty();
        fails(Problem.NOT_CONFIGURED, "mail.host");
    }

    @Test
    void theAddressIsASingleOne() {
        for (String wrong : List.of("", "nobody", "a@home.example, b@home.example")) {
            assertThatThrownBy(() -> mail.sendTest(CLERK, wrong)).isInstanceOf(InvalidInputException.class);
        }
        assertThat(smtp.commands).isEmpty();
    }

    @Test
    void whoMaySendInvoicesMayTest() {
        Actor viewer = new Actor("vera", Set.of(Role.VIEW));
        assertThatThrownBy(() -> mail.sendTest(viewer, "anna@school.example")).isInstanceOf(NotAllowedException.class);
        assertThatThrownBy(() -> mail.setup(new Actor("nobody", Set.of()))).isInstanceOf(NotAllowedException.class);
    }

    private void fails(Problem problem, String words) {
        assertThatThrownBy(() -> mail.sendTest(CLERK, "anna@school.example"))
                .isInstanceOfSatisfying(
                        MailException.class, e -> assertThat(e.problem()).isEqualTo(problem))
                .hasMessageContaining(words);
    }
}
