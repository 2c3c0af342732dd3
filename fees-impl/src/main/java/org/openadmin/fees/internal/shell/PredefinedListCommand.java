package org.openadmin.fees.internal.shell;

import java.time.LocalDate;
import java.util.List;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.openadmin.fees.api.InvalidInputException;
import org.openadmin.fees.api.Money;
import org.openadmin.fees.api.billing.Discount;
import org.openadmin.fees.api.billing.Due;
import org.openadmin.fees.api.billing.FeeAssessment;
import org.openadmin.fees.api.billing.FeeCatalogue;
import org.openadmin.fees.api.billing.FeePeriod;
import org.openadmin.fees.api.billing.PredefinedFee;

/** The command {@code fees:predefined-list}. */
@Service
@Command(scope = "fees", name = "predefined-list", description = "Lists the predefined fees")
public final class PredefinedListCommand extends ListCommand {

    @Reference(optional = true)
    FeeCatalogue catalogue;

    @Reference(optional = true)
    FeeAssessment assessment;

    @Option(
            name = "--date",
            description = "The day whose tax rates the prices have, such as 2026-10-01; by default, today")
    String date;

    public PredefinedListCommand() {}

    PredefinedListCommand(ShellUser user, Output output) {
        super(user, output);
    }

    @Override
    void run(List<String> arguments, Output output) {
        List<String> heading = List.of(
                "id",
                "name",
                "description",
                "amount",
                "discount",
                "taxes",
                "students",
                "charges",
                "price",
                "due",
                "due_days",
                "price_date",
                "discount_amount",
                "taxes_included",
                "parts",
                "every",
                "year_limit",
                "first_day",
                "last_day");
        LocalDate day = date == null ? today() : date(date);
        List<List<Object>> rows =
                require(catalogue).list().stream().map(fee -> row(fee, day)).toList();
        if (rows.isEmpty() && !isData()) {
            output.line(message("predefined.none"));
        } else {
            list("list.predefined", heading, rows, output);
        }
    }

    private List<Object> row(PredefinedFee predefined, LocalDate day) {
        return List.of(
                predefined.id().value(),
                predefined.fee().name(),
                predefined.fee().description(),
                predefined.fee().amount().amount(),
                predefined.fee().discount() instanceof Discount.Percent off ? off.percent() : "",
                String.join(",", predefined.fee().taxes()),
                OptionValues.text(predefined.audience()),
                predefined.charges(),
                price(predefined, day),
                predefined
                        .due()
                        .map(due -> due instanceof Due.On on ? on.day() : "")
                        .orElse(""),
                predefined
                        .due()
                        .map(due -> due instanceof Due.After after ? after.days() : "")
                        .orElse(""),
                day,
                predefined.fee().discount() instanceof Discount.Amount off
                        ? off.amount().amount()
                        : "",
                predefined.fee().taxesIncluded() ? "yes" : "no",
                predefined.parts().map(parts -> String.valueOf(parts.count())).orElse(""),
                predefined.parts().map(parts -> parts.every().code()).orElse(""),
                predefined.terms().yearLimit().<Object>map(Money::amount).orElse(""),
                predefined.terms().period().<Object>map(FeePeriod::first).orElse(""),
                predefined.terms().period().<Object>map(FeePeriod::last).orElse(""));
    }

    /** The price with the taxes of this day; empty if it cannot be charged, such as one that is too large. */
    private Object price(PredefinedFee predefined, LocalDate day) {
        try {
            return require(assessment).price(predefined.fee(), day).total().amount();
        } catch (InvalidInputException e) {
            return "";
        }
    }
}
