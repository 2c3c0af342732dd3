package org.openadmin.fees.api;

/**
 * Makes invisible characters of a text visible. Old data and the host can contain control characters, which move the
 * cursor of a terminal or start a line of the log, and directional ones, which display a line in another order than it
 * was written.
 */
public final class VisibleText {

    private static final int FIRST_STRONG_ISOLATE = 0x2068;
    private static final int POP_DIRECTIONAL_ISOLATE = 0x2069;

    private VisibleText() {}

    /** Returns whether the text has no character that {@link #of} would replace. */
    public static boolean isVisible(String text) {
        return text.codePoints().noneMatch(TextRules::isForbidden);
    }

    /** Returns the text with the code of each forbidden character instead of the character, such as {@code U+202E}. */
    public static String of(String text) {
        return isVisible(text) ? text : escaped(text, false);
    }

    /**
     * Returns the same for a sentence for the screen, in which names may be isolated from the text around them. An
     * isolate that is complete is kept.
     */
    public static String ofSentence(String text) {
        return isVisible(text) ? text : escaped(text, true);
    }

    private static String escaped(String text, boolean isolates) {
        StringBuilder visible = new StringBuilder();
        int open = 0;
        int[] characters = text.codePoints().toArray();
        for (int i = 0; i < characters.length; i++) {
            int c = characters[i];
            boolean kept = !TextRules.isForbidden(c);
            if (isolates && c == FIRST_STRONG_ISOLATE && isClosed(characters, i)) {
                open++;
                kept = true;
            } else if (isolates && c == POP_DIRECTIONAL_ISOLATE && open > 0) {
                open--;
                kept = true;
            }
            if (kept) {
                visible.appendCodePoint(c);
            } else {
                visible.append("<U+%04X>".formatted(c));
            }
        }
        return visible.toString();
    }

    private static boolean isClosed(int[] characters, int start) {
        int open = 0;
        for (int i = start; i < characters.length; i++) {
            if (characters[i] == FIRST_STRONG_ISOLATE) {
                open++;
            } else if (characters[i] == POP_DIRECTIONAL_ISOLATE && --open == 0) {
                return true;
            }
        }
        return false;
    }
}
