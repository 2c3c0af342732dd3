/** A MariaDB server for the demo, the tests and the measurements, and the rights that the module needs on it. */
package org.openadmin.fees.itest.database;
