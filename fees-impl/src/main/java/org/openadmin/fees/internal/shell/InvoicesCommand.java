package org.openadmin.fees.internal.shell;

import java.util.List;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.openadmin.fees.api.Dates;
import org.openadmin.fees.api.FeeReports;
import org.openadmin.fees.api.InvoiceRequest;
import org.openadmin.fees.api.InvoiceRun;
import org.openadmin.fees.api.Role;

/** {@code fees:invoices} */
@Service
@Command(
        scope = "fees",
        name = "invoices",
        description = "Writes one PDF with an invoice for each student who owes something")
public final class InvoicesCommand extends ShellCommand {

    @Reference(optional = true)
    FeeReports reports;

    @Option(name = "--date", description = "The date of the invoices, such as 2026-09-30")
    String date;

    @Option(name = "--out", description = "The file to write; one that is there is replaced")
    String out;

    @Option(
            name = "--group",
            description = "Whom to invoice: grade, homeroom, subject-section or student; without it, everybody")
    @Completion(GroupCompleter.class)
    String group;

    @Option(name = "--values", description = "The values of the group, such as \"9 10\"")
    String values;

    @Option(name = "--profile", description = "A configured profile, instead of a group")
    String profile;

    public InvoicesCommand() {}

    InvoicesCommand(ShellUser user, Output output) {
        super(user, output);
    }

    @Override
    Role needed() {
        return Role.BILL;
    }

    @Override
    void run(List<String> arguments, Output output) {
        InvoiceRequest request = new InvoiceRequest(
                actor(), Dates.parse(UsageException.required("--date", date)), Values.audience(group, values, profile));
        OutFile file = new OutFile(out);
        FeeReports documents = needs(reports);
        InvoiceRun run = file.write(stream -> documents.invoices(request, stream));
        output.line(say("document.invoices", run.invoices(), file));
        output.line(say("document.invoices.sums", run.pages(), run.charged(), run.credit(), run.due()));
        if (!run.nothingDue().isEmpty()) {
            output.line(say("document.invoices.nothing-due", run.nothingDue().size()));
        }
    }
}
