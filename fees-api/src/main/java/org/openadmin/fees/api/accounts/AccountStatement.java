package org.openadmin.fees.api.accounts;

import java.time.LocalDate;
import java.util.List;
import org.openadmin.fees.api.Money;
import org.openadmin.fees.api.StudentSnapshot;
import org.openadmin.fees.api.journal.JournalEntry;

/**
 * The transactions of one account in a period.
 *
 * @param student the student's current data, or those in the journal if the student is no longer in the host's records
 * @param opening the balance before the first date; positive if the student owed money
 * @param lines the transactions, by date and number
 * @param closing the balance after the last line
 */
public record AccountStatement(
        StudentSnapshot student, LocalDate from, LocalDate to, Money opening, List<Line> lines, Money closing) {

    /** @param balance the balance after this entry; positive if the student owes money */
    public record Line(JournalEntry entry, Money balance) {}

    public AccountStatement {
        lines = List.copyOf(lines);
    }
}
