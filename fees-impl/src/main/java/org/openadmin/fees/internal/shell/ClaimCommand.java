package org.openadmin.fees.internal.shell;

import java.util.List;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.openadmin.fees.api.AccountNumber;
import org.openadmin.fees.api.Role;
import org.openadmin.fees.api.imports.BankLineNumber;
import org.openadmin.fees.api.imports.ClaimRequest;
import org.openadmin.fees.api.imports.Claims;
import org.openadmin.fees.api.imports.SendBackRequest;
import org.openadmin.fees.api.payments.Receipt;

/** The command {@code fees:claim}. */
@Service
@Command(
        scope = "fees",
        name = "claim",
        description = "Assigns unclaimed money to an account, or records that it was sent back")
public final class ClaimCommand extends ShellCommand {

    @Reference(optional = true)
    Claims claims;

    @Argument(
            name = "line",
            description = "The number of the line, and of the student or of a payer such as P12",
            required = true,
            multiValued = true)
    List<String> words = List.of();

    @Option(
            name = "--sent-back",
            description = "Why the money was sent back, or is no payment, in place of the number of an account")
    String reason;

    @Option(name = "--key", description = "A UUID for this request: sent twice, it is done once")
    String key;

    public ClaimCommand() {}

    ClaimCommand(ShellUser user, Output output) {
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
    void run(List<String> arguments, Output output) {
        if (arguments.size() != (reason == null ? 2 : 1)) {
            throw new UsageException("usage.claim");
        }
        BankLineNumber line = BankLineNumber.parse(arguments.get(0));
        if (reason != null) {
            require(claims).sendBack(new SendBackRequest(requestKey(key), actor(), line, reason));
            output.line(message("claim.sent-back", line));
            return;
        }
        AccountNumber account = AccountNumber.parse(arguments.get(1));
        Receipt receipt = require(claims).claim(new ClaimRequest(requestKey(key), actor(), line, account));
        output.line(message("claim.done", receipt.number(), receipt.received(), account, receipt.date()));
    }
}
