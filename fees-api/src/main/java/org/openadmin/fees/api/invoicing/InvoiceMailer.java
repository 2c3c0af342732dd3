package org.openadmin.fees.api.invoicing;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.openadmin.fees.api.Actor;
import org.openadmin.fees.api.Money;
import org.openadmin.fees.api.NotAllowedException;
import org.openadmin.fees.api.Progress;
import org.openadmin.fees.api.RequestKey;
import org.openadmin.fees.api.documents.DocumentException;
import org.openadmin.fees.api.students.Students;
import org.openadmin.fees.api.students.UnknownGroupValueException;
import org.osgi.annotation.versioning.ProviderType;

/**
 * E-mails invoices: one message to each address of a family, with the invoices of all its students there in one PDF. An
 * address that several families share gets none: they would read each other's names and debts.
 */
@ProviderType
public interface InvoiceMailer {

    /**
     * A request to e-mail invoices.
     *
     * @param includeAlreadySent whether to include addresses to which an invoice of the same charges has already been
     *     e-mailed; never with reminders, of which each stage is sent once
     * @param finishes the run to finish, if there is one: whom it reached is left out, whatever has been charged since
     */
    record Request(InvoiceRequest invoices, boolean includeAlreadySent, Optional<RunNumber> finishes) {

        public Request {
            Objects.requireNonNull(invoices, "invoices");
            if (includeAlreadySent && finishes.isPresent()) {
                throw new IllegalArgumentException("a run is finished for those whom it did not reach");
            }
            if (includeAlreadySent && invoices.isOfReminders()) {
                throw new IllegalArgumentException("each stage is sent once");
            }
        }

        public Request(InvoiceRequest invoices, boolean includeAlreadySent) {
            this(invoices, includeAlreadySent, Optional.empty());
        }

        /** Returns a request with a fresh key for the rest of this run, with its date, students and minimum amount. */
        public static Request finishing(Actor actor, InvoiceRun run) {
            return finishing(RequestKey.fresh(), actor, run);
        }

        /** Returns a request for the rest of this run, with its date, students and minimum amount. */
        public static Request finishing(RequestKey key, Actor actor, InvoiceRun run) {
            return new Request(
                    new InvoiceRequest(
                            key,
                            actor,
                            run.kind(),
                            run.stage(),
                            run.date(),
                            run.selection(),
                            run.minimum(),
                            run.order(),
                            false),
                    false,
                    Optional.of(run.number()));
        }
    }

    /**
     * What a request would send now.
     *
     * @param messages the number of messages
     * @param students the number of students whose invoices are in these messages
     * @param due the total amount due on these invoices
     * @param leftOut the number of students who would be left out, by reason
     * @param alreadySent the number of students whose addresses have all been e-mailed an invoice of the same charges
     *     before, left out or not
     * @param shared the addresses that get nothing because several families share them, by address
     */
    record Plan(
            int messages,
            int students,
            Money due,
            Map<InvoiceRun.Outcome, Integer> leftOut,
            int alreadySent,
            List<SharedAddress> shared) {
        public Plan {
            leftOut = Map.copyOf(leftOut);
            shared = List.copyOf(shared);
        }
    }

    /**
     * An e-mail address that several families have in the host's records, such as {@code none@school.example}.
     *
     * @param families the number of families, at least two
     */
    record SharedAddress(String address, int families) {}

    /** Whether a mail server is configured. Open to every caller; it reveals nothing else of the configuration. */
    boolean isConfigured();

    /**
     * Returns what {@link #send} would send now. Sends and stores nothing. Requires the role {@code fees-bill}.
     *
     * @throws NotAllowedException if the user does not have the role
     * @throws MailException {@link MailException.Problem#NOT_CONFIGURED}
     * @throws UnknownGroupValueException and everything else that {@link Students#in} throws for the audience
     */
    Plan plan(Request request);

    /**
     * Sends the invoices one message at a time, no faster than the configured rate, and stores the log of the run. If
     * {@code progress} stops the run, the messages sent so far remain sent, and {@link Request#finishing} sends the
     * rest. The same key again sends nothing and returns the same run. Requires the role {@code fees-bill}.
     *
     * @throws NotAllowedException if the user does not have the role
     * @throws NothingToInvoiceException if there is no family to send to; the log has the reasons
     * @throws MailException if no further message can be sent; the log lists the messages that were sent
     * @throws UnknownGroupValueException and everything else that {@link Students#in} throws for the audience
     * @throws DocumentException if the invoices cannot be created; nothing has been sent in this case
     */
    InvoiceRun send(Request request, Progress progress);
}
