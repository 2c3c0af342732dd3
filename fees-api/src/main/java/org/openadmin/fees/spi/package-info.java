/** What the module's own bundles share: the configuration in force and the recorder of invoice runs. Not for other modules. */
@Export
@Version("0.1.0")
package org.openadmin.fees.spi;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
