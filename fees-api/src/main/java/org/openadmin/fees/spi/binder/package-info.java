/** The rules of the auditor's binder that need no database. For the bundles of this module only. */
@Export(attribute = {"fees=internal", "mandatory:=fees"})
@Version("0.1.0")
package org.openadmin.fees.spi.binder;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
