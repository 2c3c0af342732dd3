/** The journal's rows, and the queries and locks on accounts that several rooms need. */
package org.openadmin.fees.internal.ledger;
