package org.openadmin.fees.api.accounts;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.openadmin.fees.api.Actor;
import org.openadmin.fees.api.Money;
import org.openadmin.fees.api.journal.JournalEntry;

/**
 * Some successive transactions of one account.
 *
 * @param opening the balance before the first line; positive if the student owed money
 * @param lines the transactions by date and number; rows without a date come first
 * @param related the rows of the account that the lines refer to and that are not among them: the row that a correction
 *     corrects, the row that settled a charge or voided a payment, and the charges that a payment settles
 */
public record AccountLines(Money opening, List<Line> lines, List<JournalEntry> related) {

    private static final Comparator<JournalEntry> OLDEST_FIRST = Comparator.comparing(
                    (JournalEntry entry) -> entry.date().orElse(null), Comparator.nullsFirst(Comparator.naturalOrder()))
            .thenComparing(JournalEntry::id);

    /** @param balance the balance after this entry; positive if the student owes money */
    public record Line(JournalEntry entry, Money balance) {}

    public AccountLines {
        lines = List.copyOf(lines);
        related = List.copyOf(related);
    }

    /** The balance after the last line, or the one before if there are no lines. */
    public Money closing() {
        return lines.isEmpty() ? opening : lines.get(lines.size() - 1).balance();
    }

    /** Returns the transactions as this reader may see them, see {@link JournalEntry#shownTo}. */
    public AccountLines shownTo(Actor reader) {
        return new AccountLines(
                opening,
                lines.stream()
                        .map(line -> new Line(line.entry().shownTo(reader), line.balance()))
                        .toList(),
                related.stream().map(entry -> entry.shownTo(reader)).toList());
    }

    /** The entries of the lines and the related ones, oldest first: all that is needed to describe the lines. */
    public List<JournalEntry> entries() {
        return Stream.concat(lines.stream().map(Line::entry), related.stream())
                .sorted(OLDEST_FIRST)
                .toList();
    }
}
