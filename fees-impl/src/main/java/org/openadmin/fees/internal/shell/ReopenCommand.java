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
import org.openadmin.fees.api.journal.ClosingRequest.Reopen;
import org.openadmin.fees.api.journal.Closings;

/** The command {@code fees:reopen}. */
@Service
@Command(scope = "fees", name = "reopen", description = "Reopens a closed month and all after it")
public final class ReopenCommand extends ShellCommand {

    @Reference(optional = true)
    Closings closings;

    @Argument(name = "month", description = "The month, such as 2026-09", required = true, multiValued = true)
    List<String> words = List.of();

    @Option(name = "--reason", description = "Why it is reopened, saved with the reopening")
    String reason;

    @Option(name = "--key", description = "A UUID for this request: sent twice, the month is reopened once")
    String key;

    public ReopenCommand() {}

    ReopenCommand(ShellUser user, Output output) {
        super(user, output);
    }

    @Override
    Role requiredRole() {
        return Role.ADMIN;
    }

    @Override
    List<String> arguments() {
        return words;
    }

    @Override
    void run(List<String> arguments, Output out) {
        YearMonth month = Dates.parseMonth(Arguments.one("month", arguments));
        String given = UsageException.required("--reason", reason);
        RequestKey request = requestKey(key);
        Closing closing = require(closings).apply(new Reopen(request, actor(), month, given));
        out.line(message("reopen.done", closing.month(), closing.number(), closing.closedThrough()));
    }
}
