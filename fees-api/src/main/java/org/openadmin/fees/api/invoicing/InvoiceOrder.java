package org.openadmin.fees.api.invoicing;

/** In which order a run prints its invoices: how the office hands or mails them out. */
public enum InvoiceOrder {
    /** By last name, first name and number. */
    NAME,
    /** By homeroom, and within it by name; students without a homeroom come last. */
    HOMEROOM,
    /** By grade, lowest first, then by homeroom and name; students without a grade come last. */
    GRADE
}
