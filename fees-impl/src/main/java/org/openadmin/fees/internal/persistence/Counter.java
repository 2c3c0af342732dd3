package org.openadmin.fees.internal.persistence;

import javax.persistence.EntityManager;

/**
 * A series of numbers without gap. Taking a number locks the series until the transaction ends, so a number is taken last, or
 * first by those who are to wait for each other.
 */
public enum Counter {
    RECEIPT("receipt"),
    BATCH("batch"),
    /** Taken by each run of invoices by e-mail: they go one after the other. */
    MAIL("mail");

    private final String row;

    Counter(String row) {
        this.row = row;
    }

    /** Waits for whoever has taken a number and is not done yet, and makes others wait, without taking one. */
    public void lock(EntityManager em) {
        new Sql()
                .add("UPDATE fees_counter SET value = value WHERE name = ?", row)
                .on(em)
                .executeUpdate();
    }

    /** @param first where the series starts; a higher number that was given already goes on */
    public int next(EntityManager em, long first) {
        new Sql()
                .add("UPDATE fees_counter SET value = GREATEST(value + 1, ?) WHERE name = ?", first, row)
                .on(em)
                .executeUpdate();
        Object value = new Sql()
                .add("SELECT value FROM fees_counter WHERE name = ?", row)
                .on(em)
                .getSingleResult();
        return ((Number) value).intValue();
    }
}
