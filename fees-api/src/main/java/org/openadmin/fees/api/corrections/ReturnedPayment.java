package org.openadmin.fees.api.corrections;

import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;
import org.openadmin.fees.api.Money;
import org.openadmin.fees.api.StudentSnapshot;
import org.openadmin.fees.api.billing.Charge;
import org.openadmin.fees.api.payments.PaymentMethod;
import org.openadmin.fees.api.payments.ReceiptNumber;

/**
 * A payment that the bank returned.
 *
 * @param receipt the receipt of the payment, which is void
 * @param student as on the receipt
 * @param received the date of the receipt; empty in old data only
 * @param returned the date on which it was recorded as returned
 * @param amount the money that did not arrive, above zero
 * @param method empty in old data only
 * @param reference the number of the cheque or transfer; may be empty
 * @param fee the charge for it, settled or not; empty if there was none
 * @param cashOnlyUntil the last day on which the account is cash only; empty if it is not, also if the return was undone
 * @param receivedAgain the receipt that the payment has since the return was undone; empty if it was not
 * @param reason may be empty
 * @param recordedBy the user who recorded the return
 */
public record ReturnedPayment(
        ReceiptNumber receipt,
        StudentSnapshot student,
        Optional<LocalDate> received,
        LocalDate returned,
        Money amount,
        Optional<PaymentMethod> method,
        String reference,
        Optional<Charge> fee,
        Optional<LocalDate> cashOnlyUntil,
        Optional<ReceiptNumber> receivedAgain,
        String reason,
        String recordedBy) {

    public ReturnedPayment {
        Objects.requireNonNull(receipt, "receipt");
        Objects.requireNonNull(student, "student");
    }

    /** Whether the return was undone. */
    public boolean undone() {
        return receivedAgain.isPresent();
    }
}
