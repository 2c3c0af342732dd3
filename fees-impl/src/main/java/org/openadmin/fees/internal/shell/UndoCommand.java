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
    Role needed() {
        return Role.BILL;
    }

    @Override
    List<String> words() {
        return words;
    }

    @Override
    CorrectionRequest request(List<String> arguments, Wish wish) {
        BatchNumber batch = OptionValues.batch(Arguments.one("batch", arguments));
        return new Undo(wish.key(), wish.actor(), batch, wish.date(), wish.reason());
    }

    @Override
    String said(CorrectionRequest request) {
        return say("correct.undo", ((Undo) request).batch());
    }
}
