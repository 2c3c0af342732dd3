package org.openadmin.fees.internal.shell;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.openadmin.fees.api.Role;
import org.openadmin.fees.api.invoicing.InvoiceMailer;
import org.openadmin.fees.api.invoicing.InvoiceOrder;
import org.openadmin.fees.api.invoicing.InvoiceRequest;
import org.openadmin.fees.api.invoicing.InvoiceRun;
import org.openadmin.fees.api.invoicing.InvoiceRuns;
import org.openadmin.fees.api.invoicing.RunNumber;
import org.openadmin.fees.api.mail.OutgoingMail;

/** The command {@code fees:email-invoices}. */
@Service
@Command(
        scope = "fees",
        name = "email-invoices",
        description = "E-mails each family the invoices of its students; Ctrl+C stops before the next message")
public final class EmailInvoicesCommand extends ShellCommand {

    @Reference(optional = true)
    InvoiceMailer mail;

    @Reference(optional = true)
    OutgoingMail outgoing;

    @Reference(optional = true)
    InvoiceRuns runs;

    @Option(name = "--date", description = "The invoice date, such as 2026-09-30")
    String date;

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

    @Option(name = "--finish", description = "Sends the rest of this run, with its date and its students")
    String finish;

    @Option(name = "--again", description = "Includes families already e-mailed an invoice of the same charges")
    boolean again;

    @Option(name = "--dry-run", description = "Shows how many messages would be sent, and sends none")
    boolean dryRun;

    @Option(name = "--key", description = "A UUID for this request: sent twice, it is done once")
    String key;

    private Optional<OwnRun> own = Optional.empty();

    public EmailInvoicesCommand() {}

    EmailInvoicesCommand(ShellUser user, Output output) {
        super(user, output);
    }

    @Override
    Role requiredRole() {
        return Role.BILL;
    }

    @Override
    void run(List<String> arguments, Output output) {
        InvoiceMailer.Request request = finish == null ? new InvoiceMailer.Request(invoices(), again) : finishing();
        if (dryRun) {
            mailing(output).show(request, require(outgoing).setup(actor()));
            return;
        }
        OwnRun started = new OwnRun(require(runs), actor(), request.invoices().key());
        own = Optional.of(started);
        mailing(output).send(request, started);
    }

    private ConsoleMailing mailing(Output output) {
        return new ConsoleMailing(require(mail), texts(), output);
    }

    private InvoiceMailer.Request finishing() {
        Map<String, Boolean> given = new LinkedHashMap<>();
        given.put("--date", date != null);
        given.put("--group", group != null);
        given.put("--values", values != null);
        given.put("--profile", profile != null);
        given.put("--minimum", minimum != null);
        given.put("--again", again);
        given.entrySet().stream().filter(Map.Entry::getValue).findFirst().ifPresent(option -> {
            throw new UsageException("usage.finish-alone", finish, option.getKey());
        });
        InvoiceRun run = require(runs).run(actor(), RunNumber.parse(finish));
        if (!run.canBeFinished()) {
            throw new UsageException("usage.finish", run.number());
        }
        return InvoiceMailer.Request.finishing(requestKey(key), actor(), run);
    }

    @Override
    String whereToLook(Exception failure) {
        return own.map(run -> run.whereToLook(failure, texts())).orElse("");
    }

    private InvoiceRequest invoices() {
        return new InvoiceRequest(
                requestKey(key),
                actor(),
                date(UsageException.required("--date", date)),
                OptionValues.audience(group, values, profile),
                Optional.ofNullable(minimum).map(amount -> money("--minimum", amount)),
                InvoiceOrder.NAME,
                false);
    }
}
