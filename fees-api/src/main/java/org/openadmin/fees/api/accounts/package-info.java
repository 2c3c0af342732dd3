/**
 * Students' accounts: balances, outstanding charges, statements and history.
 *
 * <p>{@link org.openadmin.fees.api.accounts.FeeAccounts} and {@link org.openadmin.fees.api.accounts.FamilyAccounts} are
 * open to every module in the portal: they check no role, so the caller must. All other methods check the role named in
 * their Javadoc.
 */
@Export
@Version("0.1.0")
package org.openadmin.fees.api.accounts;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
