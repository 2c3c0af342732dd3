package org.openadmin.fees.api.students;

import java.util.Arrays;
import java.util.List;
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
     * @param values the grades, homerooms, subject-sections or student numbers: at least one, without duplicates, in
     *     the order given
     */
    record Group(GroupKind kind, List<String> values) implements Audience {

        /** @throws InvalidInputException if there is no value */
        public Group {
            values = values.stream()
                    .map(String::strip)
                    .filter(v -> !v.isEmpty())
                    .distinct()
                    .toList();
            if (values.isEmpty()) {
                throw new InvalidInputException(Field.VALUES, Problem.MISSING, "");
            }
        }

        /**
         * Parses a list of values separated by spaces.
         *
         * @throws InvalidInputException if there is no value
         */
        public static Group parse(GroupKind kind, String spaceSeparated) {
            return new Group(kind, Arrays.asList(spaceSeparated.strip().split("\\s+")));
        }

        /** The values separated by spaces. */
        public String text() {
            return String.join(" ", values);
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
