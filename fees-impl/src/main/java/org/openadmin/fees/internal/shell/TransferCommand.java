package org.openadmin.fees.internal.shell;

import java.util.List;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.openadmin.fees.api.Role;
import org.openadmin.fees.api.billing.ChargeId;
import org.openadmin.fees.api.corrections.CorrectionRequest;
import org.openadmin.fees.api.corrections.CorrectionRequest.TakeBack;
import org.openadmin.fees.api.corrections.CorrectionRequest.Transfer;

/** The command {@code fees:transfer}. */
@Service
@Command(
        scope = "fees",
        name = "transfer",
        description = "Transfers an outstanding charge to a payer, or takes the transfer back")
public final class TransferCommand extends CorrectionCommand {

    @Argument(name = "charge", description = "The charge's number", required = true, multiValued = true)
    List<String> words = List.of();

    @Option(name = "--payer", description = "The number of the payer who owes the charge from now on, such as P12")
    String payer;

    @Option(name = "--take-back", description = "Takes the transfer back: the student owes the charge again")
    boolean back;

    public TransferCommand() {}

    TransferCommand(ShellUser user, Output output) {
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
        if (back == (payer != null)) {
            throw new UsageException("usage.transfer");
        }
        return back
                ? new TakeBack(common.key(), common.actor(), charge, common.date(), common.reason(), common.confirmed())
                : new Transfer(
                        common.key(),
                        common.actor(),
                        charge,
                        OptionValues.payer(payer),
                        common.date(),
                        common.reason(),
                        common.confirmed());
    }

    @Override
    String resultMessage(CorrectionRequest request) {
        return request instanceof Transfer transfer
                ? message("correct.transfer", transfer.charge(), transfer.payer())
                : message("correct.take-back", ((TakeBack) request).charge());
    }
}
