package org.openadmin.fees.internal.shell;

import java.util.stream.Collectors;
import org.openadmin.fees.api.PayerNumber;
import org.openadmin.fees.api.payments.Receipt;

/** A command that takes money and prints what the receipt has. */
abstract class PaymentCommand extends ShellCommand {

    PaymentCommand() {}

    PaymentCommand(ShellUser user, Output output) {
        super(user, output);
    }

    /** Prints the number of the receipt, alone in its line, and what became of the money. */
    final void print(Receipt receipt, Output out) {
        out.line(message("pay.receipt", receipt.number()));
        out.line(summary(receipt));
    }

    private String summary(Receipt receipt) {
        StringBuilder text = new StringBuilder(
                receipt.isOfSeveral()
                        ? message("pay.received.several", receipt.received(), shares(receipt), receipt.date())
                        : message(
                                receipt.student().number() instanceof PayerNumber
                                        ? "pay.received.payer"
                                        : "pay.received",
                                receipt.received(),
                                receipt.student().number(),
                                receipt.student().spokenName(),
                                receipt.date()));
        if (!receipt.settled().isEmpty()) {
            String ids = receipt.settled().stream()
                    .map(charge -> charge.id().toString())
                    .collect(Collectors.joining(", "));
            text.append("; ").append(message("pay.settled", receipt.settledTotal(), ids));
        }
        if (!receipt.rounding().isZero()) {
            text.append("; ").append(message("pay.rounding", receipt.rounding().negated()));
        }
        if (receipt.fromCredit().isPositive()) {
            text.append("; ").append(message("pay.from-credit", receipt.fromCredit()));
        }
        if (receipt.onAccount().isPositive()) {
            text.append("; ").append(message("pay.on-account", receipt.onAccount()));
        }
        return text.toString();
    }

    /** Each account with its part of the money, such as {@code 460 (Inès Tremblay) 30.00 CAD}. */
    private String shares(Receipt receipt) {
        return receipt.shares().stream()
                .map(share -> message(
                        "pay.share", share.student().number(), share.student().spokenName(), share.received()))
                .collect(Collectors.joining(", "));
    }
}
