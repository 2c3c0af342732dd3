package org.openadmin.fees.api.till;

import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;
import org.openadmin.fees.api.Money;
import org.openadmin.fees.api.StudentSnapshot;
import org.openadmin.fees.api.journal.EntryKind;
import org.openadmin.fees.api.payments.PaymentMethod;
import org.openadmin.fees.api.payments.ReceiptNumber;

/**
 * A row of the journal that brought cash or a cheque, or took cash away.
 *
 * @param row the number of the row in the journal; the number of a refund
 * @param kind {@code PAYMENT, ON_ACCOUNT, VOID} or {@code REFUND}
 * @param student the student as recorded on the day
 * @param amount positive if money came in, negative if it went out
 * @param method cash or cheque
 * @param reference the number of the cheque, or similar; may be empty
 * @param cashier the log-in name of the user
 * @param receipt the number of the receipt, or of the receipt that was voided; empty for a refund
 */
public record MoneyRow(
        long row,
        EntryKind kind,
        Optional<StudentSnapshot> student,
        LocalDate date,
        Money amount,
        PaymentMethod method,
        String reference,
        String cashier,
        Optional<ReceiptNumber> receipt) {

    public MoneyRow {
        Objects.requireNonNull(date, "date");
        Objects.requireNonNull(amount, "amount");
    }

    public boolean isCash() {
        return method == PaymentMethod.CASH;
    }

    public boolean isReceipt() {
        return kind.isReceipt();
    }

    /** The student's name or number; empty in damaged old data. */
    public String payer() {
        return student.map(StudentSnapshot::nameOrNumber).orElse("");
    }
}
