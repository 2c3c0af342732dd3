package org.openadmin.fees.internal.shell;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.openadmin.fees.api.PayerNumber;
import org.openadmin.fees.api.Role;
import org.openadmin.fees.api.UnknownStudentException;
import org.openadmin.fees.api.payers.ChangePayerRequest;
import org.openadmin.fees.api.payers.Payer;
import org.openadmin.fees.api.payers.PayerDetails;
import org.openadmin.fees.api.payers.Payers;

/** The command {@code fees:payer-change}. What is not given stays as it is. */
@Service
@Command(scope = "fees", name = "payer-change", description = "Changes how a payer is reached, or whether it is active")
public final class PayerChangeCommand extends ShellCommand {

    @Reference(optional = true)
    Payers payers;

    @Argument(name = "payer", description = "The payer's number, such as P12", required = true, multiValued = true)
    List<String> words = List.of();

    @Option(name = "--name", description = "The name")
    String name;

    @Option(name = "--address", description = "The lines of the postal address, separated by semicolons")
    String address;

    @Option(name = "--email", description = "The e-mail address")
    String email;

    @Option(name = "--language", description = "The language of its documents: en or fr; empty for the school's")
    String language;

    @Option(name = "--authorization", description = "The number under which the payer pays, printed on its invoices")
    String authorization;

    @Option(name = "--active", description = "yes or no: whether charges can be transferred to the payer")
    String active;

    @Option(
            name = "--version",
            description =
                    "The version that is changed, if the request may have been sent before; the latest by default")
    String version;

    @Option(name = "--key", description = "A UUID for this request: sent twice with the same version, it is done once")
    String key;

    public PayerChangeCommand() {}

    PayerChangeCommand(ShellUser user, Output output) {
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
        PayerNumber number = OptionValues.payer(Arguments.one("payer", arguments));
        Payers service = require(payers);
        Payer before = service.find(actor(), number).orElseThrow(() -> new UnknownStudentException(List.of(number)));
        PayerDetails old = before.details();
        PayerDetails details = new PayerDetails(
                or(name, old.name()),
                address == null ? old.address() : OptionValues.lines(address),
                or(email, old.email()),
                language == null ? old.language() : language(),
                or(authorization, old.authorization()));
        Payer after = service.change(new ChangePayerRequest(
                requestKey(key),
                actor(),
                number,
                version == null ? before.version() : OptionValues.version(version),
                details,
                active == null ? before.active() : OptionValues.yes("--active", active)));
        output.line(message("payers.changed", after.number(), after.name(), after.version()));
    }

    private Optional<Locale> language() {
        return PayerDetails.language(language);
    }

    private static String or(String given, String old) {
        return given == null ? old : given;
    }
}
