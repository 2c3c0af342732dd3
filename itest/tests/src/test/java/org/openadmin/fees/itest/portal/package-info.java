/** The portal as a school runs it: a separate Karaf process, a real database and a real browser. */
package org.openadmin.fees.itest.portal;
