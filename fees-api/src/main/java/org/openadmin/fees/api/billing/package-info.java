/** Predefined fees and their prices, and charging one fee to many students. */
@Export
@Version("0.1.0")
package org.openadmin.fees.api.billing;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
