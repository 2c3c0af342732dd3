package org.openadmin.fees.spi;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.openadmin.fees.api.DocumentChange;
import org.openadmin.fees.api.Money;
import org.openadmin.fees.api.StudentSnapshot;
import org.openadmin.fees.api.accounts.AccountBalance;
import org.openadmin.fees.api.billing.Charge;
import org.openadmin.fees.api.invoicing.ReminderStage;
import org.openadmin.fees.api.students.Student;

/**
 * What one student owes at the date of the invoices, or what is overdue on that of the reminders.
 *
 * @param student the student of today or, after the student has been removed from the student records, as recorded on the latest charge
 * @param hostStudent the student in the student records, for the guardian and the postal address
 * @param charges the charges of that date or earlier that are outstanding, oldest first
 * @param credit the credit on account, zero or more
 * @param changes what has changed on it since it was first printed; empty unless it is made again
 * @param reminder the stage of the reminder; empty for an invoice
 */
public record Invoice(
        StudentSnapshot student,
        Optional<Student> hostStudent,
        List<Charge> charges,
        Money credit,
        Set<DocumentChange> changes,
        Optional<ReminderStage> reminder) {

    public Invoice {
        Objects.requireNonNull(student, "student");
        Objects.requireNonNull(hostStudent, "hostStudent");
        charges = List.copyOf(charges);
        Objects.requireNonNull(credit, "credit");
        changes = Set.copyOf(changes);
        Objects.requireNonNull(reminder, "reminder");
    }

    public Invoice(
            StudentSnapshot student,
            Optional<Student> hostStudent,
            List<Charge> charges,
            Money credit,
            Set<DocumentChange> changes) {
        this(student, hostStudent, charges, credit, changes, Optional.empty());
    }

    public Invoice(StudentSnapshot student, Optional<Student> hostStudent, List<Charge> charges, Money credit) {
        this(student, hostStudent, charges, credit, Set.of());
    }

    /**
     * The invoice of a student at a date: of the charges of that date or earlier, less the whole credit.
     *
     * @param outstanding all unsettled charges of the student
     * @param account the balance; its credit counts as none if it is below zero, as in a journal with errors
     */
    public static Invoice of(
            StudentSnapshot student,
            Optional<Student> hostStudent,
            Collection<Charge> outstanding,
            AccountBalance account,
            LocalDate date) {
        Money credit = account.credit();
        return new Invoice(
                student,
                hostStudent,
                outstanding.stream()
                        .filter(charge -> !charge.date().isAfter(date))
                        .toList(),
                credit.isNegative() ? Money.zero(credit.currency()) : credit);
    }

    /** The sum of the charges. */
    public Money charged() {
        return charges.stream().map(Charge::total).reduce(Money.zero(credit.currency()), Money::plus);
    }

    /** The charges less the credit: above zero if the student gets an invoice. */
    public Money due() {
        return charged().minus(credit);
    }
}
