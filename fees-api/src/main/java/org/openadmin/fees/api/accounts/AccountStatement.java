package org.openadmin.fees.api.accounts;

import java.time.LocalDate;
import java.util.List;
import org.openadmin.fees.api.Money;
import org.openadmin.fees.api.StudentSnapshot;
import org.openadmin.fees.api.journal.JournalEntry;

/**
 * What happened on one account in a period.
 *
 * @param student the student of today, or as the journal remembers her when the host does not know her any more
 * @param opening the balance before the first date: positive when the student owed
 * @param lines what happened, by date and number
 * @param closing the balance after the last line
 */
public record AccountStatement(
        StudentSnapshot student, LocalDate from, LocalDate to, Money opening, List<Line> lines, Money closing) {

    /** @param balance the balance after this entry */
    public record Line(JournalEntry entry, Money balance) {}

    public AccountStatement {
        lines = List.copyOf(lines);
    }
}
