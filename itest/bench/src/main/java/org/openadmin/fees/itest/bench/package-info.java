/** Measurements: each is a ratio of the module against raw JDBC on the same server in the same run. */
package org.openadmin.fees.itest.bench;
