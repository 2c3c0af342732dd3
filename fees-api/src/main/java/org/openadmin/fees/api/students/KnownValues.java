package org.openadmin.fees.api.students;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The values that a school has for a kind of group, and which of them a list refers to. A value with a space in it needs
 * no quotation marks as long as one of its words is no value by itself: {@code 9A Room 12} are two homerooms. A value
 * that contains the word for its kind is found without it: {@code 9} is the grade {@code Grade 9}, unless there is a
 * grade {@code 9}.
 */
public final class KnownValues {

    private final GroupKind kind;
    /** The spellings of each value, by its {@link ValueList#key}. */
    private final Map<String, List<String>> spellings = new LinkedHashMap<>();

    private final int mostWords;

    public KnownValues(GroupKind kind, Collection<String> values) {
        this.kind = kind;
        values.forEach(value -> spellings
                .computeIfAbsent(ValueList.key(value), none -> new ArrayList<>())
                .add(value));
        mostWords = spellings.keySet().stream()
                .mapToInt(key -> key.split(" ").length)
                .max()
                .orElse(1);
    }

    /** Returns the values of a list, with the words of one value together, and each value once. Unknown ones stay as they are. */
    public List<String> read(List<String> words) {
        Map<String, String> values = new TreeMap<>();
        List<String> read = new ArrayList<>();
        int from = 0;
        while (from < words.size()) {
            int to = Math.min(words.size(), from + mostWords);
            while (to > from + 1 && !isOneValue(words.subList(from, to))) {
                to--;
            }
            String value = value(words.subList(from, to));
            if (values.putIfAbsent(ValueList.key(value), value) == null) {
                read.add(value);
            }
            from = to;
        }
        return List.copyOf(read);
    }

    /** Whether the school has this value. */
    public boolean has(String value) {
        return spellings.containsKey(ValueList.key(value));
    }

    /** Whether the school has a value that starts like this. */
    public boolean hasOneStartingWith(String beginning) {
        String begun = ValueList.key(beginning);
        return spellings.keySet().stream().anyMatch(value -> value.startsWith(begun));
    }

    /** Returns the values that the school does not have. */
    public List<String> unknown(List<String> values) {
        return values.stream().filter(value -> !has(value)).toList();
    }

    /** Returns all spellings of these values in the host's records. */
    public List<String> spellings(List<String> values) {
        return values.stream()
                .flatMap(value -> spellings.getOrDefault(ValueList.key(value), List.of()).stream())
                .toList();
    }

    private boolean isOneValue(List<String> words) {
        return has(String.join(" ", words)) && words.stream().anyMatch(word -> !has(word));
    }

    private String value(List<String> words) {
        String value = String.join(" ", words);
        return has(value) ? value : named(value).orElse(value);
    }

    private Optional<String> named(String value) {
        return GroupWords.of(kind).stream()
                .map(word -> spellings.get(word + " " + ValueList.key(value)))
                .filter(found -> found != null)
                .map(found -> found.get(0))
                .findFirst();
    }
}
