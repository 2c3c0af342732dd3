package org.openadmin.fees.reports.internal.csv;

import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.openadmin.fees.api.documents.DocumentException;
import org.openadmin.fees.api.documents.DocumentException.Problem;
import org.openadmin.fees.spi.csv.CsvCells;

/**
 * A CSV file (RFC 4180) that a spreadsheet can open without running anything in it. It has no byte order mark, because
 * programs that find columns by name would read it as part of the first name.
 */
final class CsvFile {

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
                printer.print(CsvCells.of(cell));
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

    private static DocumentException failed(IOException e) {
        return new DocumentException(Problem.OUTPUT, String.valueOf(e.getMessage()), e);
    }
}
