/**
 * The students in the host's records, which this module only reads, and the groups that a fee can apply to.
 *
 * <p>{@link org.openadmin.fees.api.students.Students} is open to every module in the portal: it checks no role, so the
 * caller must.
 */
@Export
@Version("0.1.0")
package org.openadmin.fees.api.students;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
