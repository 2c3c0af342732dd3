package org.openadmin.fees.internal.shell;

import java.util.List;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.openadmin.fees.api.corrections.RefundNumber;

/** The command {@code fees:refund-slip}. */
@Service
@Command(scope = "fees", name = "refund-slip", description = "Writes the slip of a refund as PDF, to be signed")
public final class RefundSlipCommand extends DocumentCommand {

    @Argument(
            name = "number",
            description = "The refund's number, as printed by fees:refund",
            required = true,
            multiValued = true)
    List<String> words = List.of();

    public RefundSlipCommand() {}

    RefundSlipCommand(ShellUser user, Output output) {
        super(user, output);
    }

    @Override
    List<String> arguments() {
        return words;
    }

    @Override
    void run(List<String> arguments, Output output) {
        RefundNumber number = RefundNumber.parse(Arguments.one("number", arguments));
        write("document.refund", number, (documents, pdf) -> documents.refund(actor(), number, pdf), output);
    }
}
