/** Runs of invoices, printed or e-mailed, and their logs. */
@Export
@Version("0.1.0")
package org.openadmin.fees.api.invoicing;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
