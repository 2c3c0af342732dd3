package org.openadmin.fees.internal.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.openadmin.fees.internal.mail.ScriptedServer.DROP;
import static org.openadmin.fees.internal.mail.ScriptedServer.END;
import static org.openadmin.fees.internal.mail.ScriptedServer.GREETING;
import static org.openadmin.fees.internal.mail.ScriptedServer.RESET;
import static org.openadmin.fees.internal.mail.ScriptedServer.SILENCE;
import static org.openadmin.fees.internal.mail.ScriptedServer.SLOW;

import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.openadmin.fees.api.mail.MailException.Problem;
import org.openadmin.fees.internal.mail.DeliveryResult.Status;

/** A mail server that is away, silent or busy: how often and how long a run waits for it. */
class BusyMailServerTest {

    private static final Duration FIVE = Duration.ofSeconds(5);
    private static final Duration TWENTY = Duration.ofSeconds(20);
    private static final Duration MINUTE = Duration.ofMinutes(1);

    @RegisterExtension
    private final SchoolMail school = new SchoolMail();

    @Test
    void aServerThatIsNotThereEndsTheRunAfterAFewAttempts() throws Exception {
        school.smtp.leave();

        school.fails(Problem.UNREACHABLE, "127.0.0.1");
        assertThat(school.waiting.pauses).containsExactly(FIVE, TWENTY);
    }

    @Test
    void pausesGrowUpToAMinute() throws Exception {
        school.smtp.leave();
        school.connectWithAttempts(6);

        school.fails(Problem.UNREACHABLE, "refused");
        assertThat(school.waiting.pauses).containsExactly(FIVE, TWENTY, MINUTE, MINUTE, MINUTE);
    }

    @Test
    void aServerThatComesBackInTimeIsUsed() {
        school.smtp.answers(GREETING, "421 too busy", DROP);

        assertThat(school.send("a@home.example").status()).isEqualTo(Status.ACCEPTED);
        assertThat(school.waiting.pauses).containsExactly(FIVE, TWENTY);
    }

