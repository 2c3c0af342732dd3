/** What a student owes: balances, outstanding charges, statements and history. */
@Export
@Version("0.1.0")
package org.openadmin.fees.api.accounts;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
