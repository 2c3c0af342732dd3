/** The counter: taking money, and the receipts that were given. */
@Export
@Version("0.1.0")
package org.openadmin.fees.api.payments;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
