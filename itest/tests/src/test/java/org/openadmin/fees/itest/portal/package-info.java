/** The portal as a school runs it: Karaf in a process of its own, a real database, a real browser. */
package org.openadmin.fees.itest.portal;
