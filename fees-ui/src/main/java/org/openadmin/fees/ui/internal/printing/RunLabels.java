package org.openadmin.fees.ui.internal.printing;

import java.time.Instant;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.openadmin.fees.api.invoicing.InvoiceRun;
import org.openadmin.fees.api.invoicing.InvoiceRun.Outcome;
import org.openadmin.fees.api.students.GroupKind;
import org.openadmin.fees.ui.internal.UserContext;

/** The texts about an invoice run. */
public final class RunLabels {

    private final UserContext context;

    public RunLabels(UserContext context) {
        this.context = context;
    }

    /** The outcome of a line of this run, with the stage of a reminder. */
    public String outcome(InvoiceRun run, InvoiceRun.Line line) {
        String outcome = context.format(run.kind(), line.outcome());
        return line.reminder()
                .map(stage -> outcome + " · " + context.text("reminders.stage.days", stage.days()))
                .orElse(outcome);
    }

    public String outcome(Outcome outcome) {
        return context.format(outcome);
    }

    /** The detail of a line: the mail server's words as they are, and the outcomes at addresses in the user's language. */
    public String detail(InvoiceRun.Line line) {
        return Stream.of(line.detail().split("; ")).map(this::addressed).collect(Collectors.joining("; "));
    }

    private String addressed(String part) {
        int words = part.lastIndexOf(": ") + 2;
        return Stream.of(Outcome.values())
                .filter(outcome -> words > 1 && outcome.words().equals(part.substring(words)))
                .findFirst()
                .map(outcome -> part.substring(0, words) + outcome(outcome))
                .orElse(part);
    }

    public String state(InvoiceRun run) {
        return context.format(run.state());
    }

    public String channel(InvoiceRun run) {
        return context.format(run.channel());
    }

    /** The group of students, in the user's language: the log stores the word for the group as written in the configuration. */
    public String whom(InvoiceRun run) {
        if (run.audience().isEmpty()) {
            return context.text("invoices.everybody");
        }
        String[] wordAndRest = run.audience().split(" ", 2);
        return Stream.of(GroupKind.values())
                .filter(kind -> kind.keyword().equals(wordAndRest[0]))
                .findFirst()
                .map(kind -> context.format(kind) + " " + wordAndRest[1])
                .orElseGet(() -> context.text("audience.profile") + " " + wordAndRest[1]);
    }

    public String time(Instant instant) {
        return context.format(instant);
    }

    /**
     * How many students got no invoice and why, such as {@code 12 got no invoice: nothing due (10), no postal address (2)};
     * empty if none were left out.
     */
    public String leftOut(InvoiceRun run) {
        return leftOut(run.isOfReminders() ? "reminders.left-out" : "run.left-out", run.outcomes());
    }

    /** How many students with an overdue amount would get no reminder and why; empty if none. */
    public String withoutReminder(Map<Outcome, Integer> outcomes) {
        return leftOut("reminders.left-out", outcomes);
    }

    /** How many students would get no message and why; empty if none would be left out. */
    public String withoutMessage(Map<Outcome, Integer> outcomes) {
        return leftOut("mailing.left-out", outcomes);
    }

    private String leftOut(String sentence, Map<Outcome, Integer> outcomes) {
        int all = 0;
        for (Map.Entry<Outcome, Integer> each : outcomes.entrySet()) {
            all += each.getKey().isLeftOut() ? each.getValue() : 0;
        }
        return all == 0 ? "" : context.text(sentence, all, reasons(outcomes));
    }

    private String reasons(Map<Outcome, Integer> outcomes) {
        return outcomes.entrySet().stream()
                .filter(each -> each.getKey().isLeftOut())
                .sorted(Map.Entry.comparingByKey())
                .map(each -> context.text("run.reason", each.getValue(), outcome(each.getKey())))
                .collect(Collectors.joining(", "));
    }
}
