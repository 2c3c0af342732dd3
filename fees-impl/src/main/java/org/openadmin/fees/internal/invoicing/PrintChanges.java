package org.openadmin.fees.internal.invoicing;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.openadmin.fees.api.DocumentChange;
import org.openadmin.fees.api.StudentSnapshot;
import org.openadmin.fees.api.invoicing.InvoiceReprint;
import org.openadmin.fees.api.invoicing.InvoiceReprint.Reason;
import org.openadmin.fees.internal.invoicing.InvoiceRunRecorder.PrintedInvoice;

/**
 * What has changed since the first print of a run. Charges, credit and the student's name cannot: they are recorded. The settings
 * and the portal's data can; if neither has and the document still differs, the module draws it in another way. Names the first
 * students only, so its size does not grow with the school.
 */
final class PrintChanges {

    private final Map<DocumentChange, List<StudentSnapshot>> named = new EnumMap<>(DocumentChange.class);
    private final Map<DocumentChange, Integer> counts = new EnumMap<>(DocumentChange.class);

    /** What has changed on the invoice of one student. */
    static Optional<DocumentChange> of(PrintedInvoice printed, String familyNow, boolean isAtHost) {
        if (printed.family().equals(familyNow)) {
            return Optional.empty();
        }
        return Optional.of(isAtHost ? DocumentChange.ADDRESS : DocumentChange.UNKNOWN_STUDENT);
    }

    /** Adds a change that concerns all invoices. */
    void add(DocumentChange change) {
        named.put(change, List.of());
        counts.put(change, 0);
    }

    /** Adds a change that concerns the invoice of this student. */
    void add(DocumentChange change, StudentSnapshot student) {
        List<StudentSnapshot> names = named.computeIfAbsent(change, first -> new ArrayList<>());
        if (names.size() < InvoiceReprint.MAX_NAMES) {
            names.add(student);
        }
        counts.merge(change, 1, Integer::sum);
    }

    boolean isEmpty() {
        return counts.isEmpty();
    }

    /** What has changed on one invoice, if this has changed on it in particular. */
    Set<DocumentChange> on(Optional<DocumentChange> own) {
        return Stream.concat(counts.keySet().stream().filter(change -> !change.isOfStudents()), own.stream())
                .collect(Collectors.toUnmodifiableSet());
    }

    List<Reason> reasons() {
        return counts.entrySet().stream()
                .map(each -> new Reason(each.getKey(), named.get(each.getKey()), each.getValue()))
                .toList();
    }
}
