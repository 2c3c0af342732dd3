/**
 * Corrections of the journal: reversals, waivers, splits, voids, returned payments and refunds.
 *
 * <p>Every method takes the acting user, alone or in its request, and checks the role named in its Javadoc.
 */
@Export
@Version("0.1.0")
package org.openadmin.fees.api.corrections;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
