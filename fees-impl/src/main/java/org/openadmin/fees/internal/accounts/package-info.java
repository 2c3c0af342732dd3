/** Balances, statements and history of accounts. */
package org.openadmin.fees.internal.accounts;
