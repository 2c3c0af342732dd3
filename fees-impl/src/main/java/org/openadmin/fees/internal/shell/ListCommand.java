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

    ListCommand() {}

    ListCommand(ShellUser user, Output output) {
        super(user, output);
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
     * Writes the rows of the list.
     *
     * @param title the key of what the list is
     * @param heading the keys of the columns, which are their names in CSV
     */
    final void list(String title, List<String> heading, List<List<Object>> rows, Output output) {
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
        file.write(stream -> {
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
