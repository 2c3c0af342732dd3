/** The page that prints and e-mails invoices, and the logs of the runs. */
package org.openadmin.fees.ui.internal.invoices;
