package org.openadmin.fees.internal.shell;

import java.time.YearMonth;
import java.util.List;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.openadmin.fees.api.Dates;
import org.openadmin.fees.api.documents.FeeExports;
import org.openadmin.fees.api.documents.ListFormat;
import org.openadmin.fees.api.journal.JournalTotals;
import org.openadmin.fees.api.journal.MonthSummary;

/** The command {@code fees:export}. */
@Service
@Command(
        scope = "fees",
        name = "export",
        description = "Writes a month of the journal for the accounting system, as CSV or as an Excel workbook")
public final class ExportCommand extends FileCommand {

    @Reference(optional = true)
    FeeExports exports;

    @Argument(name = "month", description = "The month, such as 2026-09", required = true, multiValued = true)
    List<String> words = List.of();

    @Option(
            name = "--out",
            description =
                    "The file to write, in the export folder: an Excel workbook if its name ends in .xlsx, otherwise CSV")
    String out;

    @Option(name = "--detail", description = "Every transaction, instead of one line for each fee and payment method")
    boolean detail;

    public ExportCommand() {}

    ExportCommand(ShellUser user, Output output) {
        super(user, output);
    }

    @Override
    List<String> arguments() {
        return words;
    }

    @Override
    void run(List<String> arguments, Output output) {
        YearMonth month = Dates.parseMonth(Arguments.one("month", arguments));
        AtomicFile file = file(out);
        ListFormat format = ListFormat.of(out);
        FeeExports lists = require(exports);
        if (detail) {
            JournalTotals totals = write(file, stream -> lists.transactions(actor(), month, format, stream));
            output.line(message("export.month", month, file));
            output.line(message("export.transactions", totals.count(), totals.total()));
        } else {
            MonthSummary summary = write(file, stream -> lists.summary(actor(), month, format, stream));
            output.line(message("export.month", month, file));
            output.line(
                    message("export.summary", summary.count(), summary.lines().size(), summary.total()));
        }
    }
}
