package org.openadmin.fees.internal.invoicing;

import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.openadmin.fees.api.AccountNumber;
import org.openadmin.fees.api.DateNotAllowedException;
import org.openadmin.fees.api.Money;
import org.openadmin.fees.api.NotAllowedException;
import org.openadmin.fees.api.RequestKeyReusedException;
import org.openadmin.fees.api.StudentSnapshot;
import org.openadmin.fees.api.billing.ChargeId;
import org.openadmin.fees.api.invoicing.InvoiceRequest;
import org.openadmin.fees.api.invoicing.InvoiceRun;
import org.openadmin.fees.api.invoicing.InvoiceRun.Channel;
import org.openadmin.fees.api.invoicing.InvoiceRun.Kind;
import org.openadmin.fees.api.invoicing.InvoiceRun.Line;
import org.openadmin.fees.api.invoicing.InvoiceRun.Outcome;
import org.openadmin.fees.api.invoicing.InvoiceRun.State;
import org.openadmin.fees.api.invoicing.ReminderStage;
import org.openadmin.fees.api.invoicing.RemindersInProgressException;
import org.openadmin.fees.api.invoicing.RunNumber;
import org.openadmin.fees.api.mail.MailException;

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
     * A reminder that was printed or sent, or may have been sent.
     *
     * @param charges the charges that it lists
     */
    record Reminded(
            RunNumber run,
            Channel channel,
            LocalDate date,
            AccountNumber student,
            ReminderStage stage,
            List<ChargeId> charges) {
        public Reminded {
            charges = List.copyOf(charges);
        }

        /** The day of the latest of these reminders that lists each charge. */
        static Map<ChargeId, LocalDate> latest(List<Reminded> reminders) {
            Map<ChargeId, LocalDate> latest = new HashMap<>();
            reminders.forEach(reminder -> reminder.charges()
                    .forEach(charge ->
                            latest.merge(charge, reminder.date(), (one, other) -> one.isAfter(other) ? one : other)));
            return latest;
        }
    }

    /**
     * The result of a run.
     *
     * @param charged the sum of all lines of all invoices
     * @param credit the credit on account that was subtracted
     */
    record RunTotals(int invoices, int pages, Money charged, Money credit) {}

    /**
     * Does what precedes the start of a run, such as selecting its students, and records a refusal in the audit log. The start
     * records its own.
     */
    <R> R prepare(InvoiceRequest request, Channel channel, Supplier<R> work);

    /**
     * Starts a run, or returns the one with this request key. Only one e-mail run can be in progress at a time, and only one of
     * reminders, on paper or by e-mail: two could remind the same family of the same stage.
     *
     * @throws NotAllowedException if the user does not have the role {@code fees-bill}
     * @throws RequestKeyReusedException if the key was used for another run
     * @throws MailException {@link MailException.Problem#BUSY} if another e-mail run is in progress; a run that this
     *     portal left unfinished before it was restarted, or one without activity for ten minutes, counts as failed
     * @throws RemindersInProgressException if this is one of reminders, and another is in progress
     * @throws DateNotAllowedException if reminders are dated after today
     */
    StartedRun start(InvoiceRequest request, Channel channel);

    /**
     * A student's invoice in a message to one address, or one that an address does not get.
     *
     * @param address in small letters
     * @param outcome {@link Outcome#WAITING} for its message, {@link Outcome#SHARED_EMAIL} or {@link Outcome#ALREADY_SENT}
     * @param charges the charges on the invoice; empty if they are not known
     */
    record Copy(AccountNumber student, String address, Outcome outcome, List<ChargeId> charges) {
        public Copy {
            charges = List.copyOf(charges);
        }
    }

    /**
     * An invoice that an earlier run has e-mailed, or may have e-mailed, to an address.
     *
     * @param address in small letters
     * @param charges the charges on the invoice; empty if they were not recorded
     * @param due the amount due on the invoice
     */
    record EmailedInvoice(RunNumber run, AccountNumber student, String address, List<ChargeId> charges, Money due) {
        public EmailedInvoice {
            charges = List.copyOf(charges);
        }
    }

    /**
     * Adds students to a run, and the copies of their invoices. The line of a student who is already in it is left unchanged.
     * Counts as activity of the run.
     */
    void add(RunNumber run, List<Line> lines, List<Copy> copies);

    /** Adds students to a run; those who are waiting, with a copy of their invoice for each of their addresses. */
    default void add(RunNumber run, List<Line> lines) {
        add(
                run,
                lines,
                lines.stream()
                        .filter(line -> line.outcome() == Outcome.WAITING)
                        .flatMap(line -> Stream.of(line.recipient().split(","))
                                .map(address -> new Copy(line.student().number(), address, Outcome.WAITING, List.of())))
                        .toList());
    }

    /**
     * A student's invoice in the document of a print run: what draws it again, together with the journal.
     *
     * @param order its place in the document, from 1
     * @param student as on the invoice
     * @param charges the charges on the invoice, in their order
     * @param family the digest of what the invoice shows of the portal's data
     * @param reminder the stage of the reminder; empty for an invoice
     */
    record PrintedInvoice(
            int order,
            StudentSnapshot student,
            List<ChargeId> charges,
            Money credit,
            String family,
            Optional<ReminderStage> reminder) {

        PrintedInvoice(int order, StudentSnapshot student, List<ChargeId> charges, Money credit, String family) {
            this(order, student, charges, credit, family, Optional.empty());
        }

        public PrintedInvoice {
            charges = List.copyOf(charges);
        }
    }

    /** Adds students to a print run, with the invoices of those who have one. The line of a student who is in it is unchanged. */
    void addPrinted(RunNumber run, List<Line> lines, List<PrintedInvoice> invoices);

    /**
     * The digests of a print run, which tell whether its document is still the same.
     *
     * @param document of the whole file
     * @param settings of the settings that it shows
     */
    record RunDigests(String document, String settings) {}

    /**
     * Ends a print run with its document. A run that has already ended is left unchanged, and so is one of reminders without activity
     * for ten minutes: others may have been printed since.
     *
     * @return the run as stored: its document exists only if it is {@link State#DONE}
     */
    InvoiceRun complete(RunNumber run, RunTotals totals, RunDigests digests);

    /** The digests of a print run; empty if it made no document, or before they were recorded. */
    Optional<RunDigests> digests(RunNumber run);

    /** The invoices of a print run from the one after this place, in their order, no more than {@code limit}. */
    List<PrintedInvoice> printed(RunNumber run, int after, int limit);

    /**
     * Claims a message for sending: of several attempts only one succeeds.
     *
     * @param recipient the addresses of the message in small letters, separated by commas
     * @return whether its copies were {@link Outcome#WAITING} and are now {@link Outcome#SENDING}
     */
    boolean claim(RunNumber run, String recipient);

    /**
     * Records the result of a message that was claimed, for its copies and for their students.
     *
     * @param sent what the message adds to the totals of the run; zero if it was not sent
     */
    void recordResult(RunNumber run, String recipient, Outcome outcome, String detail, RunTotals sent);

    /** Whether the run is still in progress and nobody has asked it to stop, here or at another portal. */
    boolean shouldContinue(RunNumber run);

    /**
     * Records what a run in progress is waiting for; counts as activity of the run.
     *
     * @param reason up to 512 characters, a longer text is cut; empty when it goes on
     */
    void recordWait(RunNumber run, String reason);

    /** Ends the runs that this portal left unfinished before it was restarted; their messages that were sent remain sent. */
    void endInterrupted();

    /**
     * Ends a run. A run that has already ended is left unchanged.
     *
     * @param problem why the run failed, up to 512 characters; a longer text is cut
     * @return the run as stored
     */
    InvoiceRun end(RunNumber run, State state, RunTotals totals, String problem);

    /** The invoices, or the reminders, of these students that earlier runs have e-mailed, or may have e-mailed. */
    List<EmailedInvoice> emailed(Kind kind, Collection<AccountNumber> students);

    /** The reminders of these students that were printed or e-mailed, or may have been. */
    List<Reminded> reminded(Collection<AccountNumber> students);
}
