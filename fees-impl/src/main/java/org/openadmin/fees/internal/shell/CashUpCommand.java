package org.openadmin.fees.internal.shell;

import java.time.LocalDate;
import java.util.List;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.openadmin.fees.api.Money;
import org.openadmin.fees.api.RequestKey;
import org.openadmin.fees.api.Role;
import org.openadmin.fees.api.till.CountRequest;
import org.openadmin.fees.api.till.CountedCash;
import org.openadmin.fees.api.till.DrawerCount;
import org.openadmin.fees.api.till.DrawerDay;
import org.openadmin.fees.api.till.Till;

/** The command {@code fees:cash-up}. */
@Service
@Command(
        scope = "fees",
        name = "cash-up",
        description = "Shows a cashier's drawer of a day or, with --counted or --count, records what is in it")
public final class CashUpCommand extends ShellCommand {

    @Reference(optional = true)
    Till till;

    @Argument(name = "cashier", description = "The log-in name of the cashier; yours by default", multiValued = true)
    List<String> words = List.of();

    @Option(name = "--day", description = "The day of the drawer, such as 2026-09-08; today by default")
    String day;

    @Option(
            name = "--float",
            description = "The money for change with which the day began, such as 50.00; 0 by default")
    String opening;

    @Option(name = "--counted", description = "The cash in the drawer as one sum, the float included, such as 340.00")
    String counted;

    @Option(
            name = "--count",
            description = "The cash by notes and coins, the float included, such as 100x2,20x5,0.25x3")
    String count;

    @Option(name = "--reason", description = "Why the drawer is over or short; required if it is")
    String reason;

    @Option(name = "--key", description = "A UUID for this count: sent twice, it is recorded once")
    String key;

    public CashUpCommand() {}

    CashUpCommand(ShellUser user, Output output) {
        super(user, output);
    }

    @Override
    Role requiredRole() {
        return counted == null && count == null ? Role.VIEW : Role.CASHIER;
    }

    @Override
    List<String> arguments() {
        return words;
    }

    @Override
    void run(List<String> arguments, Output out) {
        String cashier = arguments.isEmpty() ? actor().name() : Arguments.one("cashier", arguments);
        LocalDate date = day == null ? today() : date(day);
        Money floating = opening == null ? zero() : money("--float", opening);
        if (counted == null && count == null) {
            if (reason != null || key != null) {
                throw new UsageException("usage.cash-up");
            }
            show(require(till).drawer(actor(), cashier, date), floating, out);
            return;
        }
        if (counted != null && count != null) {
            throw new UsageException("usage.cash-up");
        }
        CountedCash cash = count == null
                ? CountedCash.of(money("--counted", counted))
                : CountedCash.parse(count, zero().currency());
        RequestKey request = requestKey(key);
        LocalDate counting = day == null && key != null
                ? require(till).count(actor(), request).map(DrawerCount::day).orElse(date)
                : date;
        DrawerCount done =
                require(till).count(new CountRequest(request, actor(), cashier, counting, floating, cash, reason));
        out.line(message(
                "cash-up.done",
                done.number(),
                done.cashier(),
                done.day(),
                done.counted().total()));
        out.line(difference(done));
    }

    private Money zero() {
        return Money.zero(require(settings).current().currency());
    }

    private String difference(DrawerCount done) {
        Money difference = done.difference();
        if (difference.isZero()) {
            return message("cash-up.right");
        }
        return difference.isPositive()
                ? message("cash-up.over", difference, done.expected(), done.reason())
                : message("cash-up.short", difference.negated(), done.expected(), done.reason());
    }

    private void show(DrawerDay drawer, Money floating, Output out) {
        out.line(message("cash-up.drawer", drawer.cashier(), drawer.day()));
        if (!drawer.methods().isEmpty()) {
            table(
                    List.of("method", "receipts", "received", "voided", "refunded", "net"),
                    drawer.methods().stream()
                            .map(total -> List.<Object>of(
                                    total.method().map(kinds()::of).orElse("–"),
                                    total.receipts(),
                                    total.received().amount(),
                                    total.voided().amount(),
                                    total.refunded().amount(),
                                    total.net().amount()))
                            .toList(),
                    out);
        }
        if (!drawer.deposited().isZero()) {
            out.line(message("cash-up.deposited", drawer.deposited()));
        }
        out.line(message("cash-up.expected", drawer.expected(floating), floating));
        drawer.count().ifPresent(last -> {
            out.line(message(
                    "cash-up.counted",
                    time(last.countedAt()),
                    last.countedBy(),
                    last.counted().total()));
            out.line(difference(last));
            if (!drawer.isCounted()) {
                out.line(message("cash-up.since", drawer.sinceCount()));
            }
        });
    }
}
