package org.openadmin.fees.spi.messages;

/** What became of a charge or a payment. */
public enum EntryState {
    /** A charge that has not been settled. */
    OUTSTANDING,
    /** A charge that has not been settled by its due date; {@link #OUTSTANDING} as well. */
    OVERDUE,
    /** A charge that a payment settled. */
    PAID,
    /** A charge that was reversed. */
    REVERSED,
    /** A charge that was waived. */
    WAIVED,
    /** A charge that was split into parts, or put together again with others. */
    SPLIT,
    /** A charge that a payer owes instead of the student. */
    COVERED,
    /** A charge of a payer that the student owes again. */
    TAKEN_BACK,
    /** A payment that was voided. */
    VOIDED,
    /** A payment that was voided because the bank returned it. */
    RETURNED
}
