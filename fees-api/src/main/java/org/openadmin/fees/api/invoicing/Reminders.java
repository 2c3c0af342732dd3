package org.openadmin.fees.api.invoicing;

import java.util.List;
import org.openadmin.fees.api.Actor;
import org.openadmin.fees.api.DateNotAllowedException;
import org.openadmin.fees.api.NotAllowedException;
import org.openadmin.fees.api.students.Students;
import org.openadmin.fees.api.students.UnknownGroupValueException;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Reminders of what is overdue, in stages: who would get one now. They are printed by {@link InvoicePrinter} and e-mailed by {@link
 * InvoiceMailer}, with a request of the kind {@link InvoiceRun.Kind#REMINDERS}, and each run keeps what it reminded of.
 *
 * <p>A charge reaches a stage of <i>n</i> days when it has been overdue for more than <i>n</i> days; the credit on account pays what was
 * due first, and what it covers is not overdue. A student is reminded if a charge has reached a stage that no reminder which lists it
 * has reminded of, by the highest such stage; a reminder of a stage is one of all lower stages too. It lists all charges that are
 * overdue. So each charge causes at most one reminder of each stage until it is settled, and one that becomes overdue later begins
 * at its own first stage. What counts are the printed reminders of runs that made their document, and the e-mailed ones that were sent or
 * may have been.
 */
@ProviderType
public interface Reminders {

    /**
     * Returns the configured stages, the shortest first. Requires any fees role.
     *
     * @throws NotAllowedException if the reader has no fees role
     */
    List<ReminderStage> stages(Actor reader);

    /**
     * Returns the selected students with an overdue amount, in the order of the request: those who would get a reminder now, and those
     * who would not, with the reason. Whether they have a postal or an e-mail address makes no difference. Stores nothing. Requires
     * the role {@code fees-bill}.
     *
     * @param request of the kind {@link InvoiceRun.Kind#REMINDERS}
     * @throws NotAllowedException if the user does not have the role
     * @throws DateNotAllowedException if the date of the request is after today
     * @throws UnknownGroupValueException and everything else that {@link Students#in} throws for the audience
     */
    List<DueReminder> due(InvoiceRequest request);
}
