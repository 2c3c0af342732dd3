package org.openadmin.fees.api.collection;

import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Charges as they were known on a past day: without the rows that were recorded after it for that day or an earlier one.
 *
 * @param changed the number of charges that look different because of those rows: they were recorded, settled or opened by them
 * @param collected the figures without those rows
 */
public record CollectedThen(int changed, Collected collected) {

    /** @throws IllegalArgumentException if the number is below zero */
    public CollectedThen {
        Objects.requireNonNull(collected, "collected");
        if (changed < 0) {
            throw new IllegalArgumentException("Not a number of charges: " + changed);
        }
    }

    /** Returns these charges and others together. */
    public CollectedThen plus(CollectedThen other) {
        return new CollectedThen(changed + other.changed, collected.plus(other.collected));
    }

    /** The sum of all; empty if none of them is as of a past day. */
    static Optional<CollectedThen> sum(Stream<Optional<CollectedThen>> some) {
        return some.flatMap(Optional::stream).reduce(CollectedThen::plus);
    }
}
