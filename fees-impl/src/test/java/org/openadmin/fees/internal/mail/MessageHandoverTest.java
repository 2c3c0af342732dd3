package org.openadmin.fees.internal.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.openadmin.fees.internal.mail.ScriptedServer.CONTENT;
import static org.openadmin.fees.internal.mail.ScriptedServer.DROP;
import static org.openadmin.fees.internal.mail.ScriptedServer.END;
import static org.openadmin.fees.internal.mail.ScriptedServer.RESET;
import static org.openadmin.fees.internal.mail.ScriptedServer.SILENCE;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.openadmin.fees.api.mail.MailException.Problem;
import org.openadmin.fees.internal.mail.DeliveryResult.Status;

/** Connections that break and answers that refuse, from the sender to the end of a message: what is sent again, and what never is. */
class MessageHandoverTest {

    @RegisterExtension
    private final SchoolMail school = new SchoolMail();

    @ParameterizedTest
    @ValueSource(strings = {DROP, RESET})
    void aConnectionThatBreaksAtTheSenderIsOpenedForAnotherAttempt(String how) {
        school.smtp.answers("MAIL", how);

        assertThat(school.send("a@home.example").status()).isEqualTo(Status.ACCEPTED);
        assertThat(school.smtp.taken).hasSize(1);
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
        school.smtp.answers("DATA", answer);

        assertThat(school.send("a@home.example").status()).isEqualTo(fate);
        assertThat(school.smtp.taken).hasSize(taken);
        assertThat(school.smtp.count("DATA")).isEqualTo(tried);
    }

    @ParameterizedTest
    @ValueSource(strings = {DROP, RESET})
    void aConnectionThatBreaksWithinTheContentIsOpenedForAnotherAttempt(String how) {
        school.smtp.answers(CONTENT, how);

        DeliveryResult handover = school.send("a@home.example", new byte[2_000_000]);

        assertThat(handover).isEqualTo(new DeliveryResult(Status.ACCEPTED, ""));
        assertThat(school.smtp.connections).isEqualTo(2);
        assertThat(school.smtp.taken).hasSize(1);
    }

    @Test
    void aMessageThatIsNotTakenAtItsEndIsTriedAgain() {
        school.smtp.answers(END, "451 scanner is down", "421 closing");

        assertThat(school.send("a@home.example")).isEqualTo(new DeliveryResult(Status.ACCEPTED, ""));
        assertThat(school.smtp.taken).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"554 spam", "550 spam!drop", "550 spam!reset"})
    void aMessageThatIsRefusedAtItsEndIsNotTriedAgain(String answer) {
        school.smtp.answers(END, answer);

        assertThat(school.send("a@home.example")).isEqualTo(new DeliveryResult(Status.REFUSED, answer.split("!")[0]));
        assertThat(school.send("b@home.example").status()).isEqualTo(Status.ACCEPTED);
        assertThat(school.smtp.count(END)).isEqualTo(2);
    }

    @ParameterizedTest
    @ValueSource(strings = {DROP, RESET, SILENCE, "what?", "99", "354 go on!drop"})
    void aMessageWithoutAnAnswerToItsEndIsUncertainAndNeverSentAgain(String how) {
        school.smtp.answers(END, how);

        assertThat(school.send("a@home.example"))
                .isEqualTo(
                        new DeliveryResult(Status.UNCERTAIN, "the connection broke before the mail server answered"));
        assertThat(school.waiting.pauses).isEmpty();
        assertThat(school.send("b@home.example").status()).isEqualTo(Status.ACCEPTED);
        assertThat(school.smtp.count("RCPT TO:<a@home.example>")).isEqualTo(1);
        assertThat(school.smtp.count(END)).isEqualTo(2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"250 queued!drop", "250 queued!reset", "251 will forward"})
    void aMessageThatWasTakenIsTakenWhateverHappensThen(String answer) {
        school.smtp.answers(END, answer);

        assertThat(school.send("a@home.example")).isEqualTo(new DeliveryResult(Status.ACCEPTED, ""));
        assertThat(school.send("b@home.example").status()).isEqualTo(Status.ACCEPTED);
        assertThat(school.smtp.taken).hasSize(2);
        assertThat(school.smtp.count(END)).isEqualTo(2);
    }

    @Test
    void aServerThatSwallowsOneMessageAfterTheOtherGetsNoMore() {
        school.smtp.answers(END, DROP, DROP, DROP);
        for (String family : List.of("a", "b", "c")) {
            assertThat(school.send(family + "@home.example").status()).isEqualTo(Status.UNCERTAIN);
        }

        school.fails(Problem.UNREACHABLE, "the connection broke");
        assertThat(school.smtp.count(END)).isEqualTo(3);
    }

    @Test
    void anAcceptedMessageStartsTheCountOfFailuresAgain() {
        school.smtp.answers(END, DROP, DROP, "250 ok", DROP, "250 ok");
        for (Status fate :
                List.of(Status.UNCERTAIN, Status.UNCERTAIN, Status.ACCEPTED, Status.UNCERTAIN, Status.ACCEPTED)) {
            assertThat(school.send("a@home.example").status()).isEqualTo(fate);
        }
    }
}
