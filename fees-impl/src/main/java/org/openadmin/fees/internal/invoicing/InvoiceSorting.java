package org.openadmin.fees.internal.invoicing;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.openadmin.fees.api.NaturalOrder;
import org.openadmin.fees.api.StudentSnapshot;
import org.openadmin.fees.api.invoicing.InvoiceOrder;
import org.openadmin.fees.internal.invoicing.InvoiceSelection.Candidate;
import org.openadmin.fees.spi.search.NameOrder;

/** The orders in which invoices are printed. Students without a value for the sort key come last. */
final class InvoiceSorting {

    private InvoiceSorting() {}

    static void sort(List<Candidate> candidates, InvoiceOrder order) {
        Map<StudentSnapshot, NameOrder> names = new HashMap<>();
        candidates.forEach(candidate -> names.computeIfAbsent(candidate.student(), NameOrder::of));
        Comparator<StudentSnapshot> byName = Comparator.comparing(names::get);
        Comparator<StudentSnapshot> byHomeroom = by(StudentSnapshot::homeroom).thenComparing(byName);
        Comparator<StudentSnapshot> chosen =
                switch (order) {
                    case NAME -> byName;
                    case HOMEROOM -> byHomeroom;
                    case GRADE -> by(StudentSnapshot::grade).thenComparing(byHomeroom);
                };
        candidates.sort(Comparator.comparing(Candidate::student, chosen));
    }

    private static Comparator<StudentSnapshot> by(Function<StudentSnapshot, String> group) {
        return Comparator.<StudentSnapshot, Boolean>comparing(
                        student -> group.apply(student).isEmpty())
                .thenComparing(group, new NaturalOrder());
    }
}
