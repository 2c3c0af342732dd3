package org.openadmin.fees.api.accounts;

import org.openadmin.fees.api.StudentSnapshot;

/**
 * The historical bill of transactions: everything recorded on one account. {@link Statements#lines} reads the transactions.
 *
 * @param student the student's current data, or those in the journal if the student is no longer in the host's records
 * @param account the current balance
 * @param transactions the number of all transactions
 * @param outstanding the number of unsettled charges
 */
public record AccountHistory(StudentSnapshot student, AccountBalance account, int transactions, int outstanding) {}
