package org.openadmin.fees.internal.shell;

import java.util.List;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.openadmin.fees.api.documents.FeeReports.Print;
import org.openadmin.fees.api.mail.ReceiptMailer;
import org.openadmin.fees.api.payments.ReceiptNumber;

/** The command {@code fees:receipt}. */
@Service
@Command(scope = "fees", name = "receipt", description = "Writes a receipt as PDF")
public final class ReceiptCommand extends DocumentCommand {

    @Reference(optional = true)
    ReceiptMailer mailer;

    @Argument(name = "number", description = "The receipt's number", required = true, multiValued = true)
    List<String> words = List.of();

    @Option(name = "--copy", description = "Marks it as a copy")
    boolean copy;

    public ReceiptCommand() {}

    ReceiptCommand(ShellUser user, Output output) {
        super(user, output);
    }

    @Override
    List<String> arguments() {
        return words;
    }

    @Override
    void run(List<String> arguments, Output output) {
        ReceiptNumber number = ReceiptNumber.parse(Arguments.one("number", arguments));
        boolean out = require(mailer).isOut(actor(), number);
        Print print = copy || out ? Print.COPY : Print.ORIGINAL;
        write("document.receipt", number, (documents, pdf) -> documents.receipt(actor(), number, print, pdf), output);
        if (out && !copy) {
            output.line(message("receipt.copy", number));
        }
    }
}
