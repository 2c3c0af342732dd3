package org.openadmin.fees.internal.invoicing;

import java.util.ArrayList;
import java.util.List;

/** Long lists in parts: a query, a statement or a page layout takes only so much at a time. */
final class Parts {

    private Parts() {}

    /** The list in parts of this size, the last one perhaps smaller; none of an empty list. */
    static <T> List<List<T>> of(List<T> all, int size) {
        List<List<T>> parts = new ArrayList<>();
        for (int from = 0; from < all.size(); from += size) {
            parts.add(all.subList(from, Math.min(from + size, all.size())));
        }
        return parts;
    }
}
