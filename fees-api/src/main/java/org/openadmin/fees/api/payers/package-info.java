/**
 * Payers: bands, agencies, bursary funds, the other parent. They have accounts of their own, and owe or give money for students.
 *
 * <p>Every method takes the acting user, alone or in its request, and checks the role named in its Javadoc.
 */
@Export
@Version("0.1.0")
package org.openadmin.fees.api.payers;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
