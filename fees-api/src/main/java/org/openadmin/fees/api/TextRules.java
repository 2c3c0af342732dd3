package org.openadmin.fees.api;

import org.openadmin.fees.api.InvalidInputException.Field;
import org.openadmin.fees.api.InvalidInputException.Problem;

/** The rules that every typed line of text obeys before it is stored: trimmed, one line, not too long, nothing lost. */
public final class TextRules {

    private TextRules() {}

    public static String required(Field field, String text, int most) {
        String line = optional(field, text, most);
        if (line.isEmpty()) {
            throw new InvalidInputException(field, Problem.MISSING, "");
        }
        return line;
    }

    public static String optional(Field field, String text, int most) {
        String line = text == null ? "" : text.strip();
        if (line.codePointCount(0, line.length()) > most) {
            throw new InvalidInputException(field, Problem.TOO_LONG, line);
        }
        if (line.codePoints().anyMatch(Character::isISOControl)) {
            throw new InvalidInputException(field, Problem.CONTROL_CHARACTER, line);
        }
        return line;
    }
}
