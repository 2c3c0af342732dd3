package org.openadmin.fees.internal.verify;

import java.math.BigDecimal;
import java.util.List;
import org.openadmin.fees.api.StorageException;

/**
 * Checks the journal's invariants in a few queries over one consistent snapshot. It changes nothing and does not block other
 * users.
 *
 * <p>It finds everything that contradicts other rows. A deleted row leaves a gap in the receipt numbers, a charge settled by a
 * row that does not exist, or an assessment with too few charges. A changed row is found when its amounts no longer agree with
 * each other, with its assessment or with the row that refers to it. It cannot find a deleted charge of the old system to which
 * no row refers, or a changed date, name or text.
 */
public interface Verification {

    /**
     * A row or another part of the journal that breaks a rule.
     *
     * @param invariant the number and the word of the rule
     * @param subject the row, student, receipt or batch
     * @param inherited whether it comes from the old system's data
     */
    record Fault(String invariant, String subject, String found, String expected, boolean inherited) {}

    /**
     * The faults, and what was checked.
     *
     * @param sum the sum of all rows
     */
    record Report(List<Fault> faults, long rows, long students, long receipts, long batches, BigDecimal sum) {

        public Report {
            faults = List.copyOf(faults);
        }

        /** The number of faults that are not inherited. */
        public long own() {
            return faults.stream().filter(fault -> !fault.inherited()).count();
        }
    }

    /** @throws StorageException when the database did not answer */
    Report run();
}
