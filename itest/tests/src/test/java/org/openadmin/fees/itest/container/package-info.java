/** Tests that run inside Karaf, all in one container: the classes named {@code *IT} that are listed in the suite. */
package org.openadmin.fees.itest.container;
