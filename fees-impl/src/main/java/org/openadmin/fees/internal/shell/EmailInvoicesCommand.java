package org.openadmin.fees.internal.shell;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.openadmin.fees.api.Progress;
import org.openadmin.fees.api.Role;
import org.openadmin.fees.api.invoicing.InvoiceMailer;
import org.openadmin.fees.api.invoicing.InvoiceOrder;
import org.openadmin.fees.api.invoicing.InvoiceRequest;
import org.openadmin.fees.api.invoicing.InvoiceRun;
import org.openadmin.fees.api.invoicing.InvoiceRun.Outcome;
import org.openadmin.fees.api.invoicing.InvoiceRuns;
import org.openadmin.fees.api.invoicing.OutgoingMail;
import org.openadmin.fees.api.invoicing.RunNumber;
import org.openadmin.fees.spi.ReaderWork;

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
            InvoiceMailer.Plan plan = require(mail).plan(request);
            output.line(message("mail.plan", plan.messages(), plan.students(), plan.due()));
            require(outgoing)
                    .setup(actor())
                    .ifPresent(setup -> output.line(message(
                            "mail.plan.sender",
                            setup.sender(),
                            setup.from(),
                            request.invoices().date())));
            outcomes(plan.leftOut(), output);
            before(plan, output);
            return;
        }
        before(require(mail).plan(request), output);
        OwnRun started = new OwnRun(require(runs), actor(), request.invoices().key());
        own = Optional.of(started);
        InvoiceRun run = require(mail).send(request, progress(started, output));
        output.line(message("mail.run", run.number(), kinds().of(run.state()), run.count(Outcome.SENT), run.due()));
        Map<Outcome, Integer> others = new TreeMap<>(run.outcomes());
        others.remove(Outcome.SENT);
        outcomes(others, output);
        output.line(message("mail.lines", run.number()));
    }

    /** What has to be known before anything is sent. */
    private void before(InvoiceMailer.Plan plan, Output output) {
        plan.shared().forEach(each -> output.line(message("mail.shared", each.address(), each.families())));
        if (plan.alreadySent() > 0) {
            output.line(message("mail.already", plan.alreadySent()));
        }
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

    /** Names the run before its first message, because it can be stopped from elsewhere. */
    private Progress progress(OwnRun started, Output output) {
        AtomicBoolean named = new AtomicBoolean();
        return (done, all) -> {
            if (!named.getAndSet(true)) {
                started.number().ifPresent(number -> output.line(message("mail.started", number)));
                output.flush();
            }
            return !ReaderWork.isStopped();
        };
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

    private void outcomes(Map<Outcome, Integer> outcomes, Output output) {
        new TreeMap<>(outcomes)
                .forEach((outcome, count) -> output.line(message("run.outcome", count, kinds().of(outcome))));
    }
}
