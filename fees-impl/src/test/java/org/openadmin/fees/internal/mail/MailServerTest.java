package org.openadmin.fees.internal.mail;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.openadmin.fees.api.mail.MailException.Problem;
import org.openadmin.fees.internal.mail.DeliveryResult.Status;

/** Messages and their addresses: one connection, one message at a time, each recipient once. */
class MailServerTest {

    @RegisterExtension
    private final SchoolMail school = new SchoolMail();

    @Test
    void manyMessagesGoThroughOneConnection() {
        for (int i = 1; i <= 5; i++) {
            assertThat(school.send("family" + i + "@home.example")).isEqualTo(new DeliveryResult(Status.ACCEPTED, ""));
        }

        assertThat(school.smtp.connections).isEqualTo(1);
        assertThat(school.smtp.taken).hasSize(5);
        assertThat(school.smtp.taken.get(4).recipients()).containsExactly("family5@home.example");
        assertThat(school.smtp.commands).contains("MAIL FROM:<office@school.example>");
    }

    @Test
    void aConnectionThatTheServerDroppedIsOpenedAgain() {
        school.send("a@home.example");
        school.smtp.hangUp();

        assertThat(school.send("b@home.example").status()).isEqualTo(Status.ACCEPTED);
        assertThat(school.smtp.connections).isEqualTo(2);
        assertThat(school.smtp.taken).hasSize(2);
    }

    @Test
    void messagesGoNoFasterThanTheServerTakesThem() {
        school.send("a@home.example");
        school.waiting.now = school.waiting.now.plusMillis(400);
        school.send("b@home.example");
        school.waiting.now = school.waiting.now.plusSeconds(2);
        school.send("c@home.example");
        school.waiting.now = school.waiting.now.minusSeconds(3600);
        school.send("d@home.example");

        assertThat(school.waiting.pauses).containsExactly(Duration.ofMillis(600), Duration.ofSeconds(1));
    }

    @ParameterizedTest
    @ValueSource(strings = {"550 no such user", "554 relaying denied", "552 over quota", "571 blocked"})
    void anAddressThatIsRefusedForGoodIsAskedOnce(String answer) {
        school.smtp.answers("RCPT", answer);

        assertThat(school.send("a@home.example")).isEqualTo(new DeliveryResult(Status.REFUSED, answer));
        assertThat(school.smtp.count("RCPT")).isEqualTo(1);
        assertThat(school.waiting.pauses).isEmpty();
        assertThat(school.send("b@home.example").status()).isEqualTo(Status.ACCEPTED);
        assertThat(school.smtp.connections).isEqualTo(1);
    }

    @Test
    void oneDeadAddressOfTwoDoesNotKeepTheMessageFromTheOther() {
        school.smtp.answers("RCPT", "550 no such user");

        assertThat(school.send("a@home.example, b@home.example"))
                .isEqualTo(new DeliveryResult(Status.ACCEPTED, "a@home.example: 550 no such user"));
        assertThat(school.smtp.taken)
                .extracting(ScriptedServer.Taken::recipients)
                .containsExactly(List.of("b@home.example"));
    }

    @Test
    void ofTwoAddressesOnlyTheOneThatLacksTheMessageGetsItLater() {
        school.smtp.answers("RCPT", "450 busy");

        assertThat(school.send("a@home.example;b@home.example")).isEqualTo(new DeliveryResult(Status.ACCEPTED, ""));
        assertThat(school.smtp.taken)
                .extracting(ScriptedServer.Taken::recipients)
                .containsExactly(List.of("b@home.example"), List.of("a@home.example"));
    }

    @Test
    void whatOneAddressHasIsNotLostWhenTheServerFailsBeforeTheOtherGetsIt() {
        school.smtp.answers("RCPT", "450 busy").answers("MAIL", "250 ok", "550 enough");

        assertThat(school.send("a@home.example;b@home.example").status()).isEqualTo(Status.ACCEPTED);
        assertThat(school.smtp.taken).hasSize(1);
    }

    @Test
    void aSchoolWhoseOwnAddressIsRefusedSendsNothingMore() {
        school.smtp.answers("MAIL", "553 not your address");

        school.fails(Problem.REFUSED, "553 not your address");
        assertThat(school.smtp.count("RCPT")).isZero();
    }

    @Test
    void aRunThatIsStoppedWhileItWaitsSendsNoMore() {
        school.send("a@home.example");
        school.waiting.patience = 0;

        assertThat(school.awaitTurn()).isFalse();
        assertThat(school.smtp.count("MAIL")).isEqualTo(1);
    }
}
