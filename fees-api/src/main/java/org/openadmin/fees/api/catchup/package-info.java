/** Who has joined or left a group since a fee was charged to it. */
@Export
@Version("0.1.0")
package org.openadmin.fees.api.catchup;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
