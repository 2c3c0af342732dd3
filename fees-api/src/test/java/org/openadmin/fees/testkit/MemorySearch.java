package org.openadmin.fees.testkit;

import static org.openadmin.fees.testkit.MemoryNames.begins;

import java.util.OptionalInt;
import java.util.stream.Stream;
import org.openadmin.fees.api.StudentNumber;

/**
 * A search for students: the beginnings of {@code lastname, firstname}, of a last or a first name or of both, initials, or a
 * number.
 *
 * @param text as typed, with single spaces; empty for all students
 */
record MemorySearch(String text) {

    MemorySearch {
        text = text.strip().replaceAll("\\s+", " ");
    }

    boolean isNumber() {
        return text.matches("\\d{1,9}");
    }

    boolean isExactly(StudentNumber number) {
        return text.equals(number.toString());
    }

    /**
     * How well a student matches: 0 for the last name, a number or everybody, 1 for initials and for the first name with the last
     * name, 2 for the first name alone; empty if not at all.
     *
     * @param first the first name and the middle initials
     */
    OptionalInt match(StudentNumber number, String last, String first) {
        if (isNumber()) {
            return rank(0, number.toString().startsWith(text));
        }
        int comma = text.indexOf(',');
        if (comma >= 0) {
            boolean both = begins(last, text.substring(0, comma)) && begins(first, text.substring(comma + 1));
            return rank(0, both);
        }
        return Stream.of(
                        rank(0, begins(last, text)),
                        rank(1, isInitials(last, first)),
                        rank(2, begins(first, text)),
                        rank(1, isFirstAndLast(last, first)))
                .filter(OptionalInt::isPresent)
                .findFirst()
                .orElse(OptionalInt.empty());
    }

    private static OptionalInt rank(int rank, boolean matches) {
        return matches ? OptionalInt.of(rank) : OptionalInt.empty();
    }

    private boolean isFirstAndLast(String last, String first) {
        int space = text.indexOf(' ');
        return space > 0 && begins(first, text.substring(0, space)) && begins(last, text.substring(space + 1));
    }

    /** {@code TI} or {@code IT} for Inès Tremblay, {@code TIM} or {@code IMT} for Inès M Tremblay. */
    private boolean isInitials(String last, String first) {
        String[] letters = text.codePoints().mapToObj(Character::toString).toArray(String[]::new);
        if (letters.length < 2 || letters.length > 3 || !text.codePoints().allMatch(Character::isLetter)) {
            return false;
        }
        if (letters.length == 2) {
            return begins(last, letters[0]) && begins(first, letters[1])
                    || begins(first, letters[0]) && begins(last, letters[1]);
        }
        return begins(last, letters[0]) && begins(first, letters[1]) && hasMiddle(first, letters[2])
                || begins(first, letters[0]) && hasMiddle(first, letters[1]) && begins(last, letters[2]);
    }

    private static boolean hasMiddle(String first, String letter) {
        int space = first.lastIndexOf(' ');
        return space > 0 && begins(first.substring(space + 1), letter);
    }
}
