package org.openadmin.fees.internal.shell;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.openadmin.fees.api.StudentSnapshot;
import org.openadmin.fees.api.payments.ReceiptNumber;
import org.openadmin.fees.api.till.DepositNumber;
import org.openadmin.fees.api.till.Deposits;
import org.openadmin.fees.api.till.MoneyRow;
import org.openadmin.fees.api.till.Undeposited;

/** The command {@code fees:undeposited}. */
@Service
@Command(
        scope = "fees",
        name = "undeposited",
        description = "Lists cash and cheques that are not in a deposit, and returned cheques that must be taken back")
public final class UndepositedCommand extends ListCommand {

    @Reference(optional = true)
    Deposits deposits;

    public UndepositedCommand() {}

    UndepositedCommand(ShellUser user, Output output) {
        super(user, output);
    }

    @Override
    void run(List<String> arguments, Output output) {
        LocalDate today = today();
        List<List<Object>> rows = new ArrayList<>();
        require(deposits).offer(actor(), today).wholeRows().forEach(row -> rows.add(row(row, Optional.empty(), today)));
        require(deposits)
                .toTakeBack(actor())
                .forEach(returned -> rows.add(row(returned.voided(), Optional.of(returned.deposit()), today)));
        if (rows.isEmpty() && !isData()) {
            output.line(message("undeposited.none"));
            return;
        }
        list(
                "list.undeposited",
                List.of(
                        "date",
                        "days_undeposited",
                        "kind",
                        "receipt",
                        "studnum",
                        "name",
                        "method",
                        "reference",
                        "cashier",
                        "amount",
                        "deposit"),
                rows,
                output);
        if (!isData()) {
            Undeposited sums = deposits.undeposited(actor());
            output.line(message("undeposited.sum", sums.receipts(), sums.sum(), sums.days(today)));
            if (sums.toTakeBack() > 0) {
                output.line(message("undeposited.take-back", sums.toTakeBack()));
            }
        }
    }

    private List<Object> row(MoneyRow row, Optional<DepositNumber> deposit, LocalDate today) {
        return List.of(
                row.date(),
                ChronoUnit.DAYS.between(row.date(), today),
                isForPrograms() ? row.kind().name().toLowerCase(Locale.ROOT).replace('_', '-') : kinds().of(row.kind()),
                row.receipt().<Object>map(ReceiptNumber::value).orElse(""),
                row.student().<Object>map(StudentSnapshot::number).orElse(""),
                row.student().map(student -> student.name()).orElse(""),
                isForPrograms() ? row.method().keyword() : kinds().of(row.method()),
                row.reference(),
                row.cashier(),
                row.amount().amount(),
                deposit.<Object>map(DepositNumber::value).orElse(""));
    }
}
