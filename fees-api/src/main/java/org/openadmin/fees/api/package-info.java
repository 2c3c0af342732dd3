/**
 * The values that every room shares: money, actors and roles, request keys, student numbers, and the errors that any call can
 * throw. Nothing in this module is ever null.
 */
@Export
@Version("0.1.0")
package org.openadmin.fees.api;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
