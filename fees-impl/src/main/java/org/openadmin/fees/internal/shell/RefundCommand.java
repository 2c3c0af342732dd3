package org.openadmin.fees.internal.shell;

import java.util.List;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.openadmin.fees.api.AccountNumber;
import org.openadmin.fees.api.FeesException;
import org.openadmin.fees.api.Money;
import org.openadmin.fees.api.PayerNumber;
import org.openadmin.fees.api.Role;
import org.openadmin.fees.api.corrections.CorrectionRequest;
import org.openadmin.fees.api.corrections.CorrectionRequest.Refund;
import org.openadmin.fees.api.corrections.Refunds;
import org.openadmin.fees.api.payments.PaymentMethod;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The command {@code fees:refund}. */
@Service
@Command(scope = "fees", name = "refund", description = "Refunds a student's credit")
public final class RefundCommand extends CorrectionCommand {

    private static final Logger LOG = LoggerFactory.getLogger(RefundCommand.class);

    @Reference(optional = true)
    Refunds refunds;

    @Argument(
            name = "studnum",
            description = "The number of the student, or of a payer such as P12",
            required = true,
            multiValued = true)
    List<String> words = List.of();

    @Option(name = "--amount", description = "The amount to refund, such as 12.34; at most the credit")
    String amount;

    @Option(name = "--method", description = "The payment method: cash, cheque, card, transfer or other")
    @Completion(MethodCompleter.class)
    String method;

    @Option(name = "--reference", description = "A reference, such as the cheque number")
    String reference;

    @Option(
            name = "--again",
            description = "This is another refund, although the student was refunded the same amount a moment ago")
    boolean again;

    public RefundCommand() {}

    RefundCommand(ShellUser user, Output output) {
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
    CorrectionRequest request(List<String> arguments, CommonFields common) {
        AccountNumber student = AccountNumber.parse(Arguments.one("studnum", arguments));
        Money back = money("--amount", amount);
        return new Refund(
                common.key(),
                common.actor(),
                student,
                back,
                PaymentMethod.parse(UsageException.required("--method", method)),
                reference,
                common.date(),
                UsageException.required("--reason", reason),
                common.confirmed());
    }

    @Override
    boolean again() {
        return again;
    }

    /** The number that {@code fees:refund-slip} takes. The refund is done, so a failure to read it must not look like one. */
    @Override
    void applied(CorrectionRequest request, Output out) {
        try {
            require(refunds)
                    .refund(request.actor(), request.key())
                    .ifPresent(row -> out.line(message("correct.refund.number", String.valueOf(row.id()))));
        } catch (FeesException | UsageException e) {
            LOG.info("The number of the refund is not shown", e);
        }
    }

    @Override
    String resultMessage(CorrectionRequest request) {
        AccountNumber account = ((Refund) request).student();
        return account instanceof PayerNumber
                ? message("correct.refund.payer", account)
                : message("correct.refund", account);
    }
}
