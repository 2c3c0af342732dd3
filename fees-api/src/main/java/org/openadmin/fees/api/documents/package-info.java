/** The documents as PDF, the lists as CSV, and the templates they are made with. */
@Export
@Version("0.1.0")
package org.openadmin.fees.api.documents;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
