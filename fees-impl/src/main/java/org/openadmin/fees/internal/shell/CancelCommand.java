package org.openadmin.fees.internal.shell;

import java.util.List;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.openadmin.fees.api.Role;
import org.openadmin.fees.api.billing.ChargeId;
import org.openadmin.fees.api.corrections.CorrectionRequest;
import org.openadmin.fees.api.corrections.CorrectionRequest.Cancel;

/** The command {@code fees:cancel}. */
@Service
@Command(scope = "fees", name = "cancel", description = "Reverses one charge; what was paid for it becomes credit")
public final class CancelCommand extends CorrectionCommand {

    @Argument(name = "charge", description = "The charge's number", required = true, multiValued = true)
    List<String> words = List.of();

    public CancelCommand() {}

    CancelCommand(ShellUser user, Output output) {
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
        ChargeId charge = ChargeId.parse(Arguments.one("charge", arguments));
        return new Cancel(common.key(), common.actor(), charge, common.date(), common.reason(), common.confirmed());
    }

    @Override
    String resultMessage(CorrectionRequest request) {
        return message("correct.cancel", ((Cancel) request).charge());
    }
}
