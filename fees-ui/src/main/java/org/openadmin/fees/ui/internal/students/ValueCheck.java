package org.openadmin.fees.ui.internal.students;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.openadmin.fees.ui.internal.i18n.TextFolding;

/**
 * Finds the values that the school does not have while one still types. Case and accents make no difference, as in the
 * database; the last value may be unfinished, and is let through as long as it can become one that the school has.
 */
final class ValueCheck {

    private final Set<String> known;

    /** @param known the values that the school has */
    ValueCheck(Collection<String> known) {
        this.known = known.stream().map(TextFolding::plain).collect(Collectors.toSet());
    }

    /**
     * Those that the school does not have.
     *
     * @param values what was typed, value by value
     * @param goesOn whether the last one may go on
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
