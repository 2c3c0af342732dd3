package org.openadmin.fees.reports.internal.documents;

import java.util.List;
import java.util.Optional;
import org.openadmin.fees.api.Money;
import org.openadmin.fees.api.StudentSnapshot;
import org.openadmin.fees.api.billing.Charge;
import org.openadmin.fees.api.students.Student;

/**
 * What one student owes at the date of the invoices.
 *
 * @param student who she is today or, when the host does not know her any more, who she was on her latest charge
 * @param atHost the student at the host, for the address
 * @param charges what is outstanding at that date; not empty
 * @param credit the credit on account, zero or more and less than the charges
 */
record Invoice(StudentSnapshot student, Optional<Student> atHost, List<Charge> charges, Money credit) {

    Money charged() {
        return charges.stream().map(Charge::total).reduce(Money.zero(credit.currency()), Money::plus);
    }

    Money due() {
        return charged().minus(credit);
    }
}
