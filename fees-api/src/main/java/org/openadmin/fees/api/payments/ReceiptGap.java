package org.openadmin.fees.api.payments;

import java.util.Objects;

/**
 * Something that is missing from the old records of a receipt. The receipt is printed without it, and names it.
 *
 * @param charge the number of the charge that it is about, or empty
 * @param detail what is known: the impossible date, or the name of the charge; may be empty
 */
public record ReceiptGap(Kind kind, String charge, String detail) {

    /** What is missing. */
    public enum Kind {
        /** The student who paid. */
        STUDENT,
        /** The date: none is stored, or one that does not exist. */
        DATE,
        /** The amount received, which counts as zero. */
        TOTAL,
        /** The student of a charge that this payment settled; the charge is not among the settled ones. */
        CHARGE_STUDENT,
        /** The amount of a charge that this payment settled; it counts as zero. */
        CHARGE_TOTAL
    }

    public ReceiptGap {
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(charge, "charge");
        Objects.requireNonNull(detail, "detail");
    }

    public static ReceiptGap of(Kind kind, String detail) {
        return new ReceiptGap(kind, "", detail);
    }
}
