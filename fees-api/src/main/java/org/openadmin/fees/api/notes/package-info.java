/**
 * Notes on accounts: what the office should remember of a family, shown wherever the account is.
 *
 * <p>Every method takes the acting user, alone or in its request, and checks the role named in its Javadoc.
 */
@Export
@Version("0.1.0")
package org.openadmin.fees.api.notes;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
