package org.openadmin.fees.api.payers;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.openadmin.fees.api.Money;
import org.openadmin.fees.api.billing.Charge;

/**
 * What a payer is to pay, by student. Of the students, it contains the names and nothing else.
 *
 * @param date the day of the invoice
 * @param students sorted by name; last, under an empty name, what the payer owes for no student
 * @param credit of the payer's account; zero or more
 */
public record PayerInvoice(Payer payer, LocalDate date, List<StudentCharges> students, Money credit) {

    /**
     * The outstanding charges for one student, oldest first.
     *
     * @param student the name as it was when the charge was transferred, such as {@code Tremblay, Inès}
     */
    public record StudentCharges(String student, List<Charge> charges) {

        public StudentCharges {
            Objects.requireNonNull(student, "student");
            charges = List.copyOf(charges);
        }
    }

    public PayerInvoice {
        Objects.requireNonNull(payer, "payer");
        Objects.requireNonNull(date, "date");
        Objects.requireNonNull(credit, "credit");
        students = List.copyOf(students);
    }

    /** All charges, in the order of the invoice. */
    public List<Charge> charges() {
        return students.stream().flatMap(each -> each.charges().stream()).toList();
    }

    /** The sum of the charges. */
    public Money charged() {
        return charges().stream().map(Charge::total).reduce(Money.zero(credit.currency()), Money::plus);
    }

    /** The amount to pay: the charges less the credit, or zero. */
    public Money due() {
        Money due = charged().minus(credit);
        return due.isNegative() ? Money.zero(credit.currency()) : due;
    }
}
