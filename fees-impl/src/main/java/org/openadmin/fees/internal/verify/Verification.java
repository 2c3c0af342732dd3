package org.openadmin.fees.internal.verify;

import java.math.BigDecimal;
import java.util.List;
import org.openadmin.fees.api.StorageException;

/**
 * Checks the journal's invariants in a few queries over one consistent snapshot; it changes nothing and holds nobody up.
 *
 * <p>What can be seen: everything that the journal says twice. A row that was deleted is seen by what it leaves behind: a gap in
 * the receipt numbers, a charge settled by a row that is gone, an assessment with too few charges. A row that was changed
 * is seen when its amounts no longer agree with each other, with its assessment or with the row that names it.
 * What cannot be seen: a charge of the old system that was deleted while nothing named it, a changed date, name or text.
 */
public interface Verification {

    /**
     * A place where the journal breaks a rule.
     *
     * @param invariant the rule, by its number and a word
     * @param subject the row, student, receipt or batch
     * @param inherited whether it came with the old system's data
     */
    record Fault(String invariant, String subject, String found, String expected, boolean inherited) {}

    /**
     * What was checked and what was found.
     *
     * @param sum the sum of all rows
     */
    record Report(List<Fault> faults, long rows, long students, long receipts, long batches, BigDecimal sum) {

        public Report {
            faults = List.copyOf(faults);
        }

        /** How many faults are not inherited. */
        public long own() {
            return faults.stream().filter(fault -> !fault.inherited()).count();
        }
    }

    /** @throws StorageException when the database did not answer */
    Report run();
}
