/** Writes the lists as CSV files and as Excel workbooks. */
package org.openadmin.fees.reports.internal.lists;
