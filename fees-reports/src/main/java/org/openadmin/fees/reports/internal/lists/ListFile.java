package org.openadmin.fees.reports.internal.lists;

import java.util.List;

/** A file that a list is written to, row by row. */
interface ListFile {

    /**
     * @param cells a value for each column: an amount, a number, a date, month or moment, a {@link Code}, an optional value
     *     of these, or a text
     * @throws org.openadmin.fees.api.documents.DocumentException if the row cannot be written, or if nobody waits for the file
     *     any more
     */
    void row(List<?> cells);

    /** Completes the file. The stream stays open. */
    void end();
}
