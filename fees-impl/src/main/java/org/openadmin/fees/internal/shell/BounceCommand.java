package org.openadmin.fees.internal.shell;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.openadmin.fees.api.Dates;
import org.openadmin.fees.api.InvalidInputException.Field;
import org.openadmin.fees.api.Money;
import org.openadmin.fees.api.corrections.CorrectionRequest;
import org.openadmin.fees.api.corrections.CorrectionRequest.ReturnPayment;
import org.openadmin.fees.api.corrections.CorrectionRequest.UndoReturn;
import org.openadmin.fees.api.payments.ReceiptNumber;
import org.openadmin.fees.spi.ReturnSettings;

/** The command {@code fees:bounce}. The service decides about the role, which depends on the fee. */
@Service
@Command(
        scope = "fees",
        name = "bounce",
        description = "Records that the bank returned a payment: voids its receipt and charges the fee")
public final class BounceCommand extends CorrectionCommand {

    private static final String NOT = "none";

    @Argument(name = "receipt", description = "The receipt's number", required = true, multiValued = true)
    List<String> words = List.of();

    @Option(name = "--fee", description = "The fee before taxes, such as 25.00, or 0 for none; by default bounce.fee")
    String fee;

    @Option(
            name = "--cash-only-until",
            description = "The last day on which other methods than cash are asked about, or none; by default"
                    + " bounce.cash-only-days after the date")
    String cashOnlyUntil;

    @Option(name = "--undo", description = "Undoes it: receives the money again and reverses the fee")
    boolean undo;

    public BounceCommand() {}

    BounceCommand(ShellUser user, Output output) {
        super(user, output);
    }

    @Override
    List<String> arguments() {
        return words;
    }

    @Override
    CorrectionRequest request(List<String> arguments, CommonFields common) {
        ReceiptNumber receipt = ReceiptNumber.parse(Arguments.one("receipt", arguments));
        if (undo) {
            if (fee != null || cashOnlyUntil != null) {
                throw new UsageException("usage.bounce");
            }
            return new UndoReturn(
                    common.key(), common.actor(), receipt, common.date(), common.reason(), common.confirmed());
        }
        ReturnSettings returns = require(settings).current().returns();
        return new ReturnPayment(
                common.key(),
                common.actor(),
                receipt,
                fee(returns),
                until(returns, common.date()),
                common.date(),
                common.reason(),
                common.confirmed());
    }

    private Money fee(ReturnSettings returns) {
        return fee == null && returns.fee().isPresent() ? returns.fee().get() : money("--fee", fee);
    }

    private Optional<LocalDate> until(ReturnSettings returns, LocalDate date) {
        if (cashOnlyUntil == null) {
            return returns.cashOnlyUntil(date);
        }
        return cashOnlyUntil.equals(NOT)
                ? Optional.empty()
                : Optional.of(Dates.parse(cashOnlyUntil, Field.CASH_ONLY_UNTIL));
    }

    @Override
    String resultMessage(CorrectionRequest request) {
        return request instanceof ReturnPayment returned
                ? message("correct.return", returned.receipt())
                : message("correct.undo-return", ((UndoReturn) request).receipt());
    }
}
