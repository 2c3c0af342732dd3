/** Files that are imported: how they are read, how transactions are recognized, and what becomes of them. */
@Export(attribute = {"fees=internal", "mandatory:=fees"})
@Version("0.1.0")
package org.openadmin.fees.spi.imports;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
