/** The rows of the journal, and the queries and locks on accounts that several packages use. */
package org.openadmin.fees.internal.ledger;
