package org.openadmin.fees.internal.invoicing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.openadmin.fees.internal.DatabaseOffice.CASHIER;
import static org.openadmin.fees.internal.DatabaseOffice.CLERK;
import static org.openadmin.fees.internal.DatabaseOffice.DAY;
import static org.openadmin.fees.internal.DatabaseOffice.VIEWER;
import static org.openadmin.fees.internal.DatabaseOffice.cad;
import static org.openadmin.fees.internal.DatabaseOffice.group;
import static org.openadmin.fees.internal.invoicing.RunLogOffice.NOTHING;
import static org.openadmin.fees.internal.invoicing.RunLogOffice.message;
import static org.openadmin.fees.internal.invoicing.RunLogOffice.request;
import static org.openadmin.fees.internal.invoicing.RunLogOffice.student;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.openadmin.fees.api.Actor;
import org.openadmin.fees.api.NotAllowedException;
import org.openadmin.fees.api.Page;
import org.openadmin.fees.api.RequestKey;
import org.openadmin.fees.api.RequestKeyReusedException;
import org.openadmin.fees.api.invoicing.InvoiceOrder;
import org.openadmin.fees.api.invoicing.InvoiceRequest;
import org.openadmin.fees.api.invoicing.InvoiceRun;
import org.openadmin.fees.api.invoicing.InvoiceRun.Channel;
import org.openadmin.fees.api.invoicing.InvoiceRun.Line;
import org.openadmin.fees.api.invoicing.InvoiceRun.Outcome;
import org.openadmin.fees.api.invoicing.InvoiceRun.State;
import org.openadmin.fees.api.invoicing.RunNumber;
import org.openadmin.fees.api.invoicing.UnknownRunException;
import org.openadmin.fees.api.students.GroupKind;
import org.openadmin.fees.internal.invoicing.InvoiceRunRecorder.RunTotals;
import org.openadmin.fees.internal.invoicing.InvoiceRunRecorder.StartedRun;

/** The logs of the runs of invoices on a real database. */
class InvoiceRunsDatabaseTest {

    @RegisterExtension
    private static final RunLogOffice RUNS = new RunLogOffice();

    @Test
    void aRunIsKeptWithWhoAskedForWhatAndWhatCameOfIt() {
        RunNumber number = RUNS.begin(keyed(RequestKey.fresh()), Channel.PRINT);
        RUNS.recorder.add(
                number,
                List.of(
                        Line.of(student(3), Outcome.INVOICED, cad("12.00")),
                        Line.of(student(1), Outcome.NO_ADDRESS, cad("7.00")),
                        Line.of(student(2), Outcome.NOTHING_DUE, cad("0"))));
        RUNS.recorder.end(number, State.DONE, new RunTotals(1, 2, cad("15.00"), cad("3.00")), "");

        InvoiceRun run = RUNS.office.runs.run(VIEWER, number);
        assertThat(run.channel()).isEqualTo(Channel.PRINT);
        assertThat(run.state()).isEqualTo(State.DONE);
        assertThat(run.date()).isEqualTo(DAY);
        assertThat(run.audience()).isEqualTo("grade 9 10");
        assertThat(run.minimum()).contains(cad("5.00"));
        assertThat(run.order()).isEqualTo(InvoiceOrder.HOMEROOM);
        assertThat(run.invoices()).isEqualTo(1);
        assertThat(run.pages()).isEqualTo(2);
        assertThat(run.due()).isEqualTo(cad("12.00"));
        assertThat(run.outcomes())
                .isEqualTo(Map.of(Outcome.INVOICED, 1, Outcome.NO_ADDRESS, 1, Outcome.NOTHING_DUE, 1));
        assertThat(run.leftOut()).isEqualTo(2);
        assertThat(run.startedBy()).isEqualTo("clerk");
        assertThat(run.endedAt()).isPresent();
        assertThat(RUNS.office.runs.latest(VIEWER, Page.first(1))).containsExactly(run);
    }

    @Test
    void aPrintThatWasStoppedHasNoInvoicesInItsLog() {
        RunNumber number = RUNS.begin(keyed(RequestKey.fresh()), Channel.PRINT);
        RUNS.recorder.add(
                number,
                List.of(
                        Line.of(student(3), Outcome.INVOICED, cad("12.00")),
                        Line.of(student(2), Outcome.NOTHING_DUE, cad("0"))));
        assertThat(RUNS.office.runs.run(VIEWER, number).outcomes()).containsEntry(Outcome.INVOICED, 1);

        InvoiceRun stopped = RUNS.end(number, State.CANCELLED);
        assertThat(stopped.outcomes()).isEqualTo(Map.of(Outcome.UNMADE, 1, Outcome.NOTHING_DUE, 1));
        assertThat(stopped.leftOut()).isEqualTo(1);
        assertThat(RUNS.office.runs.lines(VIEWER, number, Page.first(10)))
                .extracting(Line::outcome)
                .containsExactlyInAnyOrder(Outcome.UNMADE, Outcome.NOTHING_DUE);
    }

