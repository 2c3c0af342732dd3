/**
 * The host's students, read and never written, and the groups that a fee applies to.
 *
 * <p>{@link org.openadmin.fees.api.students.Students} is open to every module in the portal: it checks no role, so the caller
 * must.
 */
@Export
@Version("0.1.0")
package org.openadmin.fees.api.students;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
