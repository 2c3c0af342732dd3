package org.openadmin.fees.ui.internal.students;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.openadmin.fees.spi.search.TextFolding;

/**
 * Finds values that the school does not have while the user is still typing. Case and accents make no difference, as in the
 * database. The last value may be incomplete; it is accepted as long as a value of the school starts with it.
 */
final class ValueCheck {

    private final Set<String> known;

    /** @param known the values that the school has */
    ValueCheck(Collection<String> known) {
        this.known = known.stream().map(TextFolding::plain).collect(Collectors.toSet());
    }

    /**
     * The values that the school does not have.
     *
     * @param values the values typed
     * @param goesOn whether the last one may be incomplete
     */
    List<String> unknown(List<String> values, boolean goesOn) {
        int last = values.size() - 1;
        return IntStream.rangeClosed(0, last)
                .filter(at -> !known.contains(TextFolding.plain(values.get(at))))
                .filter(at -> !(goesOn && at == last && canBecomeKnown(values.get(at))))
                .mapToObj(values::get)
                .toList();
    }

    private boolean canBecomeKnown(String beginning) {
        String begun = TextFolding.plain(beginning);
        return known.stream().anyMatch(value -> value.startsWith(begun));
    }
}
