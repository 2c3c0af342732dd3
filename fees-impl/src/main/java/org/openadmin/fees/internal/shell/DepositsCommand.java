package org.openadmin.fees.internal.shell;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.openadmin.fees.api.Page;
import org.openadmin.fees.api.till.DepositNumber;
import org.openadmin.fees.api.till.DepositSummary;
import org.openadmin.fees.api.till.DepositSummary.Verification;
import org.openadmin.fees.api.till.Deposits;

/** The command {@code fees:deposits}. */
@Service
@Command(scope = "fees", name = "deposits", description = "Lists the deposits, newest first")
public final class DepositsCommand extends ListCommand {

    @Reference(optional = true)
    Deposits deposits;

    public DepositsCommand() {}

    DepositsCommand(ShellUser user, Output output) {
        super(user, output);
    }

    @Override
    void run(List<String> arguments, Output output) {
        List<List<Object>> rows = new ArrayList<>();
        for (Page page = Page.first(Page.MAX_LIMIT); ; page = page.next()) {
            List<DepositSummary> some = require(deposits).deposits(actor(), page);
            some.forEach(deposit -> rows.add(row(deposit)));
            if (some.size() < page.limit()) {
                break;
            }
        }
        if (rows.isEmpty() && !isData()) {
            output.line(message("deposits.none"));
            return;
        }
        list(
                "list.deposits",
                List.of(
                        "deposit",
                        "date",
                        "until",
                        "cash",
                        "difference",
                        "cheques",
                        "cheque_count",
                        "total",
                        "made_by",
                        "verified_by",
                        "takes_back"),
                rows,
                output);
    }

    private static List<Object> row(DepositSummary deposit) {
        return List.of(
                deposit.number().value(),
                deposit.date(),
                deposit.until(),
                deposit.cash().amount(),
                deposit.difference().amount(),
                deposit.cheques().amount(),
                deposit.chequeCount(),
                deposit.total().amount(),
                deposit.madeBy(),
                deposit.verification().map(Verification::by).orElse(""),
                number(deposit.takesBack()));
    }

    private static Object number(Optional<DepositNumber> number) {
        return number.<Object>map(DepositNumber::value).orElse("");
    }
}
