package org.openadmin.fees.internal.shell;

import java.util.ArrayList;
import java.util.List;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.openadmin.fees.api.StudentNumber;
import org.openadmin.fees.api.accounts.AccountBalance;
import org.openadmin.fees.api.accounts.FeeAccounts;

/** The command {@code fees:balance}. */
@Service
@Command(
        scope = "fees",
        name = "balance",
        description = "Shows what students owe: balance, outstanding charges, credit on account")
public final class BalanceCommand extends ListCommand {

    @Reference(optional = true)
    FeeAccounts accounts;

    @Argument(name = "studnum", description = "The numbers of students", multiValued = true)
    List<String> words = List.of();

    @Option(name = "--all", description = "All students in the portal or in the journal")
    boolean all;

    public BalanceCommand() {}

    BalanceCommand(ShellUser user, Output output) {
        super(user, output);
    }

    @Override
    List<String> arguments() {
        return words;
    }

    @Override
    void run(List<String> arguments, Output output) {
        if (all != arguments.isEmpty()) {
            throw new UsageException("usage.balance");
        }
        List<StudentNumber> numbers =
                arguments.stream().map(StudentNumber::parse).distinct().toList();
        FeeAccounts journal = require(accounts);
        List<AccountBalance> balances = all
                ? journal.balances()
                : numbers.stream().map(journal::balance).toList();
        boolean covered = !isData() && balances.stream().anyMatch(AccountBalance::isCoveredByCredit);
        List<String> heading = new ArrayList<>(List.of("studnum", "balance", "outstanding", "credit"));
        if (covered) {
            heading.add("");
        }
        List<List<Object>> rows =
                balances.stream().map(each -> row(each, covered)).toList();
        list("list.balances", heading, rows, output);
        if (covered) {
            output.line(message("balance.pay-from-credit"));
        }
    }

    /** @param words whether the row mentions that the credit covers what is outstanding */
    private List<Object> row(AccountBalance account, boolean words) {
        List<Object> row = new ArrayList<>(List.of(
                account.student().value(),
                account.balance().amount(),
                account.outstanding().amount(),
                account.credit().amount()));
        if (words) {
            row.add(account.isCoveredByCredit() ? message("balance.covered") : "");
        }
        return row;
    }
}
