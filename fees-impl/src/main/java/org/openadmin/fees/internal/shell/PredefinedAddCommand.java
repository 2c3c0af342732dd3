package org.openadmin.fees.internal.shell;

import java.util.List;
import java.util.Optional;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.openadmin.fees.api.Dates;
import org.openadmin.fees.api.InvalidInputException.Field;
import org.openadmin.fees.api.Money;
import org.openadmin.fees.api.Role;
import org.openadmin.fees.api.billing.Fee;
import org.openadmin.fees.api.billing.FeeCatalogue;
import org.openadmin.fees.api.billing.FeePeriod;
import org.openadmin.fees.api.billing.FeeTerms;
import org.openadmin.fees.api.billing.Instalments;
import org.openadmin.fees.api.billing.PredefinedFee;
import org.openadmin.fees.api.students.ValueList;

/** The command {@code fees:predefined-add}. */
@Service
@Command(scope = "fees", name = "predefined-add", description = "Saves a predefined fee and prints its number")
public final class PredefinedAddCommand extends ShellCommand {

    @Reference(optional = true)
    FeeCatalogue catalogue;

    @Option(name = "--name", description = "Its name on the invoice")
    String name;

    @Option(
            name = "--amount",
            description = "The amount before discount, and before tax unless it is included, such as 24.95")
    String amount;

    @Option(name = "--description", description = "The description on the invoice")
    String description;

    @Option(
            name = "--discount",
            description = "What is taken off the amount: a percentage such as 12.5%, or an amount such as 5.00")
    String discount;

    @Option(name = "--taxes", description = "The taxes to add, such as GST,PST")
    String taxes;

    @Option(name = "--taxes-included", description = "The amount includes the taxes")
    boolean taxesIncluded;

    @Option(name = "--group", description = "Whom it applies to: grade, homeroom, subject-section or student")
    @Completion(GroupCompleter.class)
    String group;

    @Option(name = "--values", description = "The values of the group, such as \"9 10\"")
    String values;

    @Option(name = "--profile", description = "A configured profile, instead of a group")
    String profile;

    @Option(name = "--due", description = "The day by which its charges are to be paid, such as 2026-10-15")
    String due;

    @Option(
            name = "--due-days",
            description = "Instead of --due: how many days after the charge date they are due, such as 30")
    String dueDays;

    @Option(name = "--parts", description = "Charges it in so many equal parts; the first is due as the fee is")
    String parts;

    @Option(
            name = "--every",
            description = "With --parts: how far apart they are due, month, 2weeks or week; month by default")
    String every;

    @Option(
            name = "--year-limit",
            description = "The most that a student is charged of fees with this name in a school year, such as 150.00")
    String yearLimit;

    @Option(name = "--from", description = "The first day that the fee is for, such as 2026-09-01; with --to")
    String from;

    @Option(name = "--to", description = "The last day that the fee is for, such as 2027-06-30")
    String to;

    @Option(name = "--key", description = "A UUID for this request: sent twice, it is done once")
    String key;

    public PredefinedAddCommand() {}

    PredefinedAddCommand(ShellUser user, Output output) {
        super(user, output);
    }

    @Override
    Role requiredRole() {
        return Role.BILL;
    }

    @Override
    void run(List<String> arguments, Output out) {
        Money price = money("--amount", amount);
        Fee fee = new Fee(
                UsageException.required("--name", name),
                description == null ? "" : description,
                price,
                discount(discount),
                OptionValues.taxes(taxes == null ? "" : taxes),
                taxesIncluded);
        PredefinedFee added = require(catalogue)
                .add(new FeeCatalogue.AddRequest(
                        requestKey(key),
                        actor(),
                        fee,
                        OptionValues.audience(group, values, profile),
                        OptionValues.due(due, dueDays),
                        instalments(),
                        terms()));
        out.line(message("predefined.added", added.id()));
        require(catalogue).list().stream()
                .filter(other -> isTwin(other, added))
                .forEach(other -> out.line(message(
                        "predefined.same-name",
                        other.id(),
                        other.fee().name(),
                        other.fee().amount())));
    }

    private Optional<Instalments> instalments() {
        if (parts == null && every != null) {
            throw new UsageException("usage.parts.every");
        }
        return Optional.ofNullable(parts)
                .map(count -> new Instalments(OptionValues.parts(count), OptionValues.every(every)));
    }

    private FeeTerms terms() {
        return new FeeTerms(
                Optional.ofNullable(yearLimit).map(typed -> money("--year-limit", typed)),
                FeePeriod.of(
                        Optional.ofNullable(from).map(day -> Dates.parse(day, Field.PERIOD)),
                        Optional.ofNullable(to).map(day -> Dates.parse(day, Field.PERIOD))));
    }

    /** Whether they have the same name and another price, so that one is easily assessed in place of the other. */
    private static boolean isTwin(PredefinedFee other, PredefinedFee added) {
        return !other.id().equals(added.id())
                && ValueList.isSame(other.fee().name(), added.fee().name())
                && (!other.fee().amount().equals(added.fee().amount())
                        || other.fee().taxesIncluded() != added.fee().taxesIncluded());
    }
}
