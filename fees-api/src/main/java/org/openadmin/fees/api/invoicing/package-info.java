/**
 * Runs of invoices, printed or e-mailed, and their logs.
 *
 * <p>No method is open: each takes the acting user, alone or in its request, and checks the role that its comment names.
 */
@Export
@Version("0.1.0")
package org.openadmin.fees.api.invoicing;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
