/** What the fees module offers to the portal and to other modules: records, services, errors. Nothing here is null. */
@Export
@Version("0.1.0")
package org.openadmin.fees.api;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
