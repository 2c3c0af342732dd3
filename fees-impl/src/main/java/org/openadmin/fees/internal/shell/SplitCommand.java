package org.openadmin.fees.internal.shell;

import java.time.LocalDate;
import java.util.List;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.openadmin.fees.api.Dates;
import org.openadmin.fees.api.InvalidInputException.Field;
import org.openadmin.fees.api.Money;
import org.openadmin.fees.api.Role;
import org.openadmin.fees.api.billing.ChargeId;
import org.openadmin.fees.api.billing.EqualParts;
import org.openadmin.fees.api.corrections.CorrectionRequest;
import org.openadmin.fees.api.corrections.CorrectionRequest.PutTogether;
import org.openadmin.fees.api.corrections.CorrectionRequest.Split;
import org.openadmin.fees.api.corrections.PartPlan;
import org.openadmin.fees.api.students.ValueList;

/** The command {@code fees:split}. */
@Service
@Command(
        scope = "fees",
        name = "split",
        description =
                "Splits an outstanding charge into parts with due dates of their own, or puts them together again")
public final class SplitCommand extends CorrectionCommand {

    @Argument(name = "charge", description = "The charge's number", required = true, multiValued = true)
    List<String> words = List.of();

    @Option(name = "--parts", description = "How many equal parts; what cannot be divided is on the last one")
    String parts;

    @Option(name = "--amounts", description = "Instead of --parts: the total of each part, such as 60,40")
    String amounts;

    @Option(
            name = "--first-due",
            description = "The day by which the first part is to be paid; all are due like the charge by default")
    String firstDue;

    @Option(name = "--every", description = "With --first-due: month, 2weeks or week; month by default")
    String every;

    @Option(
            name = "--due",
            description = "Instead of --first-due: the due date of each part, such as 2026-10-01,2026-11-01")
    String due;

    @Option(name = "--together", description = "Puts the parts together again; the charge is any of them")
    boolean together;

    public SplitCommand() {}

    SplitCommand(ShellUser user, Output output) {
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
    CorrectionRequest request(List<String> arguments, CommonFields common) {
        ChargeId charge = ChargeId.parse(Arguments.one("charge", arguments));
        if (!together) {
            return new Split(
                    common.key(), common.actor(), charge, plan(), common.date(), common.reason(), common.confirmed());
        }
        if (parts != null || amounts != null || firstDue != null || every != null || due != null) {
            throw new UsageException("usage.split.together");
        }
        return new PutTogether(
                common.key(), common.actor(), charge, common.date(), common.reason(), common.confirmed());
    }

    private PartPlan plan() {
        if ((parts == null) == (amounts == null)) {
            throw new UsageException("usage.split.parts");
        }
        List<Money> each = amounts == null
                ? List.of()
                : ValueList.split(amounts).stream()
                        .map(amount -> money("--amounts", amount))
                        .toList();
        int count = amounts == null ? OptionValues.parts(parts) : EqualParts.requireCount(each.size());
        return new PartPlan(count, each, days(count));
    }

    private List<LocalDate> days(int count) {
        if (firstDue != null && due != null) {
            throw new UsageException("usage.split.due");
        }
        if (due != null) {
            List<LocalDate> days = ValueList.split(due).stream()
                    .map(day -> Dates.parse(day, Field.DUE))
                    .toList();
            if (days.size() != count) {
                throw new UsageException("usage.split.due-count", count, days.size());
            }
            return days;
        }
        if (firstDue == null) {
            if (every != null) {
                throw new UsageException("usage.split.every-first");
            }
            return List.of();
        }
        return OptionValues.every(every).days(Dates.parse(firstDue, Field.DUE), count);
    }

    @Override
    String resultMessage(CorrectionRequest request) {
        return request instanceof Split split
                ? message("correct.split", split.charge(), split.parts().count())
                : message("correct.together", ((PutTogether) request).charge());
    }
}
