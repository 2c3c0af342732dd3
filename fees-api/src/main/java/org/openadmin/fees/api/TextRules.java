package org.openadmin.fees.api;

import org.openadmin.fees.api.InvalidInputException.Field;
import org.openadmin.fees.api.InvalidInputException.Problem;

/**
 * Checks lines of text before they are stored: white space is trimmed, line breaks and other control characters are
 * rejected, and a text that is too long is rejected, not cut.
 */
public final class TextRules {

    private TextRules() {}

    /**
     * Returns the text, trimmed.
     *
     * @param field the field to report if the text is not valid
     * @param maxLength the maximum length in characters
     * @throws InvalidInputException if the text is empty, too long, or contains a control character
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
     * @throws InvalidInputException if the text is too long, or contains a control character
     */
    public static String optional(Field field, String text, int maxLength) {
        String line = text == null ? "" : text.strip();
        if (line.codePointCount(0, line.length()) > maxLength) {
            throw new InvalidInputException(field, Problem.TOO_LONG, line);
        }
        if (line.codePoints().anyMatch(Character::isISOControl)) {
            throw new InvalidInputException(field, Problem.CONTROL_CHARACTER, line);
        }
        return line;
    }
}
