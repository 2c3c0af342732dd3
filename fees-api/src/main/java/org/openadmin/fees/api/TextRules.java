package org.openadmin.fees.api;

import org.openadmin.fees.api.InvalidInputException.Field;
import org.openadmin.fees.api.InvalidInputException.Problem;

/**
 * Checks lines of text before they are stored: white space is trimmed, line breaks and other invisible characters
 * are rejected, and a text that is too long is rejected, not cut.
 */
public final class TextRules {

    private static final int ZERO_WIDTH_NON_JOINER = 0x200C;
    private static final int ZERO_WIDTH_JOINER = 0x200D;

    private TextRules() {}

    /**
     * Returns the text, trimmed.
     *
     * @param field the field to report if the text is not valid
     * @param maxLength the maximum length in characters
     * @throws InvalidInputException if the text is empty, too long, or contains a forbidden character
     */
    public static String required(Field field, String text, int maxLength) {
        String line = optional(field, text, maxLength);
        if (line.isEmpty()) {
            throw new InvalidInputException(field, Problem.MISSING, "");
        }
        return line;
    }

    /**
     * Returns the text, trimmed; empty if it is null.
     *
     * @param field the field to report if the text is not valid
     * @param maxLength the maximum length in characters
     * @throws InvalidInputException if the text is too long, or contains a forbidden character
     */
    public static String optional(Field field, String text, int maxLength) {
        String line = text == null ? "" : text.strip();
        if (line.codePointCount(0, line.length()) > maxLength) {
            throw new InvalidInputException(field, Problem.TOO_LONG, line);
        }
        if (line.codePoints().anyMatch(TextRules::isForbidden)) {
            throw new InvalidInputException(field, Problem.CONTROL_CHARACTER, line);
        }
        return line;
    }

    /**
     * Returns whether a character must not be in a text: a control or line separator, half of a surrogate pair, or a format
     * character, most of which are invisible or change the direction in which a text is read. The two joiners are allowed,
     * because names in Persian, in the languages of India, and emoji are written with them.
     */
    public static boolean isForbidden(int character) {
        return switch (Character.getType(character)) {
            case Character.CONTROL, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR, Character.SURROGATE ->
                true;
            case Character.FORMAT -> character != ZERO_WIDTH_NON_JOINER && character != ZERO_WIDTH_JOINER;
            default -> false;
        };
    }

    /**
     * Returns a text of old data or of the host on one line without forbidden characters: format characters are left out, and
     * a blank replaces each of the others.
     */
    public static String cleaned(String text) {
        return text.codePoints()
                .filter(c -> !isForbidden(c) || Character.getType(c) != Character.FORMAT)
                .map(c -> isForbidden(c) ? ' ' : c)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }
}
