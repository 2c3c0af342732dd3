/** Payments and receipts: rules, rows and services. */
package org.openadmin.fees.internal.payments;
