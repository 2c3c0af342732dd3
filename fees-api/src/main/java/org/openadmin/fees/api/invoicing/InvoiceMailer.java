package org.openadmin.fees.api.invoicing;

import java.util.Map;
import org.openadmin.fees.api.Money;
import org.openadmin.fees.api.NotAllowedException;
import org.openadmin.fees.api.Progress;
import org.openadmin.fees.api.documents.DocumentException;
import org.openadmin.fees.api.students.Students;
import org.openadmin.fees.api.students.UnknownGroupValueException;
import org.osgi.annotation.versioning.ProviderType;

/** E-mails invoices: one message for each family, with the invoices of all its students in one PDF. */
@ProviderType
public interface InvoiceMailer {

    /**
     * A request to e-mail invoices.
     *
     * @param includeAlreadySent whether to include families to whom the same invoice has already been e-mailed
     */
    record Request(InvoiceRequest invoices, boolean includeAlreadySent) {}

    /**
     * What a request would send now.
     *
     * @param messages the number of messages
     * @param students the number of students whose invoices are in these messages
     * @param due the total amount due on these invoices
     * @param leftOut the number of students who would be left out, by reason
     */
    record Plan(int messages, int students, Money due, Map<InvoiceRun.Outcome, Integer> leftOut) {
        public Plan {
            leftOut = Map.copyOf(leftOut);
        }
    }

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
     * {@code progress} stops the run, the messages sent so far remain sent; another request can send the rest, because
     * families who already have the same invoice are then left out. The same key again sends nothing and returns the
     * same run. Requires the role {@code fees-bill}.
     *
     * @throws NotAllowedException if the user does not have the role
     * @throws NothingToInvoiceException if there is no family to send to; the log has the reasons
     * @throws MailException if no further message can be sent; the log lists the messages that were sent
     * @throws UnknownGroupValueException and everything else that {@link Students#in} throws for the audience
     * @throws DocumentException if the invoices cannot be created; nothing has been sent in this case
     */
    InvoiceRun send(Request request, Progress progress);
}
