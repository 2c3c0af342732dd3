/**
 * Posting to the books: the journal handed to the accounting system in double entry, each row exactly once.
 *
 * <p>Every method takes the acting user, alone or in its request, and checks the role named in its Javadoc.
 */
@Export
@Version("0.1.0")
package org.openadmin.fees.api.postings;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
