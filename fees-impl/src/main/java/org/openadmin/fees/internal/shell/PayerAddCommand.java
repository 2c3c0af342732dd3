package org.openadmin.fees.internal.shell;

import java.util.List;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.openadmin.fees.api.Role;
import org.openadmin.fees.api.payers.AddPayerRequest;
import org.openadmin.fees.api.payers.Payer;
import org.openadmin.fees.api.payers.PayerDetails;
import org.openadmin.fees.api.payers.PayerKind;
import org.openadmin.fees.api.payers.Payers;

/** The command {@code fees:payer-add}. */
@Service
@Command(scope = "fees", name = "payer-add", description = "Adds a payer: a band, an agency, a fund, the other parent")
public final class PayerAddCommand extends ShellCommand {

    @Reference(optional = true)
    Payers payers;

    @Argument(name = "name", description = "The payer's name", required = true, multiValued = true)
    List<String> words = List.of();

    @Option(name = "--kind", description = "sponsor, fund or person; sponsor by default")
    String kind = PayerKind.SPONSOR.code();

    @Option(name = "--address", description = "The lines of the postal address, separated by semicolons")
    String address = "";

    @Option(name = "--email", description = "The e-mail address")
    String email = "";

    @Option(name = "--language", description = "The language of its documents: en or fr; the school's by default")
    String language = "";

    @Option(name = "--authorization", description = "The number under which the payer pays, printed on its invoices")
    String authorization = "";

    @Option(name = "--key", description = "A UUID for this request: sent twice, one payer is added")
    String key;

    public PayerAddCommand() {}

    PayerAddCommand(ShellUser user, Output output) {
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
        PayerDetails details = new PayerDetails(
                String.join(" ", arguments),
                OptionValues.lines(address),
                email,
                PayerDetails.language(language),
                authorization);
        Payer added =
                require(payers).add(new AddPayerRequest(requestKey(key), actor(), PayerKind.parse(kind), details));
        output.line(message("payers.added", added.number(), added.name()));
    }
}
