package org.openadmin.fees.spi.csv;

import java.math.BigDecimal;
import org.openadmin.fees.api.Money;

/**
 * Makes the cells of CSV files safe to open in a spreadsheet, so that no formula in them is run. Quoting is left to the CSV
 * writer.
 */
public final class CsvCells {

    /** The characters that start a formula, including the full-width forms of East Asian keyboards. */
    private static final String FORMULA = "=+-@＝＋－＠";

    private CsvCells() {}

    /** Amounts and other numbers unchanged, everything else as text that is not a formula. */
    public static String of(Object value) {
        if (value instanceof Money money) {
            return money.toPlainString();
        }
        if (value instanceof BigDecimal decimal) {
            return decimal.toPlainString();
        }
        return value instanceof Number ? value.toString() : withoutFormula(String.valueOf(value));
    }

    /**
     * The text, prefixed with an apostrophe if a spreadsheet could take it for a formula. That includes formulas after blanks,
     * quotes and other characters that a spreadsheet may drop.
     */
    static String withoutFormula(String text) {
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
