package org.openadmin.fees.spi;

import java.io.OutputStream;
import java.util.List;
import org.openadmin.fees.api.documents.DocumentException;

/** Writes the tables of commands as Excel workbooks, with the same typed cells as the lists of the pages. */
public interface Workbooks {

    /**
     * Writes a workbook with one table. The stream stays open.
     *
     * @param title what the table is, in the language of its headings
     * @param rows a number, an amount, a date or a text for each heading
     * @throws DocumentException if it cannot be written
     */
    void write(String title, List<String> headings, List<? extends List<?>> rows, OutputStream out);
}
