/** The host's students, read and never written, and the groups that a fee applies to. */
@Export
@Version("0.1.0")
package org.openadmin.fees.api.students;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
