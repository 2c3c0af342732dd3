package org.openadmin.fees.reports.internal.csv;

import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.openadmin.fees.api.Money;
import org.openadmin.fees.api.documents.DocumentException;
import org.openadmin.fees.api.documents.DocumentException.Problem;

/**
 * A CSV file (RFC 4180) that a spreadsheet can open without running anything in it. It has no byte order mark, because
 * programs that find columns by name would read it as part of the first name.
 */
final class CsvFile {

    /** The characters that start a formula, including their full-width forms on East Asian keyboards. */
    private static final String FORMULA = "=+-@＝＋－＠";

    private final CSVPrinter printer;

    CsvFile(OutputStream out, List<String> header) {
        try {
            printer = new CSVPrinter(new OutputStreamWriter(out, StandardCharsets.UTF_8), CSVFormat.RFC4180);
        } catch (IOException e) {
            throw failed(e);
        }
        row(header);
    }

    /** @param cells texts, which are escaped; amounts and other values, which are written unchanged */
    void row(List<?> cells) {
        try {
            for (Object cell : cells) {
                printer.print(written(cell));
            }
            printer.println();
        } catch (IOException e) {
            throw failed(e);
        }
    }

    void end() {
        try {
            printer.flush();
        } catch (IOException e) {
            throw failed(e);
        }
    }

    private static String written(Object cell) {
        if (cell instanceof String text) {
            return harmless(text);
        }
        return cell instanceof Money money ? money.plain() : cell.toString();
    }

    /**
     * Returns the text, prefixed with an apostrophe if it starts with a control character or a spreadsheet would run it
     * as a formula. That check skips leading blanks, quotes and other characters that the spreadsheet may drop.
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

    private static DocumentException failed(IOException e) {
        return new DocumentException(Problem.OUTPUT, String.valueOf(e.getMessage()), e);
    }
}
