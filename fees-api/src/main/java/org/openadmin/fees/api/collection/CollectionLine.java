package org.openadmin.fees.api.collection;

import java.util.Objects;

/**
 * A line of a {@link CollectionReport}.
 *
 * @param name the name of the fee as it was charged last, or of the homeroom or grade; empty if there is none
 */
public record CollectionLine(String name, Collected collected) {

    public CollectionLine {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(collected, "collected");
    }
}
