package org.openadmin.fees.internal.shell;

import java.util.List;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.openadmin.fees.api.Role;
import org.openadmin.fees.api.billing.FeeCatalogue;
import org.openadmin.fees.api.billing.PredefinedFeeId;

/** The command {@code fees:predefined-remove}. */
@Service
@Command(
        scope = "fees",
        name = "predefined-remove",
        description = "Removes a predefined fee that has never been charged")
public final class PredefinedRemoveCommand extends ShellCommand {

    @Reference(optional = true)
    FeeCatalogue catalogue;

    @Argument(name = "id", description = "Its number in fees:predefined-list", required = true)
    String id;

    public PredefinedRemoveCommand() {}

    PredefinedRemoveCommand(ShellUser user, Output output) {
        super(user, output);
    }

    @Override
    Role requiredRole() {
        return Role.BILL;
    }

    @Override
    void run(List<String> arguments, Output out) {
        PredefinedFeeId number = PredefinedFeeId.parse(id);
        require(catalogue).remove(actor(), number);
        out.line(message("predefined.removed", number));
    }
}
