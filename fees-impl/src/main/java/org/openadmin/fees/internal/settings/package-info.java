/**
 * Reads and checks the configuration file {@code etc/org.openadmin.fees.cfg}, and provides the last valid
 * configuration.
 */
package org.openadmin.fees.internal.settings;
