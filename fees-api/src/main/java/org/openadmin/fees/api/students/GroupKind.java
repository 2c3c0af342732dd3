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

    private final String keyword;

    GroupKind(String keyword) {
        this.keyword = keyword;
    }

    /** The name in the shell, in the configuration and, ignoring case, in old data. */
    public String keyword() {
        return keyword;
    }

    /**
     * Returns the kind with this name, ignoring case.
     *
     * @throws InvalidInputException if there is no such kind
     */
    public static GroupKind parse(String keyword) {
        String plain = keyword.strip().toLowerCase(Locale.ROOT);
        return Arrays.stream(values())
                .filter(kind -> kind.keyword.equals(plain))
                .findFirst()
                .orElseThrow(() -> new InvalidInputException(
                        Field.GROUP, Problem.UNKNOWN, keyword + " (known: " + keywords() + ")"));
    }

    private static String keywords() {
        return Arrays.stream(values()).map(GroupKind::keyword).collect(Collectors.joining(", "));
    }
}
