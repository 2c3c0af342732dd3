package org.openadmin.fees.api.accounts;

import java.util.List;
import org.openadmin.fees.api.StudentSnapshot;

/**
 * The historical bill of transactions: everything that ever happened on one account.
 *
 * @param student the student of today, or as the journal remembers her when the host does not know her any more
 * @param account what the student owes now
 * @param lines everything, oldest first, with the balance after each; rows without a date come first
 */
public record AccountHistory(StudentSnapshot student, AccountBalance account, List<AccountStatement.Line> lines) {

    public AccountHistory {
        lines = List.copyOf(lines);
    }
}
