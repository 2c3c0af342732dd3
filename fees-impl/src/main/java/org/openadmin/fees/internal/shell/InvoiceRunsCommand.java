package org.openadmin.fees.internal.shell;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.openadmin.fees.api.Progress;
import org.openadmin.fees.api.StudentSnapshot;
import org.openadmin.fees.api.documents.FeeExports;
import org.openadmin.fees.api.documents.ListFormat;
import org.openadmin.fees.api.invoicing.InvoicePrinter;
import org.openadmin.fees.api.invoicing.InvoiceReprint;
import org.openadmin.fees.api.invoicing.InvoiceRun;
import org.openadmin.fees.api.invoicing.InvoiceRun.Channel;
import org.openadmin.fees.api.invoicing.InvoiceRuns;
import org.openadmin.fees.api.invoicing.RunNumber;

/** The command {@code fees:invoice-runs}. */
@Service
@Command(
        scope = "fees",
        name = "invoice-runs",
        description =
                "Shows the latest invoice runs, or the log of one: its results, and who was left out and why; stops one, or opens its PDF again")
public final class InvoiceRunsCommand extends FileCommand {

    private static final int LATEST = 20;

    @Reference(optional = true)
    InvoiceRuns runs;

    @Reference(optional = true)
    FeeExports exports;

    @Reference(optional = true)
    InvoicePrinter printer;

    @Argument(name = "number", description = "The number of a run; the latest runs by default", multiValued = true)
    List<String> words = List.of();

    @Option(
            name = "--out",
            description =
                    "The file to write, in the export folder: the PDF of a printed run again if its name ends in .pdf, otherwise the log of the run, as an Excel workbook if it ends in .xlsx, and else as CSV")
    String out;

    @Option(name = "--limit", description = "The most runs to list, up to 1000; the 20 latest by default")
    String limit;

    @Option(name = "--offset", description = "How many of the latest runs to skip")
    String offset;

    @Option(name = "--stop", description = "Stops the run, wherever it was started, before its next message")
    boolean stop;

    public InvoiceRunsCommand() {}

    InvoiceRunsCommand(ShellUser user, Output output) {
        super(user, output);
    }

    @Override
    List<String> arguments() {
        return words;
    }

    @Override
    void run(List<String> arguments, Output output) {
        if (arguments.isEmpty() && out == null && !stop) {
            latest(output);
            return;
        }
        RunNumber number = RunNumber.parse(Arguments.one("number", arguments));
        if (stop) {
            stop(number, output);
        }
        if (out == null) {
            show(require(runs).run(actor(), number), output);
            return;
        }
        if (out.toLowerCase(Locale.ROOT).endsWith(".pdf")) {
            reprint(number, output);
            return;
        }
        AtomicFile file = file(out);
        FeeExports lists = require(exports);
        write(file, stream -> {
            lists.run(actor(), number, ListFormat.of(out), stream);
            return number;
        });
        output.line(message("run.file", number, file));
    }

    private void reprint(RunNumber number, Output output) {
        AtomicFile file = file(out);
        InvoicePrinter invoices = require(printer);
        InvoiceReprint reprint = write(file, stream -> invoices.reprint(actor(), number, Progress.NONE, stream));
        output.line(message("run.pdf", number, file));
        String first = time(reprint.run().startedAt());
        output.line(
                reprint.isSame()
                        ? message("run.pdf.same", first)
                        : message(
                                "run.pdf.changed",
                                first,
                                reprint.reasons().stream().map(this::words).collect(Collectors.joining("; "))));
    }

    private String words(InvoiceReprint.Reason reason) {
        String change = kinds().of(reason.change());
        if (reason.students().isEmpty()) {
            return change;
        }
        String names =
                reason.students().stream().map(StudentSnapshot::spokenName).collect(Collectors.joining(", "));
        return message(
                "run.pdf.students", change, reason.more() == 0 ? names : message("run.pdf.more", names, reason.more()));
    }

    private void stop(RunNumber number, Output output) {
        InvoiceRun run = require(runs).stop(actor(), number);
        output.line(
                run.state().isUnderWay()
                        ? message("run.stop", number)
                        : message("run.stop.ended", number, kinds().of(run.state())));
    }

    private void latest(Output output) {
        ListRange range = ListRange.of(limit, offset, LATEST);
        List<InvoiceRun> latest = require(runs).latest(actor(), range.page(0).orElseThrow());
        if (latest.isEmpty() && range.offset() == 0) {
            output.line(message("run.none"));
        }
        latest.forEach(run -> output.line(head(run)));
    }

    private void show(InvoiceRun run, Output output) {
        output.line(head(run));
        output.line(message("document.invoices.sums", run.pages(), run.charged(), run.credit(), run.due()));
        if (run.channel() == Channel.EMAIL && run.state().isUnderWay()) {
            output.line(message("run.progress", run.meant() - run.waiting(), run.meant()));
        }
        run.outcomes()
                .forEach((outcome, count) ->
                        output.line(message("run.outcome", count, kinds().of(run.kind(), outcome))));
        if (!run.problem().isEmpty()) {
            output.line(message("run.problem", run.problem()));
        }
    }

    private String head(InvoiceRun run) {
        return message(
                "run.head",
                run.number(),
                kinds().of(run.channel()),
                time(run.startedAt()),
                run.date(),
                run.audience().isEmpty() ? message("run.everybody") : run.audience(),
                kinds().of(run.state()),
                run.startedBy(),
                kinds().of(run.kind()));
    }
}
