package org.openadmin.fees.api.drawer;

import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;
import org.openadmin.fees.api.Money;
import org.openadmin.fees.api.StudentSnapshot;
import org.openadmin.fees.api.journal.EntryKind;
import org.openadmin.fees.api.payments.PaymentMethod;
import org.openadmin.fees.api.payments.ReceiptNumber;

/**
 * Money that was received or paid out.
 *
 * @param row the number of the row in the journal; the number of a refund
 * @param kind {@code PAYMENT, ON_ACCOUNT, VOID} or {@code REFUND}
 * @param student the student as recorded on the day; empty only in damaged old data
 * @param date the day of the movement
 * @param amount positive if money came in, negative if it went out
 * @param method how the money was paid or paid back; empty in old data
 * @param reference the number of the cheque, or similar; may be empty
 * @param reason the reason of a void or a refund; may be empty
 * @param cashier the log-in name of the user; empty in old data
 * @param receipt the number of the receipt, or of the receipt that was voided; empty for refunds, and in old data
 * @param voided for a receipt, the date on which it was voided; empty if it is valid, and for all other movements
 * @param received for a void, the date of the receipt; empty in old data, and for all other movements
 */
public record DrawerMovement(
        long row,
        EntryKind kind,
        Optional<StudentSnapshot> student,
        LocalDate date,
        Money amount,
        Optional<PaymentMethod> method,
        String reference,
        String reason,
        String cashier,
        Optional<ReceiptNumber> receipt,
        Optional<LocalDate> voided,
        Optional<LocalDate> received) {

    public DrawerMovement {
        Objects.requireNonNull(date, "date");
        Objects.requireNonNull(amount, "amount");
    }

    /** Whether this is a receipt that was voided on its own day. */
    public boolean isVoidedSameDay() {
        return voided.filter(date::equals).isPresent();
    }

    /**
     * Whether this is the void of a receipt of the same day. Such a void and its receipt cancel each other out in the
     * figures of the day.
     */
    public boolean isVoidOfSameDay() {
        return received.filter(date::equals).isPresent();
    }
}
