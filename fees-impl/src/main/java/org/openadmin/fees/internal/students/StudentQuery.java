package org.openadmin.fees.internal.students;

import java.util.Optional;
import org.openadmin.fees.api.StudentNumber;

/**
 * The text that a user typed to find a student.
 *
 * @param text as typed, trimmed and with single spaces; empty for all students
 */
public record StudentQuery(String text) {

    private static final int MAX_DIGITS = 9;
    private static final int MIN_INITIALS = 2;
    private static final int MAX_INITIALS = 3;

    /**
     * The beginnings of a name.
     *
     * @param last the beginning of the last name
     * @param first the beginning of the first name; may be empty
     */
    public record Name(String last, String first) {}

    public StudentQuery {
        text = text == null ? "" : text.strip().replaceAll("\\s+", " ");
    }

    public boolean isEverybody() {
        return text.isEmpty();
    }

    /** Whether only digits were typed: a student number, or the beginning of one. */
    public boolean isNumber() {
        return text.matches("\\d{1," + MAX_DIGITS + "}");
    }

    /** The student number, if one was typed. */
    public Optional<StudentNumber> number() {
        return isNumber() && text.charAt(0) != '0' ? Optional.of(StudentNumber.parse(text)) : Optional.empty();
    }

    /** Last and first name when there is a comma: {@code tremb, in}. */
    public Optional<Name> lastThenFirst() {
        int comma = text.indexOf(',');
        return comma < 0
                ? Optional.empty()
                : Optional.of(new Name(
                        text.substring(0, comma).strip(),
                        text.substring(comma + 1).strip()));
    }

    /** First and last name when there is a space: {@code in tremb}. */
    public Optional<Name> firstThenLast() {
        int space = text.indexOf(' ');
        return space < 0
                ? Optional.empty()
                : Optional.of(new Name(text.substring(space + 1), text.substring(0, space)));
    }

    /** The letters, when two or three were typed, which may be initials. */
    public Optional<int[]> initials() {
        int[] letters = text.codePoints().toArray();
        boolean few = letters.length >= MIN_INITIALS && letters.length <= MAX_INITIALS;
        return few && text.codePoints().allMatch(Character::isLetter) ? Optional.of(letters) : Optional.empty();
    }
}
