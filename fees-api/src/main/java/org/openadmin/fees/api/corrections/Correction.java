package org.openadmin.fees.api.corrections;

import java.time.LocalDate;
import java.util.List;
import org.openadmin.fees.api.Money;
import org.openadmin.fees.api.journal.EntryKind;
import org.openadmin.fees.api.payments.ReceiptNumber;

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
 * @param otherReceipts the other receipts, smallest number first, that list as paid a charge that is outstanding again;
 *     their later copies say so
 */
public record Correction(
        EntryKind kind,
        LocalDate date,
        int rows,
        Money amount,
        int reopened,
        Money reopenedTotal,
        Money toCredit,
        List<ReceiptNumber> otherReceipts) {

    public Correction {
        otherReceipts = List.copyOf(otherReceipts);
    }

    /** A correction that concerns no other receipt. */
    public Correction(
            EntryKind kind, LocalDate date, int rows, Money amount, int reopened, Money reopenedTotal, Money toCredit) {
        this(kind, date, rows, amount, reopened, reopenedTotal, toCredit, List.of());
    }
}
