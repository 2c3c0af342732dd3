package org.openadmin.fees.internal.shell;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.openadmin.fees.api.Money;
import org.openadmin.fees.api.Progress;
import org.openadmin.fees.api.Role;
import org.openadmin.fees.api.invoicing.DueReminder;
import org.openadmin.fees.api.invoicing.InvoiceMailer;
import org.openadmin.fees.api.invoicing.InvoicePrinter;
import org.openadmin.fees.api.invoicing.InvoiceRequest;
import org.openadmin.fees.api.invoicing.InvoiceRun;
import org.openadmin.fees.api.invoicing.InvoiceRun.Kind;
import org.openadmin.fees.api.invoicing.InvoiceRun.Outcome;
import org.openadmin.fees.api.invoicing.InvoiceRuns;
import org.openadmin.fees.api.invoicing.ReminderStage;
import org.openadmin.fees.api.invoicing.Reminders;

/** The command {@code fees:reminders}. */
@Service
@Command(
        scope = "fees",
        name = "reminders",
        description = "Prints or e-mails a reminder to each family that is due for one, or shows who is")
public final class RemindersCommand extends FileCommand {

    @Reference(optional = true)
    Reminders reminders;

    @Reference(optional = true)
    InvoicePrinter printer;

    @Reference(optional = true)
    InvoiceMailer mail;

    @Reference(optional = true)
    InvoiceRuns runs;

    @Option(name = "--out", description = "The file to write, in the export folder")
    String out;

    @Option(name = "--email", description = "E-mails the reminders instead; Ctrl+C stops before the next message")
    boolean email;

    @Option(name = "--dry-run", description = "Shows who would be reminded of what, and prints and sends nothing")
    boolean dryRun;

    @Option(name = "--stage", description = "Only reminders of this stage, such as 14")
    String stage;

    @Option(
            name = "--group",
            description =
                    "Whom to remind: grade, homeroom, subject-section or student; by default, everyone who owes money")
    @Completion(GroupCompleter.class)
    String group;

    @Option(name = "--values", description = "The values of the group, such as \"9 10\"")
    String values;

    @Option(name = "--profile", description = "A configured profile, instead of a group")
    String profile;

    @Option(
            name = "--minimum",
            description = "The minimum overdue amount, such as 5.00; by default, the configured one")
    String minimum;

    @Option(name = "--sort", description = "The page order: name, homeroom or grade")
    String sort = "name";

    @Option(
            name = "--unaddressed",
            description = "Includes students with no postal address, who are otherwise left out")
    boolean unaddressed;

    @Option(name = "--key", description = "A UUID for this request: sent twice, each family is reminded once")
    String key;

    private Optional<OwnRun> own = Optional.empty();

    public RemindersCommand() {}

    RemindersCommand(ShellUser user, Output output) {
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
        InvoiceRequest request = request();
        if (dryRun) {
            preview(require(reminders).due(request), output);
            return;
        }
        if (email) {
            email(request, output);
            return;
        }
        AtomicFile file = file(out);
        InvoicePrinter letters = require(printer);
        own = Optional.of(new OwnRun(require(runs), actor(), request.key()));
        InvoiceRun run = write(file, stream -> letters.print(request, Progress.NONE, stream));
        output.line(message("reminders.file", run.invoices(), file));
        output.line(message("document.invoices.sums", run.pages(), run.charged(), run.credit(), run.due()));
        if (run.leftOut() > 0) {
            output.line(message("reminders.left-out", run.leftOut(), run.number()));
        }
    }

    private void email(InvoiceRequest request, Output output) {
        if (out != null) {
            throw new UsageException("usage.email-or-out");
        }
        OwnRun started = new OwnRun(require(runs), actor(), request.key());
        own = Optional.of(started);
        new ConsoleMailing(require(mail), texts(), output).send(new InvoiceMailer.Request(request, false), started);
    }

    private InvoiceRequest request() {
        return new InvoiceRequest(
                requestKey(key),
                actor(),
                Kind.REMINDERS,
                Optional.ofNullable(stage).map(this::stage),
                today(),
                OptionValues.audience(group, values, profile),
                Optional.ofNullable(minimum).map(amount -> money("--minimum", amount)),
                OptionValues.order(sort),
                unaddressed);
    }

    /** A stage of the configuration: another one has no reminders, and is probably a mistake. */
    private int stage(String given) {
        List<Integer> stages = require(reminders).stages(actor()).stream()
                .map(ReminderStage::days)
                .toList();
        return stages.stream()
                .filter(days -> given.strip().equals(String.valueOf(days)))
                .findFirst()
                .orElseThrow(() -> new UsageException(
                        "usage.stage",
                        given,
                        stages.stream().map(String::valueOf).collect(Collectors.joining(", "))));
    }

    private void preview(List<DueReminder> all, Output output) {
        List<DueReminder> due =
                all.stream().filter(each -> each.stage().isPresent()).toList();
        if (!due.isEmpty()) {
            table(
                    List.of("studnum", "name", "homeroom", "overdue", "since", "days", "stage", "last"),
                    due.stream().map(RemindersCommand::row).toList(),
                    output);
        }
        Money sum = due.stream()
                .map(DueReminder::amount)
                .reduce(Money.zero(require(settings).current().currency()), Money::plus);
        output.line(message("reminders.plan", due.size(), sum));
        Map<Outcome, Integer> others = new EnumMap<>(Outcome.class);
        all.forEach(each -> each.reason().ifPresent(reason -> others.merge(reason, 1, Integer::sum)));
        others.forEach((outcome, count) -> output.line(message("run.outcome", count, kinds().of(outcome))));
    }

    private static List<Object> row(DueReminder due) {
        return List.of(
                due.student().number(),
                due.student().name(),
                due.student().homeroom(),
                due.amount().amount(),
                due.since(),
                due.days(),
                due.stage().orElseThrow().days(),
                due.last()
                        .<Object>map(last -> last.date() + " (" + last.stage().days() + ")")
                        .orElse(""));
    }
}
