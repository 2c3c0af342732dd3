package org.openadmin.fees.internal.shell;

import java.util.List;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.openadmin.fees.api.Role;
import org.openadmin.fees.api.billing.BatchNumber;
import org.openadmin.fees.api.corrections.CorrectionRequest;
import org.openadmin.fees.api.corrections.CorrectionRequest.Undo;

/** The command {@code fees:undo}. */
@Service
@Command(
        scope = "fees",
        name = "undo",
        description = "Undoes an assessment: reverses each of its charges that is not yet reversed or waived")
public final class UndoCommand extends CorrectionCommand {

    @Argument(name = "batch", description = "The batch number of the assessment", required = true, multiValued = true)
    List<String> words = List.of();

    public UndoCommand() {}

    UndoCommand(ShellUser user, Output output) {
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
    CorrectionRequest request(List<String> arguments, CommonFields common) {
        BatchNumber batch = OptionValues.batch(Arguments.one("batch", arguments));
        return new Undo(common.key(), common.actor(), batch, common.date(), common.reason(), common.confirmed());
    }

    @Override
    String resultMessage(CorrectionRequest request) {
        return message("correct.undo", ((Undo) request).batch());
    }
}
