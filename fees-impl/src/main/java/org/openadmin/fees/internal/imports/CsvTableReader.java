package org.openadmin.fees.internal.imports;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.OptionalInt;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.openadmin.fees.spi.imports.CsvTable;
import org.openadmin.fees.spi.imports.CsvTable.Cells;

/** Reads CSV with Apache Commons CSV, as RFC 4180 describes it. */
final class CsvTableReader implements CsvTable.Reader {

    @Override
    public CsvTable read(String text, char separator) {
        CSVFormat format = CSVFormat.RFC4180
                .builder()
                .setDelimiter(separator)
                .setIgnoreEmptyLines(true)
                .get();
        List<Cells> rows = new ArrayList<>();
        int line = 1;
        try (CSVParser parser = CSVParser.parse(text, format)) {
            Iterator<CSVRecord> records = parser.iterator();
            while (records.hasNext()) {
                CSVRecord record = records.next();
                rows.add(new Cells(firstLine(parser, record), record.toList()));
                line = (int) parser.getCurrentLineNumber() + 1;
            }
        } catch (IOException | UncheckedIOException e) {
            return new CsvTable(rows, OptionalInt.of(line));
        }
        return new CsvTable(rows, OptionalInt.empty());
    }

    /** A record ends at the parser's line; a cell may have line breaks. */
    private static int firstLine(CSVParser parser, CSVRecord record) {
        long breaks = record.stream()
                .flatMapToInt(String::chars)
                .filter(each -> each == '\n')
                .count();
        return (int) Math.max(1, parser.getCurrentLineNumber() - breaks);
    }
}
