/**
 * The whole office's figures: what is outstanding and since when, and twelve months.
 *
 * <p>No method is open: each takes the acting user, alone or in its request, and checks the role that its comment names.
 */
@Export
@Version("0.1.0")
package org.openadmin.fees.api.overview;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
