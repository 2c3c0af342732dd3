package org.openadmin.fees.internal.shell;

import java.util.List;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.openadmin.fees.api.journal.Closing;
import org.openadmin.fees.api.journal.Closing.Type;
import org.openadmin.fees.api.journal.Closings;

/** The command {@code fees:closings}. */
@Service
@Command(
        scope = "fees",
        name = "closings",
        description = "Lists the months that were closed and reopened, newest first")
public final class ClosingsCommand extends ListCommand {

    @Reference(optional = true)
    Closings closings;

    public ClosingsCommand() {}

    ClosingsCommand(ShellUser user, Output output) {
        super(user, output);
    }

    @Override
    void run(List<String> arguments, Output output) {
        List<Closing> made = require(closings).list(actor());
        if (made.isEmpty() && !isData()) {
            output.line(message("closings.none"));
            return;
        }
        list(
                "list.closings",
                List.of("number", "type", "month", "closed_through", "reason", "time", "user"),
                made.stream().map(this::row).toList(),
                output);
    }

    private String word(Type type) {
        return message(type == Type.CLOSED ? "closings.close" : "closings.reopen");
    }

    private List<Object> row(Closing closing) {
        return List.of(
                closing.number(),
                isForPrograms()
                        ? closing.type().code()
                        : message("closings." + closing.type().code()),
                closing.month().toString(),
                closing.closedThrough(),
                closing.reason(),
                isForPrograms() ? closing.at() : time(closing.at()),
                closing.by());
    }
}
