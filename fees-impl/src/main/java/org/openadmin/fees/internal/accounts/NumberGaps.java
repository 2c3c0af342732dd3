package org.openadmin.fees.internal.accounts;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.openadmin.fees.api.AccountNumber;

/**
 * The ranges of positive numbers between those of certain students. A school numbers its students one after the other, so that
 * the gaps are few; where they are not, there is one range with all numbers, which takes less time to read.
 */
record NumberGaps(List<Range> ranges) {

    private static final int MAX_RANGES = 1_000;

    /** Numbers from the first to the last, both included. */
    record Range(int first, int last) {}

    /** @param numbers each once, in ascending order */
    static NumberGaps between(Collection<? extends AccountNumber> numbers) {
        List<Range> gaps = new ArrayList<>();
        int next = 1;
        for (AccountNumber number : numbers) {
            if (number.journalNumber() > next) {
                gaps.add(new Range(next, number.journalNumber() - 1));
            }
            next = number.journalNumber() + 1;
        }
        if (next > 0) {
            gaps.add(new Range(next, Integer.MAX_VALUE));
        }
        return new NumberGaps(gaps.size() > MAX_RANGES ? List.of(new Range(1, Integer.MAX_VALUE)) : List.copyOf(gaps));
    }
}
