package org.openadmin.fees.spi.csv;

import java.math.BigDecimal;
import org.openadmin.fees.api.Money;

/** The cells of CSV files, which a spreadsheet can open without running anything in them. Quotes are left to the writer. */
public final class CsvCells {

    /** What begins a formula, in the wide forms of East Asian keyboards too. */
    private static final String FORMULA = "=+-@＝＋－＠";

    private CsvCells() {}

    /** Amounts and other numbers plain, and everything else as a text that is no formula. */
    public static String of(Object value) {
        if (value instanceof Money money) {
            return money.plain();
        }
        if (value instanceof BigDecimal decimal) {
            return decimal.toPlainString();
        }
        return value instanceof Number ? value.toString() : harmless(String.valueOf(value));
    }

    /**
     * The text, with an apostrophe in front where a spreadsheet would take it for a formula: also behind blanks, quotes and other
     * characters that it may drop.
     */
    static String harmless(String text) {
        int first = text.codePoints().filter(c -> !isDropped(c)).findFirst().orElse(-1);
        boolean control = !text.isEmpty() && Character.isISOControl(text.charAt(0));
        return control || first >= 0 && FORMULA.indexOf(first) >= 0 ? "'" + text : text;
    }

    private static boolean isDropped(int c) {
        return Character.isWhitespace(c)
                || Character.isSpaceChar(c)
                || Character.isISOControl(c)
                || Character.getType(c) == Character.FORMAT
                || c == '"'
                || c == '\'';
    }
}
