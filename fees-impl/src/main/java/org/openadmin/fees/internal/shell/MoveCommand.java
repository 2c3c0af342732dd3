package org.openadmin.fees.internal.shell;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.openadmin.fees.api.AccountNumber;
import org.openadmin.fees.api.Confirmation;
import org.openadmin.fees.api.Role;
import org.openadmin.fees.api.corrections.CorrectionRequest;
import org.openadmin.fees.api.corrections.CorrectionRequest.MoveCredit;

/** The command {@code fees:move}. */
@Service
@Command(scope = "fees", name = "move", description = "Moves credit from one student's account to another's")
public final class MoveCommand extends CorrectionCommand {

    @Argument(
            name = "studnums",
            description = "The number of the student whose credit is moved, and of the one who gets it",
            required = true,
            multiValued = true)
    List<String> words = List.of();

    @Option(name = "--amount", description = "The amount to move, such as 12.34; at most the credit")
    String amount;

    public MoveCommand() {}

    MoveCommand(ShellUser user, Output output) {
        super(user, output);
    }

    @Override
    Role requiredRole() {
        return Role.CASHIER;
    }

    @Override
    List<String> arguments() {
        return words;
    }

    @Override
    CorrectionRequest request(List<String> arguments, CommonFields common) {
        if (arguments.size() != 2) {
            throw new UsageException("usage.move");
        }
        return new MoveCredit(
                common.key(),
                common.actor(),
                AccountNumber.parse(arguments.get(0)),
                AccountNumber.parse(arguments.get(1)),
                money("--amount", amount),
                common.date(),
                UsageException.required("--reason", reason),
                confirmed(common.confirmed()));
    }

    /** With --yes, the two need not be of one family. */
    private Set<Confirmation> confirmed(Set<Confirmation> common) {
        Set<Confirmation> confirmed = EnumSet.noneOf(Confirmation.class);
        confirmed.addAll(common);
        if (yes) {
            confirmed.add(Confirmation.OUTSIDER);
        }
        return confirmed;
    }

    @Override
    String resultMessage(CorrectionRequest request) {
        MoveCredit move = (MoveCredit) request;
        return message("correct.move", move.amount(), move.from(), move.to());
    }
}
