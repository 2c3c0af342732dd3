package org.openadmin.fees.api.accounts;

import java.util.List;
import org.openadmin.fees.api.StudentSnapshot;

/**
 * The historical bill of transactions: everything recorded on one account.
 *
 * @param student the student's current data, or those in the journal if the student is no longer in the host's records
 * @param account the current balance
 * @param lines all transactions, oldest first, each with the balance after it; rows without a date come first
 */
public record AccountHistory(StudentSnapshot student, AccountBalance account, List<AccountStatement.Line> lines) {

    public AccountHistory {
        lines = List.copyOf(lines);
    }
}
