/**
 * The types that all packages of the api share: money, actors and roles, request keys, student numbers, and the general
 * exceptions. No method of this module returns null. Arguments must not be null unless their Javadoc allows it.
 */
@Export
@Version("0.1.0")
package org.openadmin.fees.api;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
