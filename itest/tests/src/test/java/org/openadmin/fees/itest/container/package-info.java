/** Tests that run inside Karaf, all in one container: classes named {@code *IT}, listed in the one suite. */
package org.openadmin.fees.itest.container;
