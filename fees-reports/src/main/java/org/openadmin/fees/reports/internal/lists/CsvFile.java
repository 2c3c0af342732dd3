package org.openadmin.fees.reports.internal.lists;

import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.openadmin.fees.api.documents.DocumentException;
import org.openadmin.fees.api.documents.DocumentException.Problem;
import org.openadmin.fees.spi.ReaderWork;
import org.openadmin.fees.spi.csv.CsvCells;

/**
 * A CSV file (RFC 4180) that a spreadsheet can open without running anything in it. It has no byte order mark, because
 * programs that find columns by name would read it as part of the first name.
 */
final class CsvFile implements ListFile {

    private final CSVPrinter printer;

    CsvFile(OutputStream out, List<Code> header) {
        try {
            printer = new CSVPrinter(new OutputStreamWriter(out, StandardCharsets.UTF_8), CSVFormat.RFC4180);
        } catch (IOException e) {
            throw failed(e);
        }
        row(header);
    }

    @Override
    public void row(List<?> cells) {
        ReaderWork.check();
        try {
            for (Object cell : cells) {
                printer.print(CsvCells.of(value(cell)));
            }
            printer.println();
        } catch (IOException e) {
            throw failed(e);
        }
    }

    private static Object value(Object cell) {
        if (cell instanceof Optional<?> optional) {
            return optional.isPresent() ? value(optional.get()) : "";
        }
        return cell instanceof Code code ? code.code() : cell;
    }

    @Override
    public void end() {
        try {
            printer.flush();
        } catch (IOException e) {
            throw failed(e);
        }
    }

    static DocumentException failed(IOException e) {
        return new DocumentException(Problem.OUTPUT, String.valueOf(e.getMessage()), e);
    }
}
