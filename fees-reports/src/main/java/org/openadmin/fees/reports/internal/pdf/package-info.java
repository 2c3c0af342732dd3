/** Creates a PDF/A from rows: templates, layout, fonts and the file. */
package org.openadmin.fees.reports.internal.pdf;
