/** The documents as PDF: adapters from the api's records to rows, and the templates that print them. */
package org.openadmin.fees.reports.internal;
