/** The sentence for each refusal, in English and French, for the screens and the console alike. */
@Export(attribute = {"fees=internal", "mandatory:=fees"})
@Version("0.1.0")
package org.openadmin.fees.spi.messages;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
