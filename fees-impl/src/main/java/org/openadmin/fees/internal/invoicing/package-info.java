/** Runs of invoices, on paper and by e-mail: the students, what each owes, the messages and the log. */
package org.openadmin.fees.internal.invoicing;
