package org.openadmin.fees.api.billing;

import java.time.Instant;
import java.time.LocalDate;
import org.openadmin.fees.api.Money;

/**
 * The result of an assessment.
 *
 * @param batch the number of the assessment, which all its charges share
 * @param feeName the name of the fee
 * @param date the date of the charges
 * @param due the due date of the charges, or of the first part
 * @param count how many students were charged, one charge each or the parts of it
 * @param total the sum of the charges
 * @param alreadyCharged how many students were skipped because they already had the fee
 * @param overLimit how many students were skipped because of the limit of the fee, see {@link YearLimit}
 * @param recordedAt when the charges were recorded
 * @param recordedBy the log-in name of the user who charged the fee
 */
public record Assessment(
        BatchNumber batch,
        String feeName,
        LocalDate date,
        LocalDate due,
        int count,
        Money total,
        int alreadyCharged,
        int overLimit,
        Instant recordedAt,
        String recordedBy) {

    /** An assessment of a fee without a limit. */
    public Assessment(
            BatchNumber batch,
            String feeName,
            LocalDate date,
            LocalDate due,
            int count,
            Money total,
            int alreadyCharged,
            Instant recordedAt,
            String recordedBy) {
        this(batch, feeName, date, due, count, total, alreadyCharged, 0, recordedAt, recordedBy);
    }
}
