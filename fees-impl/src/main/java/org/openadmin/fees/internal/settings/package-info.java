/** The configuration file {@code etc/org.openadmin.fees.cfg}: read, checked, and in force as long as it is good. */
package org.openadmin.fees.internal.settings;
