/**
 * What happened in a period, for an auditor: from the opening balance to the closing one, with receipts, deposits and corrections.
 *
 * <p>Every method takes the acting user and checks the role named in its Javadoc.
 */
@Export
@Version("0.1.0")
package org.openadmin.fees.api.binder;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
