/** Payments of a class: the money of many students in one envelope. */
@Export
@Version("0.1.0")
package org.openadmin.fees.api.classpayments;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
