package org.openadmin.fees.reports.internal.lists;

import java.util.Locale;
import java.util.regex.Pattern;

/** A text as a cell of an Excel workbook stores it. */
final class ExcelText {

    /** The most characters that a cell can hold. */
    static final int LONGEST = 32_767;

    /** Excel reads this as the character with that code, so it is written as an escaped underscore and the rest. */
    private static final Pattern ESCAPE = Pattern.compile("_(?=x[0-9A-Fa-f]{4}_)");

    private ExcelText() {}

    /** Line ends become line feeds; characters that XML cannot contain are written in Excel's own escapes. */
    static String of(String text) {
        String lines =
                text.indexOf('\r') < 0 ? text : text.replace("\r\n", "\n").replace('\r', '\n');
        String shortened = lines.length() <= LONGEST ? lines : lines.substring(0, LONGEST - 1) + "…";
        String escaped = shortened.indexOf('_') < 0
                ? shortened
                : ESCAPE.matcher(shortened).replaceAll("_x005F_");
        if (escaped.codePoints().allMatch(ExcelText::isXml)) {
            return escaped;
        }
        StringBuilder visible = new StringBuilder();
        escaped.codePoints().forEach(c -> {
            if (isXml(c)) {
                visible.appendCodePoint(c);
            } else {
                visible.append(String.format(Locale.ROOT, "_x%04X_", c));
            }
        });
        return visible.toString();
    }

    /** Excel removes blanks at the beginning and the end of a text unless they are marked. */
    static boolean hasOuterBlanks(String text) {
        return !text.equals(text.strip());
    }

    private static boolean isXml(int c) {
        return c == '\t'
                || c == '\n'
                || c >= 0x20 && c <= 0xd7ff
                || c >= 0xe000 && c <= 0xfffd
                || c >= 0x10000 && c <= 0x10ffff;
    }
}
