package org.openadmin.fees.internal.invoicing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.openadmin.fees.internal.DatabaseOffice.CLERK;
import static org.openadmin.fees.internal.DatabaseOffice.VIEWER;
import static org.openadmin.fees.internal.DatabaseOffice.cad;
import static org.openadmin.fees.internal.invoicing.RunLogOffice.HERE;
import static org.openadmin.fees.internal.invoicing.RunLogOffice.NOTHING;
import static org.openadmin.fees.internal.invoicing.RunLogOffice.message;
import static org.openadmin.fees.internal.invoicing.RunLogOffice.request;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.openadmin.fees.api.invoicing.InvoiceRun;
import org.openadmin.fees.api.invoicing.InvoiceRun.Channel;
import org.openadmin.fees.api.invoicing.InvoiceRun.Outcome;
import org.openadmin.fees.api.invoicing.InvoiceRun.State;
import org.openadmin.fees.api.invoicing.RunNumber;
import org.openadmin.fees.api.mail.MailException;
import org.openadmin.fees.internal.invoicing.InvoiceRunRecorder.RunTotals;
import org.openadmin.fees.testkit.Kit;

/** Runs in progress on a real database: one by e-mail at a time, stopped from elsewhere, or interrupted. */
class RunsInProgressDatabaseTest {

    @RegisterExtension
    private static final RunLogOffice RUNS = new RunLogOffice();

    @Test
    void oneRunByEmailAtATimeUntilItHasBeenSilentForTenMinutes() {
        RunNumber cutOff = RUNS.begin(request(), Channel.EMAIL);
        RUNS.recorder.add(cutOff, List.of(message(11, "5.00", "c@x.example")));

        assertThatThrownBy(() -> RUNS.recorder.start(request(), Channel.EMAIL))
                .isInstanceOf(MailException.class)
                .hasMessageContaining("run " + cutOff);
        assertThat(RUNS.begin(request(), Channel.PRINT)).isNotEqualTo(cutOff);

        Clock afterwards = Clock.offset(Kit.CLOCK, Duration.ofMinutes(11));
        InvoiceRunRecorder next =
                new JpaInvoiceRunRecorder(RUNS.office.transactions, RUNS.office.settings, afterwards, HERE);
        RunNumber other = next.start(request(), Channel.EMAIL).run().number();
        InvoiceRun failed =
                new JpaInvoiceRuns(RUNS.office.transactions, RUNS.office.settings, afterwards).run(VIEWER, cutOff);
        assertThat(failed.state()).isEqualTo(State.FAILED);
        assertThat(failed.problem()).contains("cut off");
        assertThat(next.claim(cutOff, "c@x.example"))
                .as("it wakes up, and another is under way")
                .isFalse();
        next.end(other, State.DONE, NOTHING, "");
        RUNS.end(cutOff, State.FAILED);
    }

    @Test
    void aPortalThatStartsAgainEndsItsOwnRunsAndNobodyElses() {
        InvoiceRunRecorder elsewhere = RUNS.recorder(() -> new PortalStart("there", "first"));
        RunNumber ours = RUNS.begin(request(), Channel.EMAIL);
        RUNS.recorder.add(ours, List.of(message(51, "5.00", "e@x.example"), message(52, "6.00", "f@x.example")));
        RUNS.recorder.claim(ours, "e@x.example");
        RUNS.recorder.recordResult(
                ours, "e@x.example", Outcome.SENT, "", new RunTotals(1, 0, cad("7.00"), cad("2.00")));
        RunNumber print = RUNS.begin(request(), Channel.PRINT);
        RunNumber theirs = elsewhere.start(request(), Channel.PRINT).run().number();

        RUNS.recorder.endInterrupted();
        assertThat(RUNS.office.runs.run(VIEWER, ours).state())
                .as("the same start")
                .isEqualTo(State.RUNNING);

        RUNS.recorder(() -> new PortalStart("here", "second")).endInterrupted();
        InvoiceRun cutOff = RUNS.office.runs.run(VIEWER, ours);
        assertThat(cutOff.state()).isEqualTo(State.FAILED);
        assertThat(cutOff.problem()).contains("cut off");
        assertThat(cutOff.endedAt()).isPresent();
        assertThat(cutOff.invoices()).isEqualTo(1);
        assertThat(cutOff.charged()).isEqualTo(cad("7.00"));
        assertThat(cutOff.due()).isEqualTo(cad("5.00"));
        assertThat(RUNS.office.runs.run(VIEWER, print).state()).isEqualTo(State.FAILED);
        assertThat(RUNS.office.runs.run(VIEWER, theirs).state()).isEqualTo(State.RUNNING);
        RUNS.end(theirs, State.CANCELLED);
    }

    @Test
    void theNextRunOfAPortalThatStartedAgainNeedNotWait() {
        RunNumber cutOff = RUNS.begin(request(), Channel.EMAIL);
        InvoiceRunRecorder elsewhere = RUNS.recorder(() -> new PortalStart("there", "first"));
        InvoiceRunRecorder restarted = RUNS.recorder(() -> new PortalStart("here", "third"));

        assertThatThrownBy(() -> elsewhere.start(request(), Channel.EMAIL)).isInstanceOf(MailException.class);
        RunNumber next = restarted.start(request(), Channel.EMAIL).run().number();

        assertThat(RUNS.office.runs.run(VIEWER, cutOff).state()).isEqualTo(State.FAILED);
        assertThat(RUNS.recorder.shouldContinue(cutOff)).isFalse();
        assertThat(restarted.shouldContinue(next)).isTrue();
        RUNS.end(next, State.DONE);
        assertThat(restarted.shouldContinue(next)).isFalse();
    }

    @Test
    void aRunIsStoppedThroughTheDatabase() {
        RunNumber run = RUNS.begin(request(), Channel.EMAIL);
        assertThat(RUNS.recorder.shouldContinue(run)).isTrue();

        RUNS.office.runs.stop(CLERK, run);

        assertThat(RUNS.recorder.shouldContinue(run)).isFalse();
        assertThatThrownBy(() -> RUNS.recorder.start(request(), Channel.EMAIL))
                .as("it has not stopped yet")
                .isInstanceOf(MailException.class);
        assertThat(RUNS.end(run, State.CANCELLED).state()).isEqualTo(State.CANCELLED);
    }

    @Test
    void aRunThatWaitsSaysForWhatAndCanBeStoppedMeanwhile() {
        RunNumber run = RUNS.begin(request(), Channel.EMAIL);
        RUNS.recorder.recordWait(run, "451 later" + "!".repeat(600));
        assertThat(RUNS.office.runs.run(VIEWER, run).problem())
                .startsWith("451 later")
                .hasSize(512);

        RUNS.office.runs.stop(CLERK, run);
        RUNS.recorder.recordWait(run, "");
        assertThat(RUNS.office.runs.run(VIEWER, run).problem()).isEmpty();
        RUNS.end(run, State.CANCELLED);
        RUNS.recorder.recordWait(run, "too late");
        assertThat(RUNS.office.runs.run(VIEWER, run).problem()).isEmpty();
    }
}
