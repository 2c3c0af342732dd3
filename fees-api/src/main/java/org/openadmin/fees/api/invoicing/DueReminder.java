package org.openadmin.fees.api.invoicing;

import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;
import org.openadmin.fees.api.Money;
import org.openadmin.fees.api.StudentSnapshot;
import org.openadmin.fees.api.invoicing.InvoiceRun.Channel;
import org.openadmin.fees.api.invoicing.InvoiceRun.Outcome;

/**
 * A student who owes an amount past its due date.
 *
 * @param student the student of today or, after the student has been removed from the student records, as recorded on the latest charge
 * @param amount the overdue charges less the credit on account; above zero
 * @param since the due date of the amount that has been overdue longest
 * @param days for how many days it has been
 * @param stage the reminder that the student would get now; empty if none
 * @param reason why the student would get none; empty if there is a reminder
 * @param last the latest reminder that listed one of these charges
 */
public record DueReminder(
        StudentSnapshot student,
        Money amount,
        LocalDate since,
        int days,
        Optional<ReminderStage> stage,
        Optional<Outcome> reason,
        Optional<Last> last) {

    /**
     * A reminder that was printed or sent, or may have been sent.
     *
     * @param date the date on the letter
     */
    public record Last(RunNumber run, LocalDate date, ReminderStage stage, Channel channel) {}

    public DueReminder {
        Objects.requireNonNull(student, "student");
        Objects.requireNonNull(since, "since");
        Objects.requireNonNull(last, "last");
        if (stage.isPresent() == reason.isPresent()) {
            throw new IllegalArgumentException("either a reminder or a reason for none");
        }
    }
}
