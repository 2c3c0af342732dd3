/** What a cell of a CSV file contains, wherever the file is written. */
@Export(attribute = {"fees=internal", "mandatory:=fees"})
@Version("0.1.0")
package org.openadmin.fees.spi.csv;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
