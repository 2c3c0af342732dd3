/** The Karaf commands for administrators and scripts. All of them use the services of the module. */
package org.openadmin.fees.internal.shell;
