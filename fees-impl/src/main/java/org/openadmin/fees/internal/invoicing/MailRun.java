package org.openadmin.fees.internal.invoicing;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.openadmin.fees.api.Money;
import org.openadmin.fees.api.Progress;
import org.openadmin.fees.api.StorageException;
import org.openadmin.fees.api.documents.DocumentException;
import org.openadmin.fees.api.invoicing.InvoiceRun;
import org.openadmin.fees.api.invoicing.InvoiceRun.Outcome;
import org.openadmin.fees.api.invoicing.InvoiceRun.State;
import org.openadmin.fees.api.invoicing.RunNumber;
import org.openadmin.fees.api.mail.MailException;
import org.openadmin.fees.internal.invoicing.InvoiceRunRecorder.RunTotals;
import org.openadmin.fees.internal.invoicing.MailPlan.Family;
import org.openadmin.fees.internal.mail.DeliveryResult;
import org.openadmin.fees.internal.mail.MailMessage;
import org.openadmin.fees.internal.mail.MailServer;
import org.openadmin.fees.internal.mail.MailSettings;
import org.openadmin.fees.internal.mail.SendingPause;
import org.openadmin.fees.spi.ReaderWork;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** An e-mail run in progress. Each message is claimed in the log before it is sent, and its result is recorded afterwards. */
final class MailRun {

    private static final Logger LOG = LoggerFactory.getLogger(MailRun.class);
    /** The longest time that a user waits after stopping a run. */
    private static final Duration STEP = Duration.ofSeconds(1);

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm:ss");
    /** How often the activity of the run is recorded in the log. */
    private static final Duration SIGN_OF_LIFE = Duration.ofMinutes(1);

    private final RunNumber run;
    private final InvoiceRunRecorder runs;
    private final Progress progress;
    private final CountDownLatch stopped;
    private final Clock clock;
    private final Money zero;

    private MailPlan mailing;
    private Instant alive;
    private int done;
    private MailResults results;
    private RunTotals sent;
    /** Why the run waits, as in its log; empty if it does not wait for the server. */
    private String waitingFor = "";
    /** Whether the run was stopped while a message was waiting to be sent. */
    private boolean cutShort;

    /**
     * @param stopped zero once the module is being stopped
     * @param zero 0.00 of the school's currency
     */
    MailRun(
            RunNumber run,
            InvoiceRunRecorder runs,
            Progress progress,
            CountDownLatch stopped,
            Clock clock,
            Money zero) {
        this.run = run;
        this.runs = runs;
        this.progress = progress;
        this.stopped = stopped;
        this.clock = clock;
        this.zero = zero;
        this.sent = new RunTotals(0, 0, zero, zero);
    }

    /** Enters all students into the log. */
    void add(MailPlan all) {
        mailing = all;
        results = new MailResults(all, zero);
        runs.add(run, all.lines(), all.copies());
        alive = clock.instant();
    }

    /** Sends the messages added, until all are sent or the run is stopped. */
    InvoiceRun send(InvoiceMessages messages, MailSettings mail, String school) {
        if (shouldContinue()) {
            messages.requireDrawable(mailing.invoices());
        }
        try (MailServer server = new MailServer(mail, school, clock, new Pauses())) {
            for (Family family : mailing.families()) {
                if (!shouldContinue() || !server.awaitTurn()) {
                    return endEarly();
                }
                if (runs.claim(run, family.to().key())) {
                    deliver(family, messages, server);
                }
                alive = clock.instant();
                done++;
            }
        }
        shouldContinue();
        return cutShort ? endEarly() : end(State.DONE, "");
    }

    private InvoiceRun endEarly() {
        return isStopped() ? end(State.FAILED, "the module was stopped") : end(State.CANCELLED, "");
    }

    private void deliver(Family family, InvoiceMessages messages, MailServer server) {
        DeliveryResult handover;
        try {
            MailMessage message = messages.of(family);
            handover = server.send(message);
        } catch (MailException e) {
            recordResult(family, Outcome.FAILED, e.detail());
            throw e;
        } catch (DocumentException e) {
            recordResult(family, Outcome.FAILED, e.getMessage());
            return;
        } catch (RuntimeException e) {
            recordResult(family, Outcome.UNCERTAIN, e.getClass().getSimpleName());
            throw e;
        }
        recordResult(family, InvoiceOutcomes.of(handover.status()), handover.detail());
    }

