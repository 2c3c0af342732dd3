/** The journal's pages and totals, and the summaries of months. */
package org.openadmin.fees.internal.journal;
