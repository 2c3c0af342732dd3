/** Writes the lists as CSV files. */
package org.openadmin.fees.reports.internal.csv;
