/**
 * Files that are imported: downloads of the bank, whose transfers become payments by the pay code in their message, and the money that
 * nobody has claimed yet.
 */
@Export
@Version("0.1.0")
package org.openadmin.fees.api.imports;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
