package org.openadmin.fees.internal.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.openadmin.fees.internal.mail.ScriptedServer.CONTENT;
import static org.openadmin.fees.internal.mail.ScriptedServer.DROP;
import static org.openadmin.fees.internal.mail.ScriptedServer.END;
import static org.openadmin.fees.internal.mail.ScriptedServer.GREETING;
import static org.openadmin.fees.internal.mail.ScriptedServer.RESET;
import static org.openadmin.fees.internal.mail.ScriptedServer.SILENCE;
import static org.openadmin.fees.internal.mail.ScriptedServer.SLOW;

import java.io.IOException;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.openadmin.fees.api.invoicing.MailException;
import org.openadmin.fees.api.invoicing.MailException.Problem;
import org.openadmin.fees.internal.mail.DeliveryResult.Status;
import org.openadmin.fees.internal.mail.MailSettings.Login;
import org.openadmin.fees.internal.mail.MailSettings.Security;

class MailServerTest {

    private static final Duration FIVE = Duration.ofSeconds(5);
    private static final Duration TWENTY = Duration.ofSeconds(20);
    private static final Duration MINUTE = Duration.ofMinutes(1);

    private final ScriptedServer smtp = new ScriptedServer();
    private final Waiting waiting = new Waiting();
    private MailServer server = server(Security.NONE, Optional.empty());

    @AfterEach
    void close() throws IOException {
        server.close();
        smtp.close();
    }

    @Test
    void manyMessagesGoThroughOneConnection() {
        for (int i = 1; i <= 5; i++) {
            assertThat(send("family" + i + "@home.example")).isEqualTo(new DeliveryResult(Status.ACCEPTED, ""));
        }

        assertThat(smtp.connections).isEqualTo(1);
        assertThat(smtp.taken).hasSize(5);
        assertThat(smtp.taken.get(4).recipients()).containsExactly("family5@home.example");
        assertThat(smtp.commands).contains("MAIL FROM:<office@school.example>");
    }

    @Test
    void aConnectionThatTheServerDroppedIsOpenedAgain() {
        send("a@home.example");
        smtp.hangUp();

        assertThat(send("b@home.example").status()).isEqualTo(Status.ACCEPTED);
        assertThat(smtp.connections).isEqualTo(2);
        assertThat(smtp.taken).hasSize(2);
    }

    @Test
    void messagesGoNoFasterThanTheServerTakesThem() {
        send("a@home.example");
        waiting.now = waiting.now.plusMillis(400);
        send("b@home.example");
        waiting.now = waiting.now.plusSeconds(2);
        send("c@home.example");
        waiting.now = waiting.now.minusSeconds(3600);
        send("d@home.example");

        assertThat(waiting.pauses).containsExactly(Duration.ofMillis(600), Duration.ofSeconds(1));
    }

    @Test
    void aServerThatIsNotThereEndsTheRunAfterAFewAttempts() throws Exception {
        smtp.leave();

        unreachable("127.0.0.1");
        assertThat(waiting.pauses).containsExactly(FIVE, TWENTY);
    }

    @Test
    void pausesGrowUpToAMinute() throws Exception {
        smtp.leave();
        server = new MailServer(settings(Security.NONE, Optional.empty(), 6), "School", waiting, waiting);

        unreachable("refused");
        assertThat(waiting.pauses)
                .containsExactly(FIVE, TWENTY, Duration.ofMinutes(1), Duration.ofMinutes(1), Duration.ofMinutes(1));
    }

    @Test
    void aServerThatComesBackInTimeIsUsed() {
        smtp.answers(GREETING, "421 too busy", DROP);

        assertThat(send("a@home.example").status()).isEqualTo(Status.ACCEPTED);
        assertThat(waiting.pauses).containsExactly(FIVE, TWENTY);
    }

