/** Runs the product as a school would: a database, the stand-in portal in Karaf, and the module dropped into it. */
package org.openadmin.fees.itest.demo;