    @Test
    void aServerThatRejectsEveryConnectionIsNotTriedAgain() {
        school.smtp.answers(GREETING, "554 go away");

        school.fails(Problem.REFUSED, "554 go away");
        assertThat(school.smtp.connections).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"450 mailbox busy", "421 closing", DROP, RESET})
    void anAddressThatIsRefusedForTheMomentIsTriedAgain(String answer) {
        school.smtp.answers("RCPT", answer);

        assertThat(school.send("a@home.example")).isEqualTo(new DeliveryResult(Status.ACCEPTED, ""));
        assertThat(school.waiting.pauses).containsExactly(FIVE);
        assertThat(school.smtp.taken).hasSize(1);
    }

    @Test
    void anAddressThatStaysBusyIsGivenUpWithTheServersWordsAndTheNextOneIsTried() {
        school.smtp.answers("RCPT", "450 busy", "450 busy", "450-still\n450 busy");

        assertThat(school.send("a@home.example")).isEqualTo(new DeliveryResult(Status.REFUSED, "450-still 450 busy"));
        assertThat(school.send("b@home.example").status()).isEqualTo(Status.ACCEPTED);
        assertThat(school.smtp.taken).hasSize(1);
    }

    @Test
    void aServerWithAFullDiskIsWaitedFor() {
        school.smtp.answers("MAIL", "452 disk full", "452 disk full", "452 disk full");

        assertThat(school.send("a@home.example").status()).isEqualTo(Status.ACCEPTED);
        assertThat(school.waiting.pauses).containsExactly(FIVE, TWENTY, MINUTE);
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
            school.waiting.pauses.clear();
            school.smtp.answers(verb, often);

            assertThat(school.send(verb.length() + "@home.example"))
                    .as(verb)
                    .isEqualTo(new DeliveryResult(Status.ACCEPTED, ""));
            assertThat(school.waiting.pauses.stream().filter(pause -> pause.compareTo(Duration.ofSeconds(1)) > 0))
                    .as(verb)
                    .containsExactly(
                            FIVE, TWENTY, MINUTE, Duration.ofMinutes(2), Duration.ofMinutes(5), Duration.ofMinutes(10));
        }
        assertThat(school.smtp.taken).hasSize(4);
    }

    @Test
    void aServerThatAsksToWaitAtItsGreetingIsWaitedForToo() {
        school.smtp.answers(
                GREETING,
                Collections.nCopies(5, "421 too many connections, try later").toArray(String[]::new));

        assertThat(school.send("a@home.example").status()).isEqualTo(Status.ACCEPTED);
        assertThat(school.waiting.pauses).hasSize(5);
        assertThat(school.waiting.reasons.get(0)).contains("127.0.0.1:", "421");
    }

    @Test
    void aServerThatAsksToWaitForOverAnHourEndsTheRunWithItsAnswer() {
        school.smtp.answers(
                "MAIL",
                Collections.nCopies(50, "451 4.7.1 hourly limit, try later").toArray(String[]::new));

        school.fails(Problem.POSTPONED, "451 4.7.1 hourly limit, try later");
        assertThat(school.waiting.pauses.stream().reduce(Duration.ZERO, Duration::plus))
                .isBetween(Duration.ofMinutes(45), Retries.LONGEST_WAIT);
    }

    @Test
    void aLimitThatHoldsForEveryAddressEndsTheRunToo() {
        school.smtp.answers(
                "RCPT", Collections.nCopies(50, "450 rate limit exceeded").toArray(String[]::new));

        school.fails(Problem.POSTPONED, "450 rate limit exceeded");
        assertThat(school.smtp.taken).isEmpty();
    }

    @Test
    void aSecondAddressInARowThatIsBusyShowsThatTheServerIs() {
        school.smtp.answers("RCPT", Collections.nCopies(8, "450 busy").toArray(String[]::new));

        assertThat(school.send("a@home.example").status()).isEqualTo(Status.REFUSED);
        assertThat(school.send("b@home.example").status()).isEqualTo(Status.ACCEPTED);
        assertThat(school.waiting.pauses).endsWith(FIVE, TWENTY, MINUTE, Duration.ofMinutes(2), Duration.ofMinutes(5));
    }

    @Test
    void aRunIsStoppedWhileItWaitsForTheServer() {
        school.smtp.answers("MAIL", Collections.nCopies(50, "451 try later").toArray(String[]::new));
        school.waiting.patience = 3;

        assertThat(school.send("a@home.example").status()).isEqualTo(Status.REFUSED);
        assertThat(school.waiting.pauses).hasSize(4);
    }

    @Test
    void aSingleAttemptNeverWaits() {
        school.smtp.answers("MAIL", "451 try later");
        school.connectForOneMessage();

        school.fails(Problem.POSTPONED, "451 try later");
        school.connectForOneMessage();
        school.smtp.answers("RCPT", "450 mailbox busy");
        assertThat(school.send("a@home.example")).isEqualTo(new DeliveryResult(Status.REFUSED, "450 mailbox busy"));
        assertThat(school.waiting.pauses).isEmpty();
    }

    @Test
    void aServerThatHasWorkedAndIsSilentIsTriedAgain() {
        school.send("a@home.example");
        school.smtp.hangUp();
        school.smtp.answers(GREETING, SILENCE);

        assertThat(school.send("b@home.example").status()).isEqualTo(Status.ACCEPTED);
        assertThat(school.smtp.connections).isEqualTo(3);
    }

    @Test
    void theGreetingHasTwentySecondsAndAnAnswerTwoMinutes() {
        Properties patient = new Properties();
        patient.setProperty(MailServer.ANSWER_TIMEOUT, "5000");
        patient.setProperty("mail.smtp.timeout", "300");
        school.connectWithTimeouts(patient);
        school.smtp.answers(END, SLOW + "250 ok");

        assertThat(school.send("a@home.example")).isEqualTo(new DeliveryResult(Status.ACCEPTED, ""));
    }

    @Test
    void aRunThatIsStoppedBetweenTwoAttemptsLeavesAMessageThatNobodyHas() {
        school.smtp.answers("RCPT", "450 busy");
        school.waiting.patience = 0;

        assertThat(school.send("a@home.example")).isEqualTo(new DeliveryResult(Status.REFUSED, "450 busy"));
        assertThat(school.smtp.taken).isEmpty();
    }
}
