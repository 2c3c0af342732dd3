/**
 * The journal row by row, and the summary of a month.
 *
 * <p>No method is open: each takes the acting user, alone or in its request, and checks the role that its comment names.
 */
@Export
@Version("0.1.0")
package org.openadmin.fees.api.journal;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
