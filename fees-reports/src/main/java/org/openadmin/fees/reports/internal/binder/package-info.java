/** The auditor's binder: a ZIP file with a PDF/A, the same figures as CSV files, and their checksums. */
package org.openadmin.fees.reports.internal.binder;
