package org.openadmin.fees.api.invoicing;

/** The order in which a run prints its invoices. */
public enum InvoiceOrder {
    /** By last name, first name and number. */
    NAME,
    /** By homeroom, then by name; students without a homeroom come last. */
    HOMEROOM,
    /** By grade, lowest first, then by homeroom and name; students without a grade come last. */
    GRADE
}
