package org.openadmin.fees.internal.shell;

import java.util.List;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.openadmin.fees.api.Money;
import org.openadmin.fees.api.Role;
import org.openadmin.fees.api.imports.Claims;
import org.openadmin.fees.api.imports.UnclaimedMoney;

/** The command {@code fees:unclaimed}. */
@Service
@Command(
        scope = "fees",
        name = "unclaimed",
        description = "Lists the money in the bank that nobody has claimed yet, oldest first")
public final class UnclaimedCommand extends ListCommand {

    @Reference(optional = true)
    Claims claims;

    public UnclaimedCommand() {}

    UnclaimedCommand(ShellUser user, Output output) {
        super(user, output);
    }

    @Override
    Role requiredRole() {
        return Role.CASHIER;
    }

    @Override
    void run(List<String> arguments, Output output) {
        List<UnclaimedMoney> money = require(claims).unclaimed(actor());
        if (money.isEmpty() && !isData()) {
            output.line(message("unclaimed.none"));
            return;
        }
        list(
                "list.unclaimed",
                List.of("line", "date", "amount", "age", "text", "import"),
                money.stream().map(UnclaimedCommand::row).toList(),
                output);
        if (!isData()) {
            Money sum = money.stream()
                    .map(UnclaimedMoney::amount)
                    .reduce(Money::plus)
                    .orElseThrow();
            output.line(message("unclaimed.sum", money.size(), sum, money.get(0).age()));
        }
    }

    private static List<Object> row(UnclaimedMoney each) {
        return List.of(each.line(), each.day(), each.amount().amount(), each.age(), each.text(), each.number());
    }
}
