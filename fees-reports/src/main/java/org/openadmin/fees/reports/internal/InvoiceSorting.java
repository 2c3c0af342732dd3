package org.openadmin.fees.reports.internal;

import java.util.Comparator;
import java.util.Locale;
import java.util.function.Function;
import org.openadmin.fees.api.InvoiceOrder;
import org.openadmin.fees.api.OfficeOrder;
import org.openadmin.fees.api.StudentOfRecord;
import org.openadmin.fees.reports.internal.InvoiceSelection.Candidate;

/** The orders in which invoices leave the printer. Whoever lacks what they are sorted by comes last. */
final class InvoiceSorting {

    private InvoiceSorting() {}

    static Comparator<Candidate> of(InvoiceOrder order, Locale locale) {
        Comparator<StudentOfRecord> byName = Comparator.<StudentOfRecord, Boolean>comparing(
                        student -> student.name().isEmpty())
                .thenComparing(new NameOrder(locale));
        Comparator<StudentOfRecord> byHomeroom = by(StudentOfRecord::homeroom).thenComparing(byName);
        Comparator<StudentOfRecord> chosen =
                switch (order) {
                    case NAME -> byName;
                    case HOMEROOM -> byHomeroom;
                    case GRADE -> by(StudentOfRecord::grade).thenComparing(byHomeroom);
                };
        return Comparator.comparing(Candidate::student, chosen);
    }

    private static Comparator<StudentOfRecord> by(Function<StudentOfRecord, String> group) {
        return Comparator.<StudentOfRecord, Boolean>comparing(
                        student -> group.apply(student).isEmpty())
                .thenComparing(group, new OfficeOrder());
    }
}
