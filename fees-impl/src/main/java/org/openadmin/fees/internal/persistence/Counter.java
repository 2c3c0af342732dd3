package org.openadmin.fees.internal.persistence;

import java.util.List;
import javax.persistence.EntityManager;

/**
 * A series of numbers without gaps. Taking a number locks the series until the transaction ends, so it is taken last; or first,
 * by transactions that must run one at a time.
 */
public enum Counter {
    RECEIPT("receipt"),
    BATCH("batch"),
    /** Locked by each count of a drawer too, so that none is made while a deposit is. */
    DEPOSIT("deposit"),
    /** Taken by each run of invoices by e-mail: they run one at a time. */
    MAIL("mail"),
    /** Counts the corrections, so that no month is closed while one is under way. */
    CORRECTION("correction"),
    /** The closings and reopenings of months. */
    CLOSING("closing"),
    /** The postings to the books. */
    POSTING("posting"),
    /** The numbers of payers; locked by each change of one too. */
    PAYER("payer"),
    /** Locked by each import, and by each change of one. */
    IMPORT("import");

    private final String row;

    Counter(String row) {
        this.row = row;
    }

    /** Locks the series without taking a number. */
    public void lock(EntityManager em) {
        lock(em, List.of(row));
    }

    /** Locks the series of all commands that add rows to the journal. */
    public static void lockJournal(EntityManager em) {
        lock(em, List.of(BATCH.row, CORRECTION.row, RECEIPT.row));
    }

    /** Changes a column, because a cluster certifies only what was changed: otherwise the lock would be one of its own node. */
    private static void lock(EntityManager em, List<String> rows) {
        Sql.of("UPDATE fees_counter SET closings = closings + 1 WHERE name IN (:rows)")
                .with("rows", rows)
                .update(em);
    }

    /** @param first the start of the series; ignored once a higher number has been given */
    public int next(EntityManager em, long first) {
        return next(em, first, 1);
    }

    /**
     * Takes consecutive numbers, and returns the first of them.
     *
     * @param first the start of the series; ignored once a higher number has been given
     * @param more how many numbers to take
     */
    public int next(EntityManager em, long first, int more) {
        int last = Sql.of("""
                INSERT INTO fees_counter (name, value) VALUES (:row, :last)
                ON DUPLICATE KEY UPDATE value = GREATEST(value + :more, :last)
                RETURNING value
                """)
                .with("row", row)
                .with("last", first + more - 1)
                .with("more", more)
                .count(em);
        return last - more + 1;
    }
}
