package org.openadmin.fees.api.collection;

import java.util.Objects;
import java.util.Optional;

/**
 * A line of a {@link CollectionReport}.
 *
 * @param name the name of the fee as it was charged last, or of the homeroom or grade; empty if there is none
 * @param known the same charges as they were known on a past day; empty for the figures of now
 */
public record CollectionLine(String name, Collected collected, Optional<CollectedThen> known) {

    public CollectionLine {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(collected, "collected");
        Objects.requireNonNull(known, "known");
    }

    /** A line of now. */
    public CollectionLine(String name, Collected collected) {
        this(name, collected, Optional.empty());
    }
}
