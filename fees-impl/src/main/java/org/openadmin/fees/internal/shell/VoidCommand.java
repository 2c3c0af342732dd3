package org.openadmin.fees.internal.shell;

import java.util.List;
import java.util.stream.Stream;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.openadmin.fees.api.Role;
import org.openadmin.fees.api.corrections.CorrectionRequest;
import org.openadmin.fees.api.corrections.CorrectionRequest.VoidReceipt;
import org.openadmin.fees.api.corrections.SoldGoods;
import org.openadmin.fees.api.payments.ReceiptNumber;

/** The command {@code fees:void}. */
@Service
@Command(scope = "fees", name = "void", description = "Voids a receipt; its charges are outstanding again")
public final class VoidCommand extends CorrectionCommand {

    @Argument(name = "receipt", description = "The receipt's number", required = true, multiValued = true)
    List<String> words = List.of();

    @Option(
            name = "--goods",
            description =
                    "Of a receipt with which something was sold: returned if the goods came back, so that nothing is"
                            + " owed for them, or kept")
    String goods;

    public VoidCommand() {}

    VoidCommand(ShellUser user, Output output) {
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
        ReceiptNumber receipt = ReceiptNumber.parse(Arguments.one("receipt", arguments));
        return new VoidReceipt(
                common.key(), common.actor(), receipt, common.date(), common.reason(), common.confirmed(), goods());
    }

    private SoldGoods goods() {
        if (goods == null) {
            return SoldGoods.NOT_STATED;
        }
        return Stream.of(SoldGoods.RETURNED, SoldGoods.KEPT)
                .filter(each -> each.keyword().equalsIgnoreCase(goods.strip()))
                .findFirst()
                .orElseThrow(() -> new UsageException("usage.void-goods", goods));
    }

    @Override
    String resultMessage(CorrectionRequest request) {
        return message("correct.void", ((VoidReceipt) request).receipt());
    }
}
