package org.openadmin.fees.api.invoicing;

import java.util.Map;
import org.openadmin.fees.api.Money;
import org.openadmin.fees.api.NotAllowedException;
import org.openadmin.fees.api.Progress;
import org.openadmin.fees.api.documents.DocumentException;
import org.openadmin.fees.api.students.Students;
import org.openadmin.fees.api.students.UnknownGroupValueException;
import org.osgi.annotation.versioning.ProviderType;

/** Invoices by e-mail: one message for each family, with the invoices of all its students as one PDF. */
@ProviderType
public interface InvoiceMailer {

    /**
     * A wish to e-mail invoices.
     *
     * @param again whether families get it too who got the same invoice by e-mail before
     */
    record Request(InvoiceRequest invoices, boolean again) {}

    /**
     * What a request would send at this moment.
     *
     * @param messages how many messages
     * @param students how many students' invoices are in them
     * @param due what they ask for together
     * @param leftOut how many students would be left out, and why
     */
    record Plan(int messages, int students, Money due, Map<InvoiceRun.Outcome, Integer> leftOut) {
        public Plan {
            leftOut = Map.copyOf(leftOut);
        }
    }

    /** Whether a mail server is configured. Open to every caller; it reveals nothing else of the configuration. */
    boolean isConfigured();

    /**
     * Says what {@link #send} would do. Sends and stores nothing. Needs the role {@code fees-bill}.
     *
     * @throws NotAllowedException without the role
     * @throws MailException {@link MailException.Problem#NOT_CONFIGURED}
     * @throws UnknownGroupValueException and what else {@link Students#in} throws for the audience
     */
    Plan plan(Request request);

    /**
     * Sends the invoices, message by message, no faster than the configuration allows, and keeps the log. Stopped by its progress, what
     * was sent is sent, and the rest can be sent by another request: whoever has the same invoice already is left out then. The same
     * key again sends nothing and gives the same run. Needs the role {@code fees-bill}.
     *
     * @throws NotAllowedException without the role
     * @throws NothingToInvoiceException when there is nobody to send to; the log says why
     * @throws MailException when no message can be sent any more; the log says who has got one
     * @throws UnknownGroupValueException and what else {@link Students#in} throws for the audience
     * @throws DocumentException when the invoices cannot be made; nothing was sent then
     */
    InvoiceRun send(Request request, Progress progress);
}
