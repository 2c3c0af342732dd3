package org.openadmin.fees.ui.internal.students;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The values of a group as the office types them, separated by spaces. A value that contains a space, such as Room 12, stays
 * whole.
 */
final class GroupValues {

    private final Set<String> withSpace;

    /** @param known the values that the school has */
    GroupValues(Collection<String> known) {
        withSpace = known.stream()
                .map(value -> plain(value.strip().split("\\s+")))
                .filter(value -> value.contains(" "))
                .collect(Collectors.toSet());
    }

    /** Splits the text into values: the longest match with a known value wins, and any other word is a value. */
    List<String> read(String typed) {
        String[] words = typed.strip().split("\\s+");
        List<String> values = new ArrayList<>();
        int from = 0;
        while (from < words.length && !words[from].isEmpty()) {
            int to = words.length;
            while (to > from + 1 && !withSpace.contains(plain(words, from, to))) {
                to--;
            }
            values.add(join(words, from, to));
            from = to;
        }
        return List.copyOf(values);
    }

    private static String plain(String... words) {
        return plain(words, 0, words.length);
    }

    private static String plain(String[] words, int from, int to) {
        return join(words, from, to).toLowerCase(Locale.ROOT);
    }

    private static String join(String[] words, int from, int to) {
        return String.join(" ", List.of(words).subList(from, to));
    }
}
