package org.openadmin.fees.internal.shell;

import java.io.OutputStream;
import java.io.PrintStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.openadmin.fees.api.AccountNumber;
import org.openadmin.fees.api.VisibleText;
import org.openadmin.fees.spi.csv.CsvCells;

/**
 * Writes plain text in UTF-8: sentences, aligned tables, or comma-separated values that are safe to open in a
 * spreadsheet.
 */
final class Output {

    private static final String GAP = "  ";

    private final PrintStream stream;

    Output(OutputStream stream) {
        this.stream = new PrintStream(stream, false, StandardCharsets.UTF_8);
    }

    /** Returns the output of the current thread's shell session: its terminal, or the next command of a pipe. */
    static Output ofThread() {
        return new Output(System.out);
    }

    /** Prints a line of the terminal, which old data or the host's could clear or rewrite with control characters. */
    void line(String text) {
        stream.print(VisibleText.of(text) + "\n");
    }

    void flush() {
        stream.flush();
    }

    /** Writes a heading and rows. Cells are texts, or numbers, which are aligned to the right. */
    void table(List<String> heading, List<List<Object>> rows) {
        int[] widths = new int[heading.size()];
        List<List<Object>> all = new ArrayList<>();
        all.add(List.copyOf(heading));
        all.addAll(rows);
        for (List<Object> row : all) {
            for (int i = 0; i < widths.length; i++) {
                widths[i] = Math.max(widths[i], width(text(row.get(i))));
            }
        }
        for (int r = 0; r < all.size(); r++) {
            StringBuilder line = new StringBuilder();
            for (int i = 0; i < widths.length; i++) {
                // a heading is aligned like the numbers below it
                boolean right = isNumber((r > 0 ? all.get(r) : rows.isEmpty() ? all.get(0) : rows.get(0)).get(i));
                String text = text(all.get(r).get(i));
                String blanks = " ".repeat(widths[i] - width(text));
                line.append(right ? blanks + text : text + blanks).append(GAP);
            }
            line(line.toString().stripTrailing());
        }
    }

    private static boolean isNumber(Object value) {
        return value instanceof Number || value instanceof AccountNumber;
    }

    /**
     * Writes cells as specified in RFC 4180. A text that a spreadsheet would run as a formula is prefixed with an
     * apostrophe.
     */
    void csv(List<String> heading, List<List<Object>> rows) {
        line(String.join(",", heading));
        rows.forEach(row -> line(row.stream().map(Output::cell).collect(Collectors.joining(","))));
    }

    private static String cell(Object value) {
        String text = CsvCells.of(value);
        boolean quoted = text.chars().anyMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r')
                || !text.equals(text.strip());
        return quoted ? '"' + text.replace("\"", "\"\"") + '"' : text;
    }

    private static String text(Object value) {
        return value instanceof BigDecimal decimal ? decimal.toPlainString() : VisibleText.of(String.valueOf(value));
    }

    /**
     * Returns the number of terminal columns: two for each Chinese, Japanese or Korean character, none for a combining
     * accent.
     */
    private static int width(String text) {
        return text.codePoints()
                .map(c -> Character.getType(c) == Character.NON_SPACING_MARK ? 0 : isWide(c) ? 2 : 1)
                .sum();
    }

    private static boolean isWide(int c) {
        Character.UnicodeScript script = Character.UnicodeScript.of(c);
        return Character.isIdeographic(c)
                || script == Character.UnicodeScript.HANGUL
                || script == Character.UnicodeScript.HIRAGANA
                || script == Character.UnicodeScript.KATAKANA;
    }
}
