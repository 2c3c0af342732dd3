/**
 * E-mail: the school's mail server, and receipts and letters by e-mail. Invoices by e-mail are in {@link org.openadmin.fees.api.invoicing}.
 *
 * <p>Every method takes the acting user, alone or in its request, and checks the role named in its Javadoc.
 */
@Export
@Version("0.1.0")
package org.openadmin.fees.api.mail;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
