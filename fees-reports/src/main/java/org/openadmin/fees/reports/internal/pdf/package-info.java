/** From rows to a PDF/A: templates, layout, fonts and the file. */
package org.openadmin.fees.reports.internal.pdf;
