package org.openadmin.fees.reports.internal.lists;

import java.io.OutputStream;
import java.util.List;
import java.util.stream.Stream;

/** A CSV file for programs, with the columns that the caller names, in English in every language. */
public final class TableFile {

    private final CsvFile file;

    public TableFile(OutputStream out, String... columns) {
        file = new CsvFile(out, Stream.of(columns).map(Code::same).toList());
    }

    /**
     * @param cells a value for each column: an amount, a number, a date or moment, an optional value of these, or a text
     * @throws org.openadmin.fees.api.documents.DocumentException if the row cannot be written, or if nobody waits for the file any more
     */
    public void row(Object... cells) {
        file.row(List.of(cells));
    }

    /** Completes the file. The stream stays open. */
    public void end() {
        file.end();
    }
}
