package org.openadmin.fees.internal.shell;

import java.time.YearMonth;
import java.util.List;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.openadmin.fees.api.Dates;
import org.openadmin.fees.api.RequestKey;
import org.openadmin.fees.api.Role;
import org.openadmin.fees.api.journal.Closing;
import org.openadmin.fees.api.journal.ClosingCheck;
import org.openadmin.fees.api.journal.ClosingCheck.Finding;
import org.openadmin.fees.api.journal.ClosingRequest.Close;
import org.openadmin.fees.api.journal.Closings;

/** The command {@code fees:close}. */
@Service
@Command(
        scope = "fees",
        name = "close",
        description = "Closes a month and all before it: nothing can be dated in them any more")
public final class CloseCommand extends ShellCommand {

    @Reference(optional = true)
    Closings closings;

    @Argument(name = "month", description = "The month, such as 2026-09", required = true, multiValued = true)
    List<String> words = List.of();

    @Option(name = "--dry-run", description = "Shows what should be looked at before, and closes nothing")
    boolean dryRun;

    @Option(name = "--key", description = "A UUID for this request: sent twice, the month is closed once")
    String key;

    public CloseCommand() {}

    CloseCommand(ShellUser user, Output output) {
        super(user, output);
    }

    @Override
    Role requiredRole() {
        return Role.BILL;
    }

    @Override
    List<String> arguments() {
        return words;
    }

    @Override
    void run(List<String> arguments, Output out) {
        YearMonth month = Dates.parseMonth(Arguments.one("month", arguments));
        RequestKey request = requestKey(key);
        Closings service = require(closings);
        if (dryRun) {
            check(service.check(actor(), month), out);
            out.line(message("close.dry-run"));
            return;
        }
        if (service.find(actor(), request).isEmpty()) {
            check(service.check(actor(), month), out);
        }
        Closing closing = service.apply(new Close(request, actor(), month));
        out.line(message("close.done", closing.month(), closing.number(), closing.closedThrough()));
    }

    private void check(ClosingCheck check, Output out) {
        out.line(message("close.rows", check.month(), check.rows()));
        for (Finding finding : Finding.values()) {
            long count = check.count(finding);
            if (count > 0) {
                out.line(message(key(finding), count));
            }
        }
    }

    private static String key(Finding finding) {
        return switch (finding) {
            case FAULT -> "close.faults";
            case INHERITED_FAULT -> "close.inherited";
            case EARLIER_MONTH -> "close.earlier";
            case LATE_ROW -> "close.late";
            case UNDEPOSITED -> "close.undeposited";
            case NEGATIVE_DRAWER -> "close.overdrawn";
            case UNPOSTED_ROW -> "close.unposted";
        };
    }
}
