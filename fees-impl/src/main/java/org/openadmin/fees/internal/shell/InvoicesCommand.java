package org.openadmin.fees.internal.shell;

import java.util.List;
import java.util.Optional;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.openadmin.fees.api.Progress;
import org.openadmin.fees.api.RequestKey;
import org.openadmin.fees.api.Role;
import org.openadmin.fees.api.invoicing.InvoicePrinter;
import org.openadmin.fees.api.invoicing.InvoiceRequest;
import org.openadmin.fees.api.invoicing.InvoiceRun;
import org.openadmin.fees.api.invoicing.InvoiceRuns;

/** The command {@code fees:invoices}. */
@Service
@Command(
        scope = "fees",
        name = "invoices",
        description = "Writes one PDF with an invoice for each student who owes money")
public final class InvoicesCommand extends FileCommand {

    @Reference(optional = true)
    InvoicePrinter printer;

    @Option(name = "--date", description = "The invoice date, such as 2026-09-30")
    String date;

    @Option(name = "--out", description = "The file to write, in the export folder")
    String out;

    @Option(
            name = "--group",
            description =
                    "Whom to invoice: grade, homeroom, subject-section or student; by default, everyone who owes money")
    @Completion(GroupCompleter.class)
    String group;

    @Option(name = "--values", description = "The values of the group, such as \"9 10\"")
    String values;

    @Option(name = "--profile", description = "A configured profile, instead of a group")
    String profile;

    @Option(name = "--minimum", description = "The minimum amount due for an invoice, such as 5.00")
    String minimum;

    @Option(name = "--sort", description = "The page order: name, homeroom or grade")
    String sort = "name";

    @Option(
            name = "--unaddressed",
            description = "Includes students with no postal address, who are otherwise left out")
    boolean unaddressed;

    @Reference(optional = true)
    InvoiceRuns runs;

    private Optional<OwnRun> own = Optional.empty();

    public InvoicesCommand() {}

    InvoicesCommand(ShellUser user, Output output) {
        super(user, output);
    }

    @Override
    Role requiredRole() {
        return Role.BILL;
    }

    @Override
    String whereToLook(Exception failure) {
        return own.map(run -> run.whereToLook(failure, texts())).orElse("");
    }

    @Override
    void run(List<String> arguments, Output output) {
        InvoiceRequest request = new InvoiceRequest(
                RequestKey.fresh(),
                actor(),
                date(UsageException.required("--date", date)),
                OptionValues.audience(group, values, profile),
                Optional.ofNullable(minimum).map(amount -> money("--minimum", amount)),
                OptionValues.order(sort),
                unaddressed);
        AtomicFile file = file(out);
        InvoicePrinter invoices = require(printer);
        own = Optional.of(new OwnRun(require(runs), actor(), request.key()));
        InvoiceRun run = write(file, stream -> invoices.print(request, Progress.NONE, stream));
        output.line(message("document.invoices", run.invoices(), file));
        output.line(message("document.invoices.sums", run.pages(), run.charged(), run.credit(), run.due()));
        if (run.leftOut() > 0) {
            output.line(message("document.invoices.left-out", run.leftOut(), run.number()));
        }
    }
}
