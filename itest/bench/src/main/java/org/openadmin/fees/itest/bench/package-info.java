/** Benchmarks. Each result is a ratio to raw JDBC or raw OpenPDF in the same run. */
package org.openadmin.fees.itest.bench;
