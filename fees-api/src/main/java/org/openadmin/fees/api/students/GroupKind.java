package org.openadmin.fees.api.students;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import org.openadmin.fees.api.InvalidInputException;
import org.openadmin.fees.api.InvalidInputException.Field;
import org.openadmin.fees.api.InvalidInputException.Problem;

/** What the members of a group have in common. */
public enum GroupKind {
    /** The same grade; active students only. */
    GRADE("grade"),
    /** The same homeroom; active students only. */
    HOMEROOM("homeroom"),
    /** The same section of a subject, in any term; active students only. */
    SUBJECT_SECTION("subject-section"),
    /** Listed individually by student number; includes withdrawn students. */
    STUDENT("student");

    private final String word;

    GroupKind(String word) {
        this.word = word;
    }

    /** The name in the shell, in the configuration and, ignoring case, in old data. */
    public String word() {
        return word;
    }

    /**
     * Returns the kind with this name, ignoring case.
     *
     * @throws InvalidInputException if there is no such kind
     */
    public static GroupKind named(String word) {
        String plain = word.strip().toLowerCase(Locale.ROOT);
        return Arrays.stream(values())
                .filter(kind -> kind.word.equals(plain))
                .findFirst()
                .orElseThrow(() ->
                        new InvalidInputException(Field.GROUP, Problem.UNKNOWN, word + " (known: " + words() + ")"));
    }

    private static String words() {
        return Arrays.stream(values()).map(GroupKind::word).collect(Collectors.joining(", "));
    }
}
