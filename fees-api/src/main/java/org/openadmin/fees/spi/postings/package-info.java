/** The rule of double entry, for those who post and for those who check it. */
@Export(attribute = {"fees=internal", "mandatory:=fees"})
@Version("0.1.0")
package org.openadmin.fees.spi.postings;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
