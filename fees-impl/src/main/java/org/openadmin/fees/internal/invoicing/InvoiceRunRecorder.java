package org.openadmin.fees.internal.invoicing;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.openadmin.fees.api.Money;
import org.openadmin.fees.api.NotAllowedException;
import org.openadmin.fees.api.RequestKeyReusedException;
import org.openadmin.fees.api.StudentNumber;
import org.openadmin.fees.api.invoicing.InvoiceRequest;
import org.openadmin.fees.api.invoicing.InvoiceRun;
import org.openadmin.fees.api.invoicing.InvoiceRun.Channel;
import org.openadmin.fees.api.invoicing.InvoiceRun.Line;
import org.openadmin.fees.api.invoicing.InvoiceRun.Outcome;
import org.openadmin.fees.api.invoicing.InvoiceRun.State;
import org.openadmin.fees.api.invoicing.MailException;
import org.openadmin.fees.api.invoicing.RunNumber;

/**
 * Writes the logs of the runs of invoices. It is a service for this bundle only: its package is not exported, so no other module
 * can write to a log. Logs are read through {@link org.openadmin.fees.api.invoicing.InvoiceRuns}.
 */
public interface InvoiceRunRecorder {

    /**
     * A run that has been started.
     *
     * @param isNew false when a run with this request key already exists: nothing may be sent a second time
     */
    record StartedRun(InvoiceRun run, boolean isNew) {}

    /**
     * The result of a run.
     *
     * @param charged the sum of all lines of all invoices
     * @param credit the credit on account that was subtracted
     */
    record RunTotals(int invoices, int pages, Money charged, Money credit) {}

    /**
     * Starts a run, or returns the one with this request key. Only one e-mail run can be in progress at a time.
     *
     * @throws NotAllowedException if the user does not have the role {@code fees-bill}
     * @throws RequestKeyReusedException if the key was used for another run
     * @throws MailException {@link MailException.Problem#BUSY} if another e-mail run is in progress; a run that this
     *     portal left unfinished before it was restarted, or one without activity for ten minutes, counts as failed
     */
    StartedRun start(InvoiceRequest request, Channel channel);

    /** Adds students to a run. The line of a student who is already in it is left unchanged. Counts as activity of the run. */
    void add(RunNumber run, List<Line> lines);

    /**
     * Claims a message for sending: of several attempts only one succeeds.
     *
     * @param recipient the recipient in the lines of the message
     * @return whether its lines were {@link Outcome#WAITING} and are now {@link Outcome#SENDING}
     */
    boolean claim(RunNumber run, String recipient);

    /**
     * Records the result of a message that was claimed.
     *
     * @param sent what the message adds to the totals of the run; zero if it was not sent
     */
    void recordResult(RunNumber run, String recipient, Outcome outcome, String detail, RunTotals sent);

    /** Whether the run is still in progress and nobody has asked it to stop, here or at another portal. */
    boolean shouldContinue(RunNumber run);

    /** Ends the runs that this portal left unfinished before it was restarted; their messages that were sent remain sent. */
    void endInterrupted();

    /**
     * Ends a run. A run that has already ended is left unchanged.
     *
     * @param problem why the run failed, up to 512 characters; a longer text is cut
     * @return the run as stored
     */
    InvoiceRun end(RunNumber run, State state, RunTotals totals, String problem);

    /**
     * The amounts of the invoices of this date that earlier runs have e-mailed, or may have e-mailed.
     *
     * @return the amounts for each of these students; students without any are left out
     */
    Map<StudentNumber, List<Money>> emailedAmounts(LocalDate date, Collection<StudentNumber> students);
}
