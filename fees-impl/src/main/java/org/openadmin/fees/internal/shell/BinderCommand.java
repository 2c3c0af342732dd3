package org.openadmin.fees.internal.shell;

import java.util.List;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.openadmin.fees.api.binder.BinderFiles;
import org.openadmin.fees.api.binder.BinderPeriod;
import org.openadmin.fees.api.binder.BinderSummary;
import org.openadmin.fees.api.binder.ReceiptTotals;
import org.openadmin.fees.api.binder.TieOut;

/** The command {@code fees:binder}. */
@Service
@Command(
        scope = "fees",
        name = "binder",
        description = "Writes the auditor's binder of a period: a ZIP file with a PDF, CSV files and their checksums")
public final class BinderCommand extends FileCommand {

    @Reference(optional = true)
    BinderFiles binders;

    @Option(name = "--from", description = "The first day, such as 2025-09-01")
    String from;

    @Option(name = "--to", description = "The last day, such as 2026-08-31 or today")
    String to;

    @Option(name = "--out", description = "The file to write, in the export folder, such as binder.zip")
    String out;

    public BinderCommand() {}

    BinderCommand(ShellUser user, Output output) {
        super(user, output);
    }

    @Override
    void run(List<String> arguments, Output output) {
        BinderPeriod period = new BinderPeriod(
                date(UsageException.required("--from", from)), date(UsageException.required("--to", to)));
        AtomicFile file = file(out);
        BinderFiles service = require(binders);
        BinderSummary summary = write(file, stream -> service.write(actor(), period, stream));
        TieOut tieOut = summary.tieOut();
        output.line(message("binder.done", period.from(), period.to(), summary.files(), file));
        output.line(message(
                "binder.balance",
                tieOut.opening().balance(),
                tieOut.change(),
                tieOut.closing().balance()));
        if (tieOut.backdated().rows() > 0) {
            output.line(message(
                    "binder.backdated",
                    tieOut.backdated().rows(),
                    tieOut.backdated().total()));
        }
        receipts(summary.receipts(), output);
        if (tieOut.recordedLater().rows() > 0) {
            output.line(message(
                    "binder.later",
                    tieOut.recordedLater().rows(),
                    tieOut.recordedLater().total(),
                    period.to()));
        }
        if (summary.faults() > 0) {
            output.line(message("binder.faults", summary.faults()));
        }
        if (!summary.showsConfidential()) {
            output.line(message("binder.hidden"));
        }
    }

    private void receipts(ReceiptTotals receipts, Output output) {
        if (receipts.first().isPresent()) {
            output.line(message(
                    "binder.receipts", receipts.first().get(), receipts.last().orElseThrow(), receipts.missing()));
        }
    }
}
