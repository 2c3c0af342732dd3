package org.openadmin.fees.internal.invoicing;

import java.util.Comparator;
import java.util.Locale;
import java.util.function.Function;
import org.openadmin.fees.api.NaturalOrder;
import org.openadmin.fees.api.StudentSnapshot;
import org.openadmin.fees.api.invoicing.InvoiceOrder;
import org.openadmin.fees.internal.invoicing.InvoiceSelection.Candidate;

/** The orders in which invoices are printed. Students without a value for the sort key come last. */
final class InvoiceSorting {

    private InvoiceSorting() {}

    static Comparator<Candidate> of(InvoiceOrder order, Locale locale) {
        Comparator<StudentSnapshot> byName = Comparator.<StudentSnapshot, Boolean>comparing(
                        student -> student.name().isEmpty())
                .thenComparing(new StudentNameOrder(locale));
        Comparator<StudentSnapshot> byHomeroom = by(StudentSnapshot::homeroom).thenComparing(byName);
        Comparator<StudentSnapshot> chosen =
                switch (order) {
                    case NAME -> byName;
                    case HOMEROOM -> byHomeroom;
                    case GRADE -> by(StudentSnapshot::grade).thenComparing(byHomeroom);
                };
        return Comparator.comparing(Candidate::student, chosen);
    }

    private static Comparator<StudentSnapshot> by(Function<StudentSnapshot, String> group) {
        return Comparator.<StudentSnapshot, Boolean>comparing(
                        student -> group.apply(student).isEmpty())
                .thenComparing(group, new NaturalOrder());
    }
}
