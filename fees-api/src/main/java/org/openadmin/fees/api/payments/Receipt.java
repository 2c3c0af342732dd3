package org.openadmin.fees.api.payments;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.openadmin.fees.api.Money;
import org.openadmin.fees.api.StudentSnapshot;
import org.openadmin.fees.api.billing.Charge;

/**
 * A payment and the charges that it settled. Apart from {@code voided}, it never changes.
 *
 * @param student the student as recorded on the day of the payment
 * @param date the date of the payment
 * @param received the money received; a positive amount
 * @param settled the charges that the payment settled, in number order; empty if it was received on account
 * @param method how the money was paid; empty in old data
 * @param reference the number of the cheque, or similar; may be empty
 * @param cashier the log-in name of the cashier; empty in old data
 * @param recordedAt when the payment was recorded; empty in old data
 * @param voided the date on which the receipt was voided; empty if it is valid
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

    /** The total of the settled charges. */
    public Money settledTotal() {
        return settled.stream().map(Charge::total).reduce(Money.zero(received.currency()), Money::plus);
    }

    /** The credit on account that was used to settle the charges; zero or more. */
    public Money fromCredit() {
        Money lacking = settledTotal().minus(received);
        return lacking.isPositive() ? lacking : Money.zero(received.currency());
    }

    /** The part of the money that became credit on account; zero or more. */
    public Money onAccount() {
        Money over = received.minus(settledTotal());
        return over.isPositive() ? over : Money.zero(received.currency());
    }
}
