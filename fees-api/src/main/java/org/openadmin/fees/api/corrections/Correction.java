package org.openadmin.fees.api.corrections;

import java.time.LocalDate;
import org.openadmin.fees.api.Money;
import org.openadmin.fees.api.journal.EntryKind;

/**
 * The effect of a correction.
 *
 * @param kind the kind of the new rows: {@code REVERSAL, WAIVER, VOID, REFUND}
 * @param date the date of the new rows
 * @param rows the number of new rows
 * @param amount the sum of the new rows with its sign: positive if the student owes more afterwards, negative if less
 * @param reopened how many charges are outstanding again
 * @param reopenedTotal the sum of the charges that are outstanding again; zero or more
 * @param toCredit the money paid for the reversed charges, which becomes credit; zero or more
 */
public record Correction(
        EntryKind kind, LocalDate date, int rows, Money amount, int reopened, Money reopenedTotal, Money toCredit) {}
