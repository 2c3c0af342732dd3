package org.openadmin.fees.internal.shell;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.openadmin.fees.api.AccountNumber;
import org.openadmin.fees.api.Money;
import org.openadmin.fees.api.accounts.AccountBalance;
import org.openadmin.fees.api.accounts.FeeAccounts;
import org.openadmin.fees.api.accounts.PastBalance;
import org.openadmin.fees.api.accounts.PayCode;
import org.openadmin.fees.api.overview.FeesOverview.KnownThen;

/** The command {@code fees:balance}. */
@Service
@Command(
        scope = "fees",
        name = "balance",
        description = "Shows what students owe: balance, outstanding charges, credit on account")
public final class BalanceCommand extends ListCommand {

    private static final List<String> HEADING = List.of("studnum", "balance", "outstanding", "credit", "pay_code");

    @Reference(optional = true)
    FeeAccounts accounts;

    @Argument(name = "studnum", description = "The numbers of students, or of payers such as P12", multiValued = true)
    List<String> words = List.of();

    @Option(name = "--all", description = "All students in the portal or in the journal")
    boolean all;

    @Option(name = "--as-of", description = "A past day, such as 2026-06-30, whose balances to show")
    String asOf;

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
        List<AccountNumber> numbers =
                arguments.stream().map(AccountNumber::parse).distinct().toList();
        if (asOf == null) {
            now(numbers, output);
        } else {
            asOf(date(asOf), numbers, output);
        }
    }

    private void now(List<? extends AccountNumber> numbers, Output output) {
        FeeAccounts journal = require(accounts);
        List<AccountBalance> balances = all
                ? journal.balances()
                : numbers.stream().map(journal::balance).toList();
        boolean covered = !isData() && balances.stream().anyMatch(AccountBalance::isCoveredByCredit);
        List<String> heading = new ArrayList<>(HEADING);
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

    /** With the day, and what was recorded after it, in columns of their own in files. */
    private void asOf(LocalDate day, List<? extends AccountNumber> numbers, Output output) {
        FeeAccounts journal = require(accounts);
        List<PastBalance> balances = all
                ? journal.balances(day)
                : numbers.stream().map(student -> journal.balance(student, day)).toList();
        if (!isData()) {
            output.line(message("balance.as-of", day));
        }
        List<String> heading = new ArrayList<>(HEADING);
        heading.addAll(isData() ? List.of("as_of", "later_rows", "later_total") : List.of());
        List<List<Object>> rows = balances.stream()
                .map(each -> {
                    List<Object> row = row(each.account(), false);
                    row.addAll(
                            isData()
                                    ? List.of(
                                            day,
                                            each.laterRows(),
                                            each.laterTotal().amount())
                                    : List.of());
                    return row;
                })
                .toList();
        list("list.balances", heading, rows, output);
        if (!isData() && !balances.isEmpty() && day.isBefore(today())) {
            Money zero = Money.zero(balances.get(0).account().balance().currency());
            output.line(LaterText.of(this, KnownThen.of(balances, zero), day));
        }
    }

    /** @param words whether the row mentions that the credit covers what is outstanding */
    private List<Object> row(AccountBalance account, boolean words) {
        List<Object> row = new ArrayList<>(List.of(
                account.student(),
                account.balance().amount(),
                account.outstanding().amount(),
                account.credit().amount(),
                PayCode.of(account.student())));
        if (words) {
            row.add(account.isCoveredByCredit() ? message("balance.covered") : "");
        }
        return row;
    }
}
