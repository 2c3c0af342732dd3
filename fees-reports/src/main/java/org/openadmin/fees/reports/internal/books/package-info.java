/** The files for accounting systems. */
package org.openadmin.fees.reports.internal.books;
