package org.openadmin.fees.internal.shell;

import java.util.List;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.openadmin.fees.api.documents.ListFormat;
import org.openadmin.fees.spi.Workbooks;

/** The common part of the commands that show a list: as a table, as CSV, or as a file. */
abstract class ListCommand extends FileCommand {

    @Reference(optional = true)
    Workbooks workbooks;

    @Option(name = "--csv", description = "Comma-separated values with headings")
    boolean csv;

    @Option(
            name = "--out",
            description = "The file to write, in the export folder: an Excel workbook if its name ends in .xlsx,"
                    + " otherwise comma-separated values")
    String out;

    @Option(name = "--limit", description = "The most rows to list")
    String limit;

    @Option(name = "--offset", description = "How many rows to skip at the beginning of the list")
    String offset;

    ListCommand() {}

    ListCommand(ShellUser user, Output output) {
        super(user, output);
    }

    /** Returns the part of the list that the user wants. */
    final ListRange range() {
        return ListRange.of(limit, offset, Integer.MAX_VALUE);
    }

    /** Whether the list is for a program or a file, without the sentences around the table. */
    final boolean isData() {
        return csv || out != null;
    }

    /** Whether the cells are for a program, so that states are codes and not words. */
    final boolean isForPrograms() {
        return csv || out != null && !isWorkbook();
    }

    private boolean isWorkbook() {
        return out != null && ListFormat.of(out) == ListFormat.XLSX;
    }

    /** Returns the headings that people read. */
    List<String> titles(List<String> columns) {
        return headings(columns);
    }

    /**
     * Writes the wanted part of the list.
     *
     * @param title the key of what the list is
     * @param heading the keys of the columns, which are their names in CSV
     * @param all all rows
     */
    final void list(String title, List<String> heading, List<List<Object>> all, Output output) {
        part(title, heading, range().of(all), all.size(), output);
    }

    /**
     * Writes rows that were read as the wanted part of the list. Below a table that is not the whole list, a line says which
     * part it is.
     *
     * @param total the number of rows of the whole list
     */
    final void part(String title, List<String> heading, List<List<Object>> rows, int total, Output output) {
        write(title, heading, rows, output);
        if (!isData() && rows.size() < total) {
            int skipped = range().offset();
            output.line(
                    rows.isEmpty()
                            ? message("list.part.none", total)
                            : message("list.part", skipped + 1, skipped + rows.size(), total));
        }
    }

    private void write(String title, List<String> heading, List<List<Object>> rows, Output output) {
        if (csv && out == null) {
            output.csv(heading, rows);
            return;
        }
        if (out == null) {
            output.table(titles(heading), rows);
            return;
        }
        AtomicFile file = file(out);
        Workbooks writer = isWorkbook() ? require(workbooks) : null;
        write(file, stream -> {
            if (writer != null) {
                writer.write(message(title), titles(heading), rows, stream);
            } else {
                Output values = new Output(stream);
                values.csv(heading, rows);
                values.flush();
            }
            return rows.size();
        });
        output.line(message("list.file", rows.size(), file));
    }
}
