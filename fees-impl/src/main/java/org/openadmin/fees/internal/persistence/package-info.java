/** Transactions and their retries, native SQL, and the gap-free counters. */
package org.openadmin.fees.internal.persistence;
