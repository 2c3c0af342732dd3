/** Runs the product as a school would: a database, a stand-in portal in Karaf, and the module deployed to it. */
package org.openadmin.fees.itest.demo;
