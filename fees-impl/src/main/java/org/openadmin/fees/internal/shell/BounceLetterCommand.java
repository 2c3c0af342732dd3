package org.openadmin.fees.internal.shell;

import java.util.List;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.openadmin.fees.api.payments.ReceiptNumber;

/** The command {@code fees:bounce-letter}. */
@Service
@Command(scope = "fees", name = "bounce-letter", description = "Writes the letter about a returned payment as PDF")
public final class BounceLetterCommand extends DocumentCommand {

    @Argument(name = "receipt", description = "The receipt's number", required = true, multiValued = true)
    List<String> words = List.of();

    public BounceLetterCommand() {}

    BounceLetterCommand(ShellUser user, Output output) {
        super(user, output);
    }

    @Override
    List<String> arguments() {
        return words;
    }

    @Override
    void run(List<String> arguments, Output output) {
        ReceiptNumber receipt = ReceiptNumber.parse(Arguments.one("receipt", arguments));
        write(
                "document.returned-payment",
                receipt,
                (documents, pdf) -> documents.returnedPayment(actor(), receipt, pdf),
                output);
    }
}
