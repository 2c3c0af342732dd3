package org.openadmin.fees.api.payments;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.openadmin.fees.api.Money;
import org.openadmin.fees.api.StudentSnapshot;
import org.openadmin.fees.api.billing.Charge;

/**
 * What was received and what it settled, the same each time it is read.
 *
 * @param student the payer's student as she was that day
 * @param date the date of the payment
 * @param received the money handed over, a positive amount
 * @param settled the charges that it settled, in number order; empty when it was received on account
 * @param method how the money came; empty in old data
 * @param reference the number of the cheque and the like; may be empty
 * @param cashier who took it; empty in old data
 * @param recordedAt when it was taken; empty in old data
 * @param voided the date on which it was taken back; empty for a receipt that counts
 */
public record Receipt(
        ReceiptNumber number,
        StudentSnapshot student,
        LocalDate date,
        Money received,
        List<Charge> settled,
        Optional<PaymentMethod> method,
        String reference,
        String cashier,
        Optional<Instant> recordedAt,
        Optional<LocalDate> voided) {

    public Receipt {
        settled = List.copyOf(settled);
    }

    /** What the settled charges come to. */
    public Money settledTotal() {
        return settled.stream().map(Charge::total).reduce(Money.zero(received.currency()), Money::plus);
    }

    /** What came from credit on account to settle the charges; zero or more. */
    public Money fromCredit() {
        Money lacking = settledTotal().minus(received);
        return lacking.isPositive() ? lacking : Money.zero(received.currency());
    }

    /** What stays on account as credit; zero or more. */
    public Money onAccount() {
        Money over = received.minus(settledTotal());
        return over.isPositive() ? over : Money.zero(received.currency());
    }
}
