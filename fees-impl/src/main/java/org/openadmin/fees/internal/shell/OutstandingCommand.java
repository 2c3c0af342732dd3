package org.openadmin.fees.internal.shell;

import java.util.List;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.openadmin.fees.api.Dates;
import org.openadmin.fees.api.Money;
import org.openadmin.fees.api.StudentNumber;
import org.openadmin.fees.api.accounts.AccountBalance;
import org.openadmin.fees.api.accounts.FeeAccounts;
import org.openadmin.fees.api.billing.Charge;

/** The command {@code fees:outstanding}. */
@Service
@Command(scope = "fees", name = "outstanding", description = "Lists a student's outstanding charges, oldest first")
public final class OutstandingCommand extends ListCommand {

    @Reference(optional = true)
    FeeAccounts accounts;

    @Argument(name = "studnum", description = "The student's number", required = true, multiValued = true)
    List<String> words = List.of();

    public OutstandingCommand() {}

    OutstandingCommand(ShellUser user, Output output) {
        super(user, output);
    }

    @Override
    List<String> arguments() {
        return words;
    }

    @Override
    void run(List<String> arguments, Output output) {
        StudentNumber student = StudentNumber.parse(Arguments.one("studnum", arguments));
        List<Charge> charges = require(accounts).outstanding(student);
        List<String> heading = List.of("charge", "date", "name", "description", "subtotal", "taxes", "total");
        List<List<Object>> rows = charges.stream().map(OutstandingCommand::row).toList();
        if (rows.isEmpty() && !isData()) {
            output.line(message("outstanding.none"));
            return;
        }
        list("list.outstanding", heading, rows, output);
        if (!isData()) {
            Money first = charges.get(0).total();
            output.line(message(
                    "outstanding.sum",
                    charges.stream().map(Charge::total).reduce(Money.zero(first.currency()), Money::plus)));
            AccountBalance account = require(accounts).balance(student);
            if (account.isCoveredByCredit()) {
                output.line(message("outstanding.covered", account.credit(), student));
            }
        }
    }

    private static List<Object> row(Charge charge) {
        return List.of(
                charge.id().value(),
                charge.date().equals(Dates.UNKNOWN) ? "" : charge.date(),
                charge.name(),
                charge.description(),
                charge.subtotal().amount(),
                charge.total().minus(charge.subtotal()).amount(),
                charge.total().amount());
    }
}
