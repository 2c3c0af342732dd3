package org.openadmin.fees.api.postings;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.openadmin.fees.api.Money;

/**
 * The lines of one day. Its debits equal its credits.
 *
 * @param number the entries of a posting are numbered from 1
 * @param lines at least two
 */
public record PostingEntry(int number, LocalDate date, List<PostingLine> lines) {

    public PostingEntry {
        lines = List.copyOf(lines);
    }

    /**
     * Returns the entries of these lines, in the order of their days.
     *
     * @throws IllegalArgumentException if the debits of a day do not equal its credits
     */
    public static List<PostingEntry> of(List<PostingLine> lines) {
        Map<LocalDate, List<PostingLine>> days = new LinkedHashMap<>();
        lines.forEach(line ->
                days.computeIfAbsent(line.date(), none -> new ArrayList<>()).add(line));
        List<PostingEntry> entries = new ArrayList<>();
        days.forEach((day, some) -> {
            if (!sum(some).isZero()) {
                throw new IllegalArgumentException("Debits and credits of " + day + " differ by " + sum(some));
            }
            entries.add(new PostingEntry(entries.size() + 1, day, some));
        });
        return List.copyOf(entries);
    }

    private static Money sum(List<PostingLine> lines) {
        return lines.stream().map(PostingLine::amount).reduce(Money::plus).orElseThrow();
    }
}
