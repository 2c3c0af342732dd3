/**
 * What parents see of their own children's accounts: their fees, receipts and documents.
 *
 * <p>Every method requires the role {@code fees-parent}, which no other role includes, and looks up whose parent the user is in the host's
 * view {@code fees_guardian}: it returns or draws nothing about any other student. The services exist only while the host has that view.
 */
@Export
@Version("0.1.0")
package org.openadmin.fees.api.parents;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
