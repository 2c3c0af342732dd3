/** The Karaf commands, for admins and scripts. Everything goes through the module's services. */
package org.openadmin.fees.internal.shell;
