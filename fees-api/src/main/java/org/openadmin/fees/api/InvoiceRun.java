package org.openadmin.fees.api;

import java.util.List;

/**
 * The log of a run of invoices.
 *
 * @param invoices how many students got one
 * @param pages how many pages they take
 * @param charged the sum of all lines
 * @param credit the credit on account that was taken off, zero or more
 * @param nothingDue the students of the chosen audience who got none because nothing is outstanding at that date, or credit
 *     covers it, by name; empty for a run for everybody, where it would name most of the school
 */
public record InvoiceRun(int invoices, int pages, Money charged, Money credit, List<StudentOfRecord> nothingDue) {

    public InvoiceRun {
        nothingDue = List.copyOf(nothingDue);
    }

    /** What all invoices together ask for. */
    public Money due() {
        return charged.minus(credit);
    }
}
