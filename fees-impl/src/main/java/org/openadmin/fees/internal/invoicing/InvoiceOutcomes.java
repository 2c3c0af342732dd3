package org.openadmin.fees.internal.invoicing;

import java.util.Optional;
import org.openadmin.fees.api.invoicing.InvoiceMailer;
import org.openadmin.fees.api.invoicing.InvoiceRequest;
import org.openadmin.fees.api.invoicing.InvoiceRun.Outcome;
import org.openadmin.fees.api.invoicing.ReminderStage;
import org.openadmin.fees.internal.mail.DeliveryResult;
import org.openadmin.fees.internal.mail.Recipients;
import org.openadmin.fees.spi.Invoice;
import org.openadmin.fees.spi.Overdue;
import org.openadmin.fees.spi.ReminderSettings;

/** The result of each student in a run. It is decided here and nowhere else. */
final class InvoiceOutcomes {

    private InvoiceOutcomes() {}

    /** Why there is no invoice, on paper or by e-mail, if there is none. */
    static Optional<Outcome> withoutInvoice(Invoice invoice, InvoiceRequest request) {
        if (!invoice.due().isPositive()) {
            return Optional.of(Outcome.NOTHING_DUE);
        }
        return request.minimum()
                .filter(least -> invoice.due().compareTo(least) < 0)
                .map(least -> Outcome.BELOW_MINIMUM);
    }

    /** Why there is no reminder, on paper or by e-mail, if there is none. */
    static Optional<Outcome> withoutReminder(
            Overdue overdue, Optional<ReminderStage> due, InvoiceRequest request, ReminderSettings settings) {
        if (overdue.isEmpty()) {
            return Optional.of(Outcome.NOTHING_OVERDUE);
        }
        if (request.minimum()
                .or(settings::minimum)
                .filter(least -> overdue.amount().compareTo(least) < 0)
                .isPresent()) {
            return Optional.of(Outcome.BELOW_MINIMUM);
        }
        if (due.isEmpty()) {
            return Optional.of(overdue.reached(settings).isPresent() ? Outcome.REMINDED : Outcome.NOT_YET);
        }
        return request.stage().filter(wanted -> wanted != due.get().days()).map(wanted -> Outcome.OTHER_STAGE);
    }

    /** The result of a print. */
    static Outcome onPaper(Invoice invoice, InvoiceRequest request) {
        if (request.unaddressed()) {
            return Outcome.INVOICED;
        }
        return invoice.hostStudent()
                .map(student -> student.address().isEmpty() ? Outcome.NO_ADDRESS : Outcome.INVOICED)
                .orElse(Outcome.UNKNOWN_STUDENT);
    }

    /** Why no message can be sent about the student, if none can. */
    static Optional<Outcome> unreachable(Invoice invoice, Recipients to) {
        if (invoice.hostStudent().isEmpty()) {
            return Optional.of(Outcome.UNKNOWN_STUDENT);
        }
        return to.isEmpty() ? Optional.of(Outcome.NO_EMAIL) : Optional.empty();
    }

    /**
     * The result for one address before any message is sent: left out, or {@link Outcome#WAITING} for its message.
     *
     * @param shared whether several families share the address
     * @param sentBefore whether an invoice of the same charges has been e-mailed to it
     */
    static Outcome atAddress(boolean shared, boolean sentBefore, InvoiceMailer.Request request) {
        if (shared) {
            return Outcome.SHARED_EMAIL;
        }
        return sentBefore && !request.includeAlreadySent() ? Outcome.ALREADY_SENT : Outcome.WAITING;
    }

    /** The result after the message was sent to the mail server. */
    static Outcome of(DeliveryResult.Status fate) {
        return switch (fate) {
            case ACCEPTED -> Outcome.SENT;
            case REFUSED -> Outcome.FAILED;
            case UNCERTAIN -> Outcome.UNCERTAIN;
        };
    }
}
