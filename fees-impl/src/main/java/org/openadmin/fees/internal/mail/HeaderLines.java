package org.openadmin.fees.internal.mail;

/** Makes text from other sources safe for a header or a log, where a line break would inject a line. */
final class HeaderLines {

    private HeaderLines() {}

    /** The text on one line. */
    static String one(String text) {
        return clean(text, false).strip();
    }

    /** The text with its line breaks, and without any other control character. */
    static String many(String text) {
        return clean(text.replace("\r\n", "\n"), true);
    }

    private static String clean(String text, boolean breaks) {
        return text.codePoints()
                .map(c -> isControl(c) && !(breaks && c == '\n') ? ' ' : c)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    private static boolean isControl(int c) {
        int type = Character.getType(c);
        return Character.isISOControl(c)
                || type == Character.LINE_SEPARATOR
                || type == Character.PARAGRAPH_SEPARATOR
                || type == Character.SURROGATE;
    }
}