    @Test
    void theSameKeyIsTheSameRunAndAnotherRequestWithItIsRefused() {
        RequestKey key = RequestKey.fresh();
        StartedRun first = RUNS.recorder.start(keyed(key), Channel.PRINT);
        StartedRun again = RUNS.recorder.start(keyed(key), Channel.PRINT);

        assertThat(first.isNew()).isTrue();
        assertThat(again.isNew()).isFalse();
        assertThat(again.run().number()).isEqualTo(first.run().number());
        assertThatThrownBy(() -> RUNS.recorder.start(keyed(key), Channel.EMAIL))
                .isInstanceOf(RequestKeyReusedException.class);
        InvoiceRequest other =
                new InvoiceRequest(key, CLERK, DAY, Optional.empty(), Optional.empty(), InvoiceOrder.NAME, false);
        assertThatThrownBy(() -> RUNS.recorder.start(other, Channel.PRINT))
                .isInstanceOf(RequestKeyReusedException.class);
    }

    @Test
    void aDoubleClickFromEightBrowsersIsOneRun() throws Exception {
        RequestKey key = RequestKey.fresh();
        List<Callable<StartedRun>> clicks = IntStream.range(0, 8)
                .<Callable<StartedRun>>mapToObj(i -> () -> RUNS.recorder.start(keyed(key), Channel.PRINT))
                .toList();
        ExecutorService browsers = Executors.newFixedThreadPool(clicks.size());
        List<StartedRun> begun = new ArrayList<>();
        try {
            for (Future<StartedRun> each : browsers.invokeAll(clicks)) {
                begun.add(each.get());
            }
        } finally {
            browsers.shutdown();
        }

        assertThat(begun).filteredOn(StartedRun::isNew).hasSize(1);
        assertThat(begun.stream().map(each -> each.run().number()).distinct()).hasSize(1);
    }

    @Test
    void linesComeWithWhatWentWrongFirstAndALongAnswerIsShortened() {
        RunNumber run = RUNS.begin(request(), Channel.EMAIL);
        List<Line> lines = new ArrayList<>();
        for (int number = 100; number < 1300; number++) {
            lines.add(Line.of(student(number), Outcome.NO_EMAIL, cad("1.00")));
        }
        lines.add(message(2000, "1.00", "d@x.example"));
        RUNS.recorder.add(run, lines);
        RUNS.recorder.add(run, lines.subList(0, 3));
        RUNS.recorder.claim(run, "d@x.example");
        RUNS.recorder.recordResult(run, "d@x.example", Outcome.FAILED, "é".repeat(600), NOTHING);
        RUNS.end(run, State.CANCELLED);

        assertThat(RUNS.office.runs.run(VIEWER, run).outcomes())
                .isEqualTo(Map.of(Outcome.NO_EMAIL, 1200, Outcome.FAILED, 1));
        Line first = RUNS.office.runs.lines(VIEWER, run, Page.first(1)).get(0);
        assertThat(first.outcome()).isEqualTo(Outcome.FAILED);
        assertThat(first.detail()).hasSize(512).endsWith("é…");
        assertThat(RUNS.office.runs.lines(VIEWER, run, new Page(1000, 1000))).hasSize(201);
    }

    @Test
    void anEndedRunStaysAsItIs() {
        RunNumber run = RUNS.begin(request(), Channel.PRINT);
        RUNS.recorder.end(run, State.FAILED, NOTHING, "No space left");
        InvoiceRun kept = RUNS.recorder.end(run, State.DONE, new RunTotals(1, 1, cad("1.00"), cad("0")), "");

        assertThat(kept.state()).isEqualTo(State.FAILED);
        assertThat(kept.problem()).isEqualTo("No space left");
        assertThat(kept.invoices()).isZero();
    }

    @Test
    void rolesAndNumbersAreChecked() {
        Actor nobody = new Actor("nobody", Set.of());
        assertThatThrownBy(() -> RUNS.recorder.start(InvoiceRequest.of(CASHIER, DAY, Optional.empty()), Channel.PRINT))
                .isInstanceOf(NotAllowedException.class);
        assertThatThrownBy(() -> RUNS.office.runs.latest(nobody, Page.first(1)))
                .isInstanceOf(NotAllowedException.class);
        assertThatThrownBy(() -> RUNS.office.runs.run(VIEWER, new RunNumber(999_999)))
                .isInstanceOf(UnknownRunException.class);
        assertThatThrownBy(() -> RUNS.office.runs.lines(VIEWER, new RunNumber(999_999), Page.first(1)))
                .isInstanceOf(UnknownRunException.class);
    }

    private static InvoiceRequest keyed(RequestKey key) {
        return new InvoiceRequest(
                key,
                CLERK,
                DAY,
                Optional.of(group(GroupKind.GRADE, "9 10")),
                Optional.of(cad("5.00")),
                InvoiceOrder.HOMEROOM,
                true);
    }
}
