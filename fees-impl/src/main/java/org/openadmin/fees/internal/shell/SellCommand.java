package org.openadmin.fees.internal.shell;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.openadmin.fees.api.Confirmation;
import org.openadmin.fees.api.Money;
import org.openadmin.fees.api.RequestKey;
import org.openadmin.fees.api.Role;
import org.openadmin.fees.api.StudentNumber;
import org.openadmin.fees.api.billing.FeeAssessment;
import org.openadmin.fees.api.billing.FeeCatalogue;
import org.openadmin.fees.api.billing.PredefinedFee;
import org.openadmin.fees.api.payments.Cashier;
import org.openadmin.fees.api.payments.PaymentMethod;
import org.openadmin.fees.api.payments.PaymentRequest;
import org.openadmin.fees.api.payments.Receipt;
import org.openadmin.fees.api.payments.SoldFee;

/** The command {@code fees:sell}. */
@Service
@Command(
        scope = "fees",
        name = "sell",
        description = "Sells a predefined fee: charges it and takes the payment in one, and prints the receipt number")
public final class SellCommand extends PaymentCommand {

    @Reference(optional = true)
    Cashier cashier;

    @Reference(optional = true)
    FeeCatalogue catalogue;

    @Reference(optional = true)
    FeeAssessment assessment;

    @Argument(name = "studnum", description = "The student number", required = true, multiValued = true)
    List<String> words = List.of();

    @Option(name = "--fee", description = "The predefined fee: its name, or its number")
    String fee;

    @Option(name = "--quantity", description = "How many pieces, 1 to 99; 1 by default")
    String quantity = "1";

    @Option(name = "--amount", description = "The amount received, such as 12.34; by default what the pieces come to")
    String amount;

    @Option(name = "--owe", description = "The amount may be less than what the pieces come to; the rest is owed")
    boolean owe;

    @Option(name = "--date", description = "The date of the sale, such as 2026-09-08; today by default")
    String date;

    @Option(
            name = "--method",
            description = "The payment method: cash, cheque, card, transfer or other; cash by default")
    @Completion(MethodCompleter.class)
    String method = PaymentMethod.CASH.keyword();

    @Option(name = "--reference", description = "A reference, such as the cheque number")
    String reference;

    @Option(
            name = "--yes",
            description =
                    "The date is right, although it is long ago; or the payment is taken although the family pays in cash only")
    boolean yes;

    @Option(
            name = "--again",
            description =
                    "This is another sale, although the student was charged the fee lately or paid the same amount a moment ago")
    boolean again;

    @Option(
            name = "--key",
            description = "A UUID for this sale: sent twice, it is recorded once, with the same receipt")
    String key;

    public SellCommand() {}

    SellCommand(ShellUser user, Output output) {
        super(user, output);
    }

    @Override
    Role requiredRole() {
        return Role.CASHIER;
    }

    @Override
    List<String> arguments() {
        return words;
    }

    @Override
    void run(List<String> arguments, Output out) {
        StudentNumber student = StudentNumber.parse(Arguments.one("studnum", arguments));
        int pieces = SoldFee.quantity(quantity);
        PredefinedFee sold = PredefinedFees.find(require(catalogue), UsageException.required("--fee", fee));
        PaymentMethod by = PaymentMethod.parse(method);
        RequestKey request = requestKey(key);
        Optional<Receipt> earlier =
                key == null ? Optional.empty() : require(cashier).receipt(actor(), request);
        LocalDate day = date == null ? earlier.map(Receipt::date).orElseGet(this::today) : date(date);
        Money sum = require(assessment).price(sold.fee(), day).total().times(pieces);
        Money received = amount == null
                ? require(settings).current().payments().rounding(by).sum(sum)
                : Money.parse(amount, sum.currency());
        Optional<Money> paid = Optional.of(received).filter(part -> owe && part.compareTo(sum) < 0);
        print(
                require(cashier)
                        .receive(new PaymentRequest(
                                request,
                                actor(),
                                student,
                                day,
                                received,
                                Set.of(),
                                by,
                                reference,
                                confirmed(),
                                Optional.empty(),
                                List.of(new SoldFee(sold.id(), pieces, paid)))),
                out);
    }

    private Set<Confirmation> confirmed() {
        Set<Confirmation> confirmed = confirmed(yes, again);
        if (yes) {
            confirmed.add(Confirmation.NOT_CASH);
        }
        if (again) {
            confirmed.add(Confirmation.ALREADY_CHARGED);
        }
        return confirmed;
    }
}
