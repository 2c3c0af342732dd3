package org.openadmin.fees.spi.imports;

import java.util.List;
import java.util.OptionalInt;

/**
 * The cells of a CSV file.
 *
 * @param rows the rows that are not empty, the headings first
 * @param broken the line at which the file can no longer be read, such as one with a quotation mark that never ends; usually empty
 */
public record CsvTable(List<Cells> rows, OptionalInt broken) {

    /** Reads the text of a file. */
    @FunctionalInterface
    public interface Reader {
        CsvTable read(String text, char separator);
    }

    /**
     * A row.
     *
     * @param line the line of the file in which it begins, from 1
     */
    public record Cells(int line, List<String> values) {

        public Cells {
            values = List.copyOf(values);
        }
    }

    public CsvTable {
        rows = List.copyOf(rows);
    }
}
