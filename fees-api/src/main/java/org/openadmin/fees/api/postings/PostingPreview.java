package org.openadmin.fees.api.postings;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.openadmin.fees.api.Money;

/**
 * What would be posted up to a day.
 *
 * @param rows the number of journal rows
 * @param late how many of them are dated up to the last day of an earlier posting: they were recorded after it
 * @param undated the number of rows of old data without a date that exists; they cannot be posted
 * @param lines as in a posting, but without an account where the configuration has none
 * @param missing the accounts that the configuration lacks; nothing can be posted before they are there
 */
public record PostingPreview(
        LocalDate until,
        int rows,
        int late,
        int undated,
        List<PostingLine> lines,
        List<MissingAccount> missing,
        Money zero) {

    public PostingPreview {
        Objects.requireNonNull(until, "until");
        lines = List.copyOf(lines);
        missing = List.copyOf(missing);
    }

    /** The sum of the debits, which equals that of the credits. */
    public Money debits() {
        return lines.stream().map(PostingLine::amount).filter(Money::isPositive).reduce(zero, Money::plus);
    }

    /** The lines, day by day. */
    public List<PostingEntry> entries() {
        return PostingEntry.of(lines);
    }
}