    @Test
    void aServerThatWantsNobodyFromHereIsNotAskedAgain() {
        smtp.answers(GREETING, "554 go away");

        refused("554 go away");
        assertThat(smtp.connections).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"450 mailbox busy", "421 closing", DROP, RESET})
    void anAddressThatIsRefusedForTheMomentIsTriedAgain(String answer) {
        smtp.answers("RCPT", answer);

        assertThat(send("a@home.example")).isEqualTo(new DeliveryResult(Status.ACCEPTED, ""));
        assertThat(waiting.pauses).containsExactly(FIVE);
        assertThat(smtp.taken).hasSize(1);
    }

    @Test
    void anAddressThatStaysBusyIsGivenUpWithTheServersWordsAndTheNextOneIsTried() {
        smtp.answers("RCPT", "450 busy", "450 busy", "450-still\n450 busy");

        assertThat(send("a@home.example")).isEqualTo(new DeliveryResult(Status.REFUSED, "450-still 450 busy"));
        assertThat(send("b@home.example").status()).isEqualTo(Status.ACCEPTED);
        assertThat(smtp.taken).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"550 no such user", "554 relaying denied", "552 over quota", "571 blocked"})
    void anAddressThatIsRefusedForGoodIsAskedOnce(String answer) {
        smtp.answers("RCPT", answer);

        assertThat(send("a@home.example")).isEqualTo(new DeliveryResult(Status.REFUSED, answer));
        assertThat(smtp.count("RCPT")).isEqualTo(1);
        assertThat(waiting.pauses).isEmpty();
        assertThat(send("b@home.example").status()).isEqualTo(Status.ACCEPTED);
        assertThat(smtp.connections).isEqualTo(1);
    }

    @Test
    void oneDeadAddressOfTwoDoesNotKeepTheMessageFromTheOther() {
        smtp.answers("RCPT", "550 no such user");

        assertThat(send("a@home.example, b@home.example"))
                .isEqualTo(new DeliveryResult(Status.ACCEPTED, "a@home.example: 550 no such user"));
        assertThat(smtp.taken).extracting(ScriptedServer.Taken::recipients).containsExactly(List.of("b@home.example"));
    }

    @Test
    void ofTwoAddressesOnlyTheOneThatLacksTheMessageGetsItLater() {
        smtp.answers("RCPT", "450 busy");

        assertThat(send("a@home.example;b@home.example")).isEqualTo(new DeliveryResult(Status.ACCEPTED, ""));
        assertThat(smtp.taken)
                .extracting(ScriptedServer.Taken::recipients)
                .containsExactly(List.of("b@home.example"), List.of("a@home.example"));
    }

    @Test
    void whatOneAddressHasIsNotLostWhenTheServerFailsBeforeTheOtherGetsIt() {
        smtp.answers("RCPT", "450 busy").answers("MAIL", "250 ok", "550 enough");

        assertThat(send("a@home.example;b@home.example").status()).isEqualTo(Status.ACCEPTED);
        assertThat(smtp.taken).hasSize(1);
    }

    @Test
    void aSchoolWhoseOwnAddressIsRefusedSendsNothingMore() {
        smtp.answers("MAIL", "553 not your address");

        refused("553 not your address");
        assertThat(smtp.count("RCPT")).isZero();
    }

    @Test
    void aServerWithAFullDiskIsWaitedFor() {
        smtp.answers("MAIL", "452 disk full", "452 disk full", "452 disk full");

        assertThat(send("a@home.example").status()).isEqualTo(Status.ACCEPTED);
        assertThat(waiting.pauses).containsExactly(FIVE, TWENTY, MINUTE);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "421 4.7.0 too busy, closing",
                "450 4.7.1 try again later",
                "451 4.3.2 try again later",
                "452 4.5.3 too many messages"
            })
    void aServerThatAsksToWaitIsWaitedForWhateverTheNumberOfAttempts(String answer) {
        String[] often = Collections.nCopies(6, answer).toArray(String[]::new);
        for (String verb : List.of("MAIL", "RCPT", "DATA", END)) {
            waiting.pauses.clear();
            smtp.answers(verb, often);

            assertThat(send(verb.length() + "@home.example"))
                    .as(verb)
                    .isEqualTo(new DeliveryResult(Status.ACCEPTED, ""));
            assertThat(waiting.pauses.stream().filter(pause -> pause.compareTo(Duration.ofSeconds(1)) > 0))
                    .as(verb)
                    .containsExactly(
                            FIVE, TWENTY, MINUTE, Duration.ofMinutes(2), Duration.ofMinutes(5), Duration.ofMinutes(10));
        }
        assertThat(smtp.taken).hasSize(4);
    }

    @Test
    void aServerThatAsksToWaitAtItsGreetingIsWaitedForToo() {
        smtp.answers(
                GREETING,
                Collections.nCopies(5, "421 too many connections, try later").toArray(String[]::new));

        assertThat(send("a@home.example").status()).isEqualTo(Status.ACCEPTED);
        assertThat(waiting.pauses).hasSize(5);
        assertThat(waiting.reasons.get(0)).contains("127.0.0.1:", "421");
    }

    @Test
    void aServerThatAsksToWaitForOverAnHourEndsTheRunWithItsAnswer() {
        smtp.answers(
                "MAIL",
                Collections.nCopies(50, "451 4.7.1 hourly limit, try later").toArray(String[]::new));

        fails(Problem.POSTPONED, "451 4.7.1 hourly limit, try later");
        assertThat(waiting.pauses.stream().reduce(Duration.ZERO, Duration::plus))
                .isBetween(Duration.ofMinutes(45), Retries.LONGEST_WAIT);
    }

    @Test
    void aLimitThatHoldsForEveryAddressEndsTheRunToo() {
        smtp.answers("RCPT", Collections.nCopies(50, "450 rate limit exceeded").toArray(String[]::new));

        fails(Problem.POSTPONED, "450 rate limit exceeded");
        assertThat(smtp.taken).isEmpty();
    }

    @Test
    void aSecondAddressInARowThatIsBusyShowsThatTheServerIs() {
        smtp.answers("RCPT", Collections.nCopies(8, "450 busy").toArray(String[]::new));

        assertThat(send("a@home.example").status()).isEqualTo(Status.REFUSED);
        assertThat(send("b@home.example").status()).isEqualTo(Status.ACCEPTED);
        assertThat(waiting.pauses).endsWith(FIVE, TWENTY, MINUTE, Duration.ofMinutes(2), Duration.ofMinutes(5));
    }

    @Test
    void aRunIsStoppedWhileItWaitsForTheServer() {
        smtp.answers("MAIL", Collections.nCopies(50, "451 try later").toArray(String[]::new));
        waiting.patience = 3;

        assertThat(send("a@home.example").status()).isEqualTo(Status.REFUSED);
        assertThat(waiting.pauses).hasSize(4);
    }

    @Test
    void aServerThatAnswersAndStaysTemporarilyUnableIsNotCalledUnreachable() {
        server = server(Security.NONE, Optional.of(new Login("office", "s3cr3t")));
        String offer = "250-fake\n250 AUTH PLAIN";
        smtp.answers("EHLO", offer, offer, offer).answers("AUTH", "454 later", "454 later", "454 later");

        fails(Problem.POSTPONED, "454 later");
        assertThat(waiting.pauses).containsExactly(FIVE, TWENTY);
    }

    @Test
    void aSingleAttemptNeverWaits() {
        smtp.answers("MAIL", "451 try later");
        server.close();
        server = MailServer.once(settings(Security.NONE, Optional.empty(), 3), "School", waiting);

        fails(Problem.POSTPONED, "451 try later");
        server.close();
        server = MailServer.once(settings(Security.NONE, Optional.empty(), 3), "School", waiting);
        smtp.answers("RCPT", "450 mailbox busy");
        assertThat(send("a@home.example")).isEqualTo(new DeliveryResult(Status.REFUSED, "450 mailbox busy"));
        assertThat(waiting.pauses).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(
            value = Security.class,
            names = {"NONE", "STARTTLS"})
    void aServerThatSendsNoGreetingProbablyExpectsEncryptionAndIsNotWaitedForTwice(Security security) {
        server = server(security, Optional.empty());
        smtp.answers(GREETING, SILENCE);

        fails(Problem.EXPECTS_TLS, "mail.security = tls");
        assertThat(smtp.connections).isEqualTo(1);
        assertThat(waiting.pauses).isEmpty();
    }

    @Test
    void aServerThatHasWorkedAndIsSilentIsTriedAgain() {
        send("a@home.example");
        smtp.hangUp();
        smtp.answers(GREETING, SILENCE);

        assertThat(send("b@home.example").status()).isEqualTo(Status.ACCEPTED);
        assertThat(smtp.connections).isEqualTo(3);
    }

    @Test
    void theGreetingHasTwentySecondsAndAnAnswerTwoMinutes() {
        Properties patient = new Properties();
        patient.setProperty(MailServer.ANSWER_TIMEOUT, "5000");
        patient.setProperty("mail.smtp.timeout", "300");
        server = new MailServer(settings(Security.NONE, Optional.empty(), 3), "School", waiting, waiting, patient);
        smtp.answers(END, SLOW + "250 ok");

        assertThat(send("a@home.example")).isEqualTo(new DeliveryResult(Status.ACCEPTED, ""));
    }

    @ParameterizedTest
    @ValueSource(strings = {DROP, RESET})
    void aConnectionThatBreaksBeforeTheSenderIsKnownCostsNothing(String how) {
        smtp.answers("MAIL", how);

        assertThat(send("a@home.example").status()).isEqualTo(Status.ACCEPTED);
        assertThat(smtp.taken).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({
        "451 later,ACCEPTED,1,2",
        "421 closing,ACCEPTED,1,2",
        "554 no,REFUSED,0,1",
        "!drop,ACCEPTED,1,2",
        "!reset,ACCEPTED,1,2"
    })
    void beforeTheContentNothingIsTaken(String answer, Status fate, int taken, int tried) {
        smtp.answers("DATA", answer);

        assertThat(send("a@home.example").status()).isEqualTo(fate);
        assertThat(smtp.taken).hasSize(taken);
        assertThat(smtp.count("DATA")).isEqualTo(tried);
    }

    @ParameterizedTest
    @ValueSource(strings = {DROP, RESET})
    void aConnectionThatBreaksWithinTheContentIsOpenedForAnotherAttempt(String how) {
        smtp.answers(CONTENT, how);

        DeliveryResult handover = send("a@home.example", new byte[2_000_000]);

        assertThat(handover).isEqualTo(new DeliveryResult(Status.ACCEPTED, ""));
        assertThat(smtp.connections).isEqualTo(2);
        assertThat(smtp.taken).hasSize(1);
    }

    @Test
    void aMessageThatIsNotTakenAtItsEndIsTriedAgain() {
        smtp.answers(END, "451 scanner is down", "421 closing");

        assertThat(send("a@home.example")).isEqualTo(new DeliveryResult(Status.ACCEPTED, ""));
        assertThat(smtp.taken).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"554 spam", "550 spam!drop", "550 spam!reset"})
    void aMessageThatIsRefusedAtItsEndIsNotTriedAgain(String answer) {
        smtp.answers(END, answer);

        assertThat(send("a@home.example")).isEqualTo(new DeliveryResult(Status.REFUSED, answer.split("!")[0]));
        assertThat(send("b@home.example").status()).isEqualTo(Status.ACCEPTED);
        assertThat(smtp.count(END)).isEqualTo(2);
    }

    @ParameterizedTest
    @ValueSource(strings = {DROP, RESET, SILENCE, "what?", "99", "354 go on!drop"})
    void aMessageWithoutAnAnswerToItsEndIsUncertainAndNeverSentAgain(String how) {
        smtp.answers(END, how);

        assertThat(send("a@home.example"))
                .isEqualTo(
                        new DeliveryResult(Status.UNCERTAIN, "the connection broke before the mail server answered"));
        assertThat(waiting.pauses).isEmpty();
        assertThat(send("b@home.example").status()).isEqualTo(Status.ACCEPTED);
        assertThat(smtp.count("RCPT TO:<a@home.example>")).isEqualTo(1);
        assertThat(smtp.count(END)).isEqualTo(2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"250 queued!drop", "250 queued!reset", "251 will forward"})
    void aMessageThatWasTakenIsTakenWhateverHappensThen(String answer) {
        smtp.answers(END, answer);

        assertThat(send("a@home.example")).isEqualTo(new DeliveryResult(Status.ACCEPTED, ""));
        assertThat(send("b@home.example").status()).isEqualTo(Status.ACCEPTED);
        assertThat(smtp.taken).hasSize(2);
        assertThat(smtp.count(END)).isEqualTo(2);
    }

    @Test
    void aServerThatSwallowsOneMessageAfterTheOtherGetsNoMore() {
        smtp.answers(END, DROP, DROP, DROP);
        for (String family : List.of("a", "b", "c")) {
            assertThat(send(family + "@home.example").status()).isEqualTo(Status.UNCERTAIN);
        }

        unreachable("the connection broke");
        assertThat(smtp.count(END)).isEqualTo(3);
    }

    @Test
    void aMessageInBetweenThatWorksMakesGoodForWhatFailed() {
        smtp.answers(END, DROP, DROP, "250 ok", DROP, "250 ok");
        for (Status fate :
                List.of(Status.UNCERTAIN, Status.UNCERTAIN, Status.ACCEPTED, Status.UNCERTAIN, Status.ACCEPTED)) {
            assertThat(send("a@home.example").status()).isEqualTo(fate);
        }
    }

    @Test
    void aServerThatOffersNoEncryptionGetsNeitherPasswordNorMessage() {
        server = server(Security.STARTTLS, Optional.of(new Login("office", "s3cr3t")));
        smtp.answers("EHLO", "250-fake\n250 AUTH PLAIN LOGIN");

        fails(Problem.NO_STARTTLS, "mail.security = tls");
        assertThat(smtp.commands).allMatch(command -> command.startsWith("EHLO"));
    }

    @Test
    void aServerThatCannotEncryptAtThisMomentGetsNothingEither() {
        server = server(Security.STARTTLS, Optional.empty());
        String offer = "250-fake\n250 STARTTLS";
        smtp.answers("EHLO", offer, offer, offer).answers("STARTTLS", "454 later", "454 later", "454 later");

        fails(Problem.POSTPONED, "454 later");
        assertThat(smtp.count("MAIL")).isZero();
    }

    @Test
    void aPasswordThatIsRefusedEndsTheRunAtOnceAndIsInNoMessage() {
        server = server(Security.NONE, Optional.of(new Login("office", "s3cr3t")));
        smtp.answers("EHLO", "250-fake\n250 AUTH PLAIN").answers("AUTH", "535 bad credentials");

        assertThatThrownBy(() -> send("a@home.example"))
                .isInstanceOfSatisfying(
                        MailException.class, e -> assertThat(e.problem()).isEqualTo(Problem.LOG_IN))
                .hasMessageContaining("535 bad credentials")
                .hasMessageContaining("mail.user")
                .hasMessageNotContaining("s3cr3t");
        assertThat(smtp.count("AUTH")).isEqualTo(1);
    }

    @Test
    void aLogInThatFailsForTheMomentIsTriedAgain() {
        server = server(Security.NONE, Optional.of(new Login("office", "s3cr3t")));
        String offer = "250-fake\n250 AUTH PLAIN";
        smtp.answers("EHLO", offer, offer, offer).answers("AUTH", "454 later", DROP);

        assertThat(send("a@home.example").status()).isEqualTo(Status.ACCEPTED);
    }

    @Test
    void aServerWithStrangeWaysToLogInIsRefused() {
        server = server(Security.NONE, Optional.of(new Login("office", "s3cr3t")));
        smtp.answers("EHLO", "250-fake\n250 AUTH KERBEROS_V9");

        fails(Problem.LOG_IN, "No authentication mechanisms supported");
    }

    @Test
    void aRunThatIsStoppedWhileItWaitsSendsNoMore() {
        send("a@home.example");
        waiting.patience = 0;

        assertThat(server.awaitTurn()).isFalse();
        assertThat(smtp.count("MAIL")).isEqualTo(1);
    }

    @Test
    void aRunThatIsStoppedBetweenTwoAttemptsLeavesAMessageThatNobodyHas() {
        smtp.answers("RCPT", "450 busy");
        waiting.patience = 0;

        assertThat(send("a@home.example")).isEqualTo(new DeliveryResult(Status.REFUSED, "450 busy"));
        assertThat(smtp.taken).isEmpty();
    }

    @Test
    void aServerOfAnotherKindIsRecognised() {
        server = server(Security.TLS, Optional.empty());

        fails(Problem.EXPECTS_STARTTLS, "mail.security = starttls");
        assertThat(smtp.connections).isEqualTo(1);
        assertThat(smtp.count("MAIL")).isZero();
    }

    @Test
    void aServerThatWantsEncryptionOrALogInFirstSaysSo() {
        smtp.answers("MAIL", "530 5.7.0 Must issue a STARTTLS command first", "530 5.7.0 Authentication required");

        fails(Problem.EXPECTS_STARTTLS, "mail.security = starttls");
        fails(Problem.LOG_IN, "mail.user");
    }

    private void unreachable(String words) {
        fails(Problem.UNREACHABLE, words);
    }

    private void refused(String words) {
        fails(Problem.REFUSED, words);
    }

    private void fails(Problem problem, String words) {
        assertThatThrownBy(() -> send("z@home.example"))
                .isInstanceOfSatisfying(
                        MailException.class, e -> assertThat(e.problem()).isEqualTo(problem))
                .hasMessageContaining(words);
    }

    private DeliveryResult send(String to) {
        return send(to, new byte[] {1, 2, 3});
    }

    private DeliveryResult send(String to, byte[] pdf) {
        assertThat(server.awaitTurn()).isTrue();
        return server.send(new MailMessage("7-" + to, Recipients.of(to), "Invoice", "Hello", "invoice.pdf", pdf));
    }

    private MailServer server(Security security, Optional<Login> login) {
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
}
