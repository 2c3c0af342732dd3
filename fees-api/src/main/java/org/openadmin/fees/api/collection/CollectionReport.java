package org.openadmin.fees.api.collection;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.openadmin.fees.api.Money;

/**
 * What was charged and collected, line by line. The lines add up to the total.
 *
 * @param fee the name of the fee whose homerooms or grades the lines are, as it was charged last; absent if the lines are fees
 * @param lines the fees, or the homerooms or grades of one fee, in their natural order; the one without a name is last
 */
public record CollectionReport(Optional<String> fee, List<CollectionLine> lines, Collected total) {

    /** @throws IllegalArgumentException if the lines do not add up to the total */
    public CollectionReport {
        Objects.requireNonNull(fee, "fee");
        lines = List.copyOf(lines);
        Objects.requireNonNull(total, "total");
        Collected all = sum(lines, total.charged().sum());
        if (!all.charged().equals(total.charged())) {
            throw new IllegalArgumentException("Not the sum of the lines: " + total);
        }
    }

    /** Returns the report of these lines. */
    public static CollectionReport of(Optional<String> fee, List<CollectionLine> lines, Money zero) {
        return new CollectionReport(fee, lines, sum(lines, zero));
    }

    /** The same charges as they were known on a past day; empty for the figures of now, and without lines. */
    public Optional<CollectedThen> known() {
        return CollectedThen.sum(lines.stream().map(CollectionLine::known));
    }

    private static Collected sum(List<CollectionLine> lines, Money amount) {
        return lines.stream()
                .map(CollectionLine::collected)
                .reduce(Collected.nothing(Money.zero(amount.currency())), Collected::plus);
    }
}
