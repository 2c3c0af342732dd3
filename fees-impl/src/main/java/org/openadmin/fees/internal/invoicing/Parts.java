package org.openadmin.fees.internal.invoicing;

import java.util.ArrayList;
import java.util.List;

/** Splits long lists into parts, because a query, a statement or a page layout can only process a limited number at a time. */
final class Parts {

    private Parts() {}

    /** The list in parts of this size; the last one may be smaller. An empty list has no parts. */
    static <T> List<List<T>> of(List<T> all, int size) {
        List<List<T>> parts = new ArrayList<>();
        for (int from = 0; from < all.size(); from += size) {
            parts.add(all.subList(from, Math.min(from + size, all.size())));
        }
        return parts;
    }
}
