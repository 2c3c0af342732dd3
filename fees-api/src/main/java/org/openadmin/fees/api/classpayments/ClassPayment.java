package org.openadmin.fees.api.classpayments;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.openadmin.fees.api.Money;
import org.openadmin.fees.api.payments.PaymentMethod;
import org.openadmin.fees.api.payments.Receipt;
import org.openadmin.fees.api.payments.ReceiptNumber;

/**
 * The payments of a class that were recorded at once.
 *
 * @param fee the name of the fee, as it is charged
 * @param homeroom the homeroom, as the school spells it
 * @param total what was in the envelope: the sum of the receipts, also of those that were voided since
 * @param cashier the log-in name of the cashier
 * @param receipts one for each student, with consecutive numbers; at least one
 */
public record ClassPayment(
        String fee,
        String homeroom,
        LocalDate date,
        PaymentMethod method,
        String reference,
        Money total,
        String cashier,
        List<Receipt> receipts) {

    public ClassPayment {
        Objects.requireNonNull(date, "date");
        Objects.requireNonNull(method, "method");
        Objects.requireNonNull(total, "total");
        receipts = List.copyOf(receipts);
    }

    /** The numbers of the receipts, smallest first. */
    public List<ReceiptNumber> numbers() {
        return receipts.stream().map(Receipt::number).toList();
    }

    /** The smallest number of the receipts. */
    public ReceiptNumber first() {
        return receipts.get(0).number();
    }

    /** The largest number of the receipts. */
    public ReceiptNumber last() {
        return receipts.get(receipts.size() - 1).number();
    }
}
