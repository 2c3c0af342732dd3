/** The rows of each document, built from the records of the API. */
package org.openadmin.fees.reports.internal.documents;
