package org.openadmin.fees.api.corrections;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.openadmin.fees.api.AccountNumber;
import org.openadmin.fees.api.Money;
import org.openadmin.fees.api.billing.SplitPart;
import org.openadmin.fees.api.journal.EntryKind;
import org.openadmin.fees.api.payments.ReceiptNumber;

/**
 * The effect of a correction.
 *
 * @param kind the kind of the new rows: {@code REVERSAL, WAIVER, VOID, REFUND, MOVE, SPLIT}; {@code VOID} for a returned payment, whose
 *     fee is a charge, and {@code PAYMENT} when that is undone, where the fee is reversed; {@code SPLIT} also for parts that are put
 *     together, and {@code WAIVER} also for a part that is waived, where the charge is split; {@code TRANSFER} for a transfer, which also
 *     has a charge and, where a fund pays it, a payment, and for one that is taken back
 * @param date the date of the new rows
 * @param rows the number of new rows
 * @param amount the sum of the new rows with its sign: positive if the student owes more afterwards, negative if less; zero for a
 *     transfer or moved credit
 * @param reopened how many charges are outstanding again
 * @param reopenedTotal the sum of the charges that are outstanding again; zero or more
 * @param toCredit the money paid for the reversed charges, or by the payer for the charge that is taken back, which becomes credit; zero or
 *     more
 * @param otherReceipts the other receipts, smallest number first, that list as paid a charge that is outstanding again;
 *     their later copies say so
 * @param returned what else a returned payment, or undoing it, did; empty for every other correction
 * @param parts the charges that came from a charge that was split, or the one that parts were put together to; empty for every
 *     other correction
 */
public record Correction(
        EntryKind kind,
        LocalDate date,
        int rows,
        Money amount,
        int reopened,
        Money reopenedTotal,
        Money toCredit,
        List<ReceiptNumber> otherReceipts,
        Optional<Returned> returned,
        List<SplitPart> parts) {

    /**
     * What else a returned payment did, or what undid it.
     *
     * @param student whose account it is
     * @param payment the money that the bank returned, or that is received again; above zero
     * @param fee the fee that was charged or reversed, taxes included; zero if there was none
     * @param cashOnlyUntil the last day on which the account is cash only because of this payment
     * @param receivedAgain the new receipt number, when the return was undone; empty in a preview
     * @param settled how many charges the money settles that is received again
     * @param settledTotal the sum of these charges
     */
    public record Returned(
            AccountNumber student,
            Money payment,
            Money fee,
            Optional<LocalDate> cashOnlyUntil,
            Optional<ReceiptNumber> receivedAgain,
            int settled,
            Money settledTotal) {}

    /** A correction that is not about a returned payment. */
    public Correction(
            EntryKind kind,
            LocalDate date,
            int rows,
            Money amount,
            int reopened,
            Money reopenedTotal,
            Money toCredit,
            List<ReceiptNumber> otherReceipts) {
        this(kind, date, rows, amount, reopened, reopenedTotal, toCredit, otherReceipts, Optional.empty());
    }

    public Correction {
        otherReceipts = List.copyOf(otherReceipts);
        parts = List.copyOf(parts);
    }

    /** A correction that splits nothing. */
    public Correction(
            EntryKind kind,
            LocalDate date,
            int rows,
            Money amount,
            int reopened,
            Money reopenedTotal,
            Money toCredit,
            List<ReceiptNumber> otherReceipts,
            Optional<Returned> returned) {
        this(kind, date, rows, amount, reopened, reopenedTotal, toCredit, otherReceipts, returned, List.of());
    }

    /** The same correction with these parts. */
    public Correction withParts(List<SplitPart> made) {
        return new Correction(
                kind, date, rows, amount, reopened, reopenedTotal, toCredit, otherReceipts, returned, made);
    }

    /** A correction that concerns no other receipt. */
    public Correction(
            EntryKind kind, LocalDate date, int rows, Money amount, int reopened, Money reopenedTotal, Money toCredit) {
        this(kind, date, rows, amount, reopened, reopenedTotal, toCredit, List.of());
    }
}
