package org.openadmin.fees.internal.shell;

import java.util.List;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.openadmin.fees.api.Role;
import org.openadmin.fees.api.mail.OutgoingMail;

/** The command {@code fees:mail-test}. */
@Service
@Command(scope = "fees", name = "mail-test", description = "Sends a test message through the school's mail server")
public final class MailTestCommand extends ShellCommand {

    @Reference(optional = true)
    OutgoingMail outgoing;

    @Argument(name = "address", description = "The e-mail address to send it to", multiValued = true)
    List<String> words = List.of();

    public MailTestCommand() {}

    MailTestCommand(ShellUser user, Output output) {
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
    void run(List<String> arguments, Output output) {
        String address = Arguments.one("address", arguments);
        OutgoingMail mail = require(outgoing);
        mail.sendTest(actor(), address);
        output.line(message("mail.test.sent", address));
        mail.setup(actor()).ifPresent(setup -> output.line(MailSetupText.of(setup, texts())));
    }
}
