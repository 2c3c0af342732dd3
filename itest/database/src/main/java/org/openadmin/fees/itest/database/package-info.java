/** A MariaDB server for the demo, the tests and the benchmarks, and the database rights of the module. */
package org.openadmin.fees.itest.database;
