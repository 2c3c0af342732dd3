package org.openadmin.fees.api.invoicing;

import java.util.List;
import org.openadmin.fees.api.DocumentChange;
import org.openadmin.fees.api.StudentSnapshot;

/**
 * The document of an earlier print run, opened again.
 *
 * @param pages the number of pages
 * @param reasons why the pages differ from the first print and are marked as made again; empty if the document is the
 *     same to the byte
 */
public record InvoiceReprint(InvoiceRun run, int pages, List<Reason> reasons) {

    /** The most students that a {@link Reason} names. */
    public static final int MAX_NAMES = 5;

    /**
     * One reason why the pages differ.
     *
     * @param students the students whom it concerns, in the order of the pages, but no more than {@link #MAX_NAMES};
     *     empty unless {@link DocumentChange#isOfStudents()}
     * @param count the number of all students whom it concerns; zero unless {@link DocumentChange#isOfStudents()}
     */
    public record Reason(DocumentChange change, List<StudentSnapshot> students, int count) {

        public Reason {
            students = List.copyOf(students);
        }

        /** Returns a reason that concerns all invoices. */
        public static Reason of(DocumentChange change) {
            return new Reason(change, List.of(), 0);
        }

        /** The number of students whom it concerns and who are not named. */
        public int more() {
            return count - students.size();
        }
    }

    public InvoiceReprint {
        reasons = List.copyOf(reasons);
    }

    /** Whether the document is the one of the first print, to the byte. */
    public boolean isSame() {
        return reasons.isEmpty();
    }
}
