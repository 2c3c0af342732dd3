/**
 * Texts that screens, console and documents share, in English and French: the sentence for each refusal, and the words for kinds
 * and states of rows.
 */
@Export(attribute = {"fees=internal", "mandatory:=fees"})
@Version("0.1.0")
package org.openadmin.fees.spi.messages;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
