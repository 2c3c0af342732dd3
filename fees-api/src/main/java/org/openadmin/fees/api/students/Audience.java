package org.openadmin.fees.api.students;

import java.util.Arrays;
import java.util.List;
import org.openadmin.fees.api.InvalidInputException;
import org.openadmin.fees.api.InvalidInputException.Field;
import org.openadmin.fees.api.InvalidInputException.Problem;
import org.openadmin.fees.api.TextRules;

/** The students a fee applies to: the members of a group, or of a profile, which is a group that the school has named. */
public sealed interface Audience {

    /**
     * The students of a group.
     *
     * @param kind what they have in common
     * @param values the grades, homerooms, subject-sections or student numbers; at least one, each once, in the order given
     */
    record Group(GroupKind kind, List<String> values) implements Audience {

        /** @throws InvalidInputException when there is no value */
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
         * Reads the office's own form: values with spaces between.
         *
         * @throws InvalidInputException when there is no value
         */
        public static Group parse(GroupKind kind, String spaceSeparated) {
            return new Group(kind, Arrays.asList(spaceSeparated.strip().split("\\s+")));
        }

        /** The values as the office types them, with spaces between. */
        public String text() {
            return String.join(" ", values);
        }
    }

    /**
     * The students of a configured profile.
     *
     * @param name the profile's name, as configured
     */
    record Profile(String name) implements Audience {

        /** @throws InvalidInputException when the name is empty or longer than 32 characters */
        public Profile {
            name = TextRules.required(Field.PROFILE, name, 32);
        }
    }
}
