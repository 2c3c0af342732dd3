package org.openadmin.fees.internal.shell;

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
        List<String> heading = List.of("studnum", "balance", "outstanding", "credit");
        List<List<Object>> rows = balances.stream().map(BalanceCommand::row).toList();
        list("list.balances", heading, rows, output);
    }

    private static List<Object> row(AccountBalance account) {
        return List.of(
                account.student().value(),
                account.balance().amount(),
                account.outstanding().amount(),
                account.credit().amount());
    }
}
