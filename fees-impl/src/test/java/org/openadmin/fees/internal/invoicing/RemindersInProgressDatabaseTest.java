package org.openadmin.fees.internal.invoicing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.openadmin.fees.internal.invoicing.RunLogOffice.HERE;
import static org.openadmin.fees.internal.invoicing.RunLogOffice.NOTHING;
import static org.openadmin.fees.internal.invoicing.RunLogOffice.request;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.openadmin.fees.api.invoicing.InvoiceRequest;
import org.openadmin.fees.api.invoicing.InvoiceRun;
import org.openadmin.fees.api.invoicing.InvoiceRun.Channel;
import org.openadmin.fees.api.invoicing.InvoiceRun.State;
import org.openadmin.fees.api.invoicing.RemindersInProgressException;
import org.openadmin.fees.api.invoicing.RunNumber;
import org.openadmin.fees.internal.invoicing.InvoiceRunRecorder.RunDigests;
import org.openadmin.fees.internal.invoicing.InvoiceRunRecorder.RunTotals;
import org.openadmin.fees.testkit.Kit;

/** Runs of reminders at the same time, on several portals. */
class RemindersInProgressDatabaseTest {

    private static final int PORTALS = 8;
    private static final RunDigests DIGESTS = new RunDigests("a".repeat(64), "b".repeat(64));

    @RegisterExtension
    static final RunLogOffice RUNS = new RunLogOffice();

    private static InvoiceRequest reminders() {
        return request().ofReminders(Optional.empty());
    }

    @Test
    void ofManyThatStartAtOnceOneDoes() throws InterruptedException, ExecutionException {
        ExecutorService portals = Executors.newFixedThreadPool(PORTALS);
        List<Callable<Optional<RunNumber>>> starts = new ArrayList<>();
        for (int i = 0; i < PORTALS; i++) {
            Channel channel = Channel.values()[i % 2];
            starts.add(() -> {
                try {
                    return Optional.of(RUNS.begin(reminders(), channel));
                } catch (RemindersInProgressException e) {
                    return Optional.empty();
                }
            });
        }
        List<RunNumber> started = new ArrayList<>();
        for (Future<Optional<RunNumber>> start : portals.invokeAll(starts)) {
            start.get().ifPresent(started::add);
        }
        portals.shutdown();

        assertThat(started).hasSize(1);
        RUNS.end(started.get(0), State.CANCELLED);
    }

    @Test
    void aRunThatWasSilentForTooLongIsNotCompletedAfterAnother() {
        RunNumber silent = RUNS.begin(reminders(), Channel.PRINT);
        assertThatThrownBy(() -> RUNS.begin(reminders(), Channel.PRINT))
                .isInstanceOf(RemindersInProgressException.class);
        Clock afterwards = Clock.offset(Kit.CLOCK, Duration.ofMinutes(11));
        InvoiceRunRecorder next =
                new JpaInvoiceRunRecorder(RUNS.office.transactions, RUNS.office.settings, afterwards, HERE);
        RunNumber other = next.start(reminders(), Channel.PRINT).run().number();
        next.complete(other, totals(), DIGESTS);

        InvoiceRun woken = next.complete(silent, totals(), DIGESTS);

        assertThat(woken.state()).isEqualTo(State.FAILED);
        assertThat(next.digests(silent)).isEmpty();
        assertThat(next.end(silent, State.FAILED, NOTHING, "").state()).isEqualTo(State.FAILED);
    }

    private static RunTotals totals() {
        return new RunTotals(1, 1, Kit.cad("5.00"), Kit.cad("0.00"));
    }
}
