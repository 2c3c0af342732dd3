package org.openadmin.fees.internal.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.openadmin.fees.internal.mail.ScriptedServer.DROP;
import static org.openadmin.fees.internal.mail.ScriptedServer.GREETING;
import static org.openadmin.fees.internal.mail.ScriptedServer.SILENCE;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.openadmin.fees.api.mail.MailException;
import org.openadmin.fees.api.mail.MailException.Problem;
import org.openadmin.fees.internal.mail.DeliveryResult.Status;
import org.openadmin.fees.internal.mail.MailSettings.Security;

/** Encryption and passwords, and settings that do not fit the server. */
class MailLogInTest {

    @RegisterExtension
    private final SchoolMail school = new SchoolMail();

    @Test
    void aServerThatAnswersAndStaysTemporarilyUnableIsNotCalledUnreachable() {
        school.connectWithPassword(Security.NONE);
        String offer = "250-fake\n250 AUTH PLAIN";
        school.smtp.answers("EHLO", offer, offer, offer).answers("AUTH", "454 later", "454 later", "454 later");

        school.fails(Problem.POSTPONED, "454 later");
        assertThat(school.waiting.pauses).containsExactly(Duration.ofSeconds(5), Duration.ofSeconds(20));
    }

    @ParameterizedTest
    @EnumSource(
            value = Security.class,
            names = {"NONE", "STARTTLS"})
    void aServerThatSendsNoGreetingProbablyExpectsEncryptionAndIsNotWaitedForTwice(Security security) {
        school.connect(security);
        school.smtp.answers(GREETING, SILENCE);

        school.fails(Problem.EXPECTS_TLS, "mail.security = tls");
        assertThat(school.smtp.connections).isEqualTo(1);
        assertThat(school.waiting.pauses).isEmpty();
    }

    @Test
    void aServerThatOffersNoEncryptionGetsNeitherPasswordNorMessage() {
        school.connectWithPassword(Security.STARTTLS);
        school.smtp.answers("EHLO", "250-fake\n250 AUTH PLAIN LOGIN");

        school.fails(Problem.NO_STARTTLS, "mail.security = tls");
        assertThat(school.smtp.commands).allMatch(command -> command.startsWith("EHLO"));
    }

    @Test
    void aServerThatCannotEncryptAtThisMomentGetsNothingEither() {
        school.connect(Security.STARTTLS);
        String offer = "250-fake\n250 STARTTLS";
        school.smtp.answers("EHLO", offer, offer, offer).answers("STARTTLS", "454 later", "454 later", "454 later");

        school.fails(Problem.POSTPONED, "454 later");
        assertThat(school.smtp.count("MAIL")).isZero();
    }

    @Test
    void aPasswordThatIsRefusedEndsTheRunAtOnceAndIsInNoMessage() {
        school.connectWithPassword(Security.NONE);
        school.smtp.answers("EHLO", "250-fake\n250 AUTH PLAIN").answers("AUTH", "535 bad credentials");

        assertThatThrownBy(() -> school.send("a@home.example"))
                .isInstanceOfSatisfying(
                        MailException.class, e -> assertThat(e.problem()).isEqualTo(Problem.LOG_IN))
                .hasMessageContaining("535 bad credentials")
                .hasMessageContaining("mail.user")
                .hasMessageNotContaining("s3cr3t");
        assertThat(school.smtp.count("AUTH")).isEqualTo(1);
    }

    @Test
    void aLogInThatFailsForTheMomentIsTriedAgain() {
        school.connectWithPassword(Security.NONE);
        String offer = "250-fake\n250 AUTH PLAIN";
        school.smtp.answers("EHLO", offer, offer, offer).answers("AUTH", "454 later", DROP);

        assertThat(school.send("a@home.example").status()).isEqualTo(Status.ACCEPTED);
    }

    @Test
    void aServerWithStrangeWaysToLogInIsRefused() {
        school.connectWithPassword(Security.NONE);
        school.smtp.answers("EHLO", "250-fake\n250 AUTH KERBEROS_V9");

        school.fails(Problem.LOG_IN, "No authentication mechanisms supported");
    }

    @Test
    void aServerOfAnotherKindIsRecognised() {
        school.connect(Security.TLS);

        school.fails(Problem.EXPECTS_STARTTLS, "mail.security = starttls");
        assertThat(school.smtp.connections).isEqualTo(1);
        assertThat(school.smtp.count("MAIL")).isZero();
    }

    @Test
    void aServerThatWantsEncryptionOrALogInFirstSaysSo() {
        school.smtp.answers(
                "MAIL", "530 5.7.0 Must issue a STARTTLS command first", "530 5.7.0 Authentication required");

        school.fails(Problem.EXPECTS_STARTTLS, "mail.security = starttls");
        school.fails(Problem.LOG_IN, "mail.user");
    }
}
