/** Corrections of the journal: reversals, waivers, voids and refunds. */
@Export
@Version("0.1.0")
package org.openadmin.fees.api.corrections;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
