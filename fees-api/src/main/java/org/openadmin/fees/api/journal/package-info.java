/** The journal row by row, and the summary of a month. */
@Export
@Version("0.1.0")
package org.openadmin.fees.api.journal;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
