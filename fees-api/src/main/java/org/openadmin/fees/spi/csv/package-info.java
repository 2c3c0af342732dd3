/** The contents of CSV cells, shared by all code that writes CSV files. */
@Export(attribute = {"fees=internal", "mandatory:=fees"})
@Version("0.1.0")
package org.openadmin.fees.spi.csv;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
