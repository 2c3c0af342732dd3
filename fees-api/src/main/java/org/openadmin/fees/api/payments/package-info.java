/**
 * The counter: taking money, and the receipts that were given.
 *
 * <p>No method is open: each takes the acting user, alone or in its request, and checks the role that its comment names.
 */
@Export
@Version("0.1.0")
package org.openadmin.fees.api.payments;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