    private void recordResult(Family family, Outcome outcome, String detail) {
        if (!waitingFor.isEmpty()) {
            recordWait("");
        }
        RunTotals message = results.add(family, outcome);
        ReaderWork.record(() -> {
            runs.recordResult(run, family.to().key(), outcome, detail, message);
            return outcome;
        });
        sent = new RunTotals(
                sent.invoices() + message.invoices(),
                0,
                sent.charged().plus(message.charged()),
                sent.credit().plus(message.credit()));
    }

    /** Whether neither the user who started the run, nor anybody else, nor the end of the module stops it. */
    private boolean shouldContinue() {
        return progress.at(done, mailing.families().size()) && !isStopped() && isWanted();
    }

    /** Without an answer of the database, the run goes on: a message is sent only after it has been claimed there. */
    private boolean isWanted() {
        try {
            return ReaderWork.record(() -> runs.shouldContinue(run));
        } catch (StorageException e) {
            LOG.debug("Run {}: it is not known whether it should stop", run, e);
            return true;
        }
    }

    private boolean isStopped() {
        return stopped.getCount() == 0;
    }

    /** Waits in small steps, so that the user can stop the run meanwhile, and records its activity. */
    private boolean pause(Duration length) {
        Instant end = clock.instant().plus(length);
        // the steps are counted too: a clock that was set back must not block the run
        for (Duration rest = length;
                rest.compareTo(Duration.ZERO) > 0 && clock.instant().isBefore(end);
                rest = rest.minus(STEP)) {
            if (!shouldContinue() || !waits(rest.compareTo(STEP) < 0 ? rest : STEP)) {
                cutShort = true;
                return false;
            }
            if (Duration.between(alive, clock.instant()).compareTo(SIGN_OF_LIFE) >= 0) {
                alive = clock.instant();
                recordWait(waitingFor);
            }
        }
        return true;
    }

    /** Records the reason for a pause in the log, for users who follow the run. */
    private final class Pauses implements SendingPause {

        @Override
        public boolean of(Duration length) {
            return pause(length);
        }

        @Override
        public boolean of(Duration length, String reason) {
            String next = TIME.format(clock.instant().plus(length).atZone(clock.getZone()));
            recordWait("The mail server is tried again at " + next + ": " + reason);
            return pause(length);
        }
    }

    /** Without the database, the run goes on: the message in hand has not been accepted, and nothing is lost. */
    private void recordWait(String reason) {
        waitingFor = reason;
        try {
            ReaderWork.record(() -> {
                runs.recordWait(run, reason);
                return reason;
            });
        } catch (StorageException e) {
            LOG.debug("Run {}: its activity was not recorded", run, e);
        }
    }

    /** Ends at once when the module stops: a thread that sleeps would keep the removed bundle in memory. */
    private boolean waits(Duration length) {
        try {
            return !stopped.await(length.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    InvoiceRun end(State state, String problem) {
        InvoiceRun ended = ReaderWork.record(() -> runs.end(run, state, sent, problem));
        LOG.info(
                "Run {} of invoices by e-mail: {}; students: {} sent, {} given up, {} uncertain, {} not tried, {} left out",
                run,
                ended.state(),
                ended.count(Outcome.SENT),
                ended.count(Outcome.FAILED),
                ended.count(Outcome.UNCERTAIN) + ended.count(Outcome.SENDING),
                ended.count(Outcome.WAITING),
                ended.leftOut());
        return ended;
    }

    /** Ends a run that cannot go on. */
    void fail(RuntimeException failure) {
        try {
            end(State.FAILED, String.valueOf(failure.getMessage()));
        } catch (RuntimeException e) {
            // the user must see the reason why the run stopped, not that its log is incomplete
            failure.addSuppressed(e);
        }
    }
}
