/**
 * Who has paid what: each fee by homeroom, grade and student.
 *
 * <p>Every method takes the acting user and checks the role named in its Javadoc.
 */
@Export
@Version("0.1.0")
package org.openadmin.fees.api.collection;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
