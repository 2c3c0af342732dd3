package org.openadmin.fees.api.students;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.openadmin.fees.api.InvalidInputException;
import org.openadmin.fees.api.InvalidInputException.Field;
import org.openadmin.fees.api.InvalidInputException.Problem;
import org.openadmin.fees.api.TextRules;

/**
 * The students that a fee applies to: the members of a group, or of a profile, which is a group with a name in the
 * configuration.
 */
public sealed interface Audience {

    /**
     * The members of a group.
     *
     * @param kind what the members have in common
     * @param values the grades, homerooms, subject-sections or student numbers: at least one, each once in its first
     *     spelling (see {@link ValueList}), in the order given
     */
    record Group(GroupKind kind, List<String> values) implements Audience {

        /** @throws InvalidInputException if there is no value */
        public Group {
            Map<String, String> distinct = new LinkedHashMap<>();
            values.stream()
                    .map(String::strip)
                    .filter(value -> !value.isEmpty())
                    .forEach(value -> distinct.putIfAbsent(ValueList.key(value), value));
            values = List.copyOf(distinct.values());
            if (values.isEmpty()) {
                throw new InvalidInputException(Field.VALUES, Problem.MISSING, "");
            }
        }

        /**
         * Parses a list of values as {@link ValueList} describes it. The word for the kind may come first: {@code grade
         * 9 10}.
         *
         * @throws InvalidInputException if there is no value
         */
        public static Group parse(GroupKind kind, String text) {
            return new Group(
                    kind,
                    GroupWords.without(kind, ValueList.words(text)).stream()
                            .map(ValueList.Word::text)
                            .toList());
        }

        /** The values as a list that {@link #parse} reads as the same group. */
        public String text() {
            String first = values.get(0);
            boolean quoted = GroupWords.isOne(kind, first) && values.size() > 1;
            return quoted
                    ? ValueList.quoted(first) + " " + ValueList.join(values.subList(1, values.size()))
                    : ValueList.join(values);
        }
    }

    /**
     * The members of a configured profile.
     *
     * @param name the name of the profile in the configuration
     */
    record Profile(String name) implements Audience {

        /** @throws InvalidInputException if the name is empty or longer than 32 characters */
        public Profile {
            name = TextRules.required(Field.PROFILE, name, 32);
        }
    }
}
