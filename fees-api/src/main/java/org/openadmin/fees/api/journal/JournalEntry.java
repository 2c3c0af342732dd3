package org.openadmin.fees.api.journal;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.openadmin.fees.api.Money;
import org.openadmin.fees.api.StudentSnapshot;
import org.openadmin.fees.api.billing.BatchNumber;
import org.openadmin.fees.api.billing.Tax;
import org.openadmin.fees.api.payments.PaymentMethod;
import org.openadmin.fees.api.payments.ReceiptNumber;

/**
 * One row of the journal, of any kind.
 *
 * @param id the row's number
 * @param student the student as she was that day; empty in damaged old data only
 * @param date the date of the row; empty in old data only
 * @param name the fee's name, or the journal's own word for a row that is no charge
 * @param description the fee's description, the numbers of the charges that a payment settled, or the reason of a correction
 * @param subtotal what a charge is without tax; empty for other rows, and in old data
 * @param taxes the taxes of a charge; empty when there are none
 * @param total the amount with its sign: what the student owes more is positive, what she owes less is negative
 * @param settledBy the row that settled a charge; empty while it is outstanding, and for other rows
 * @param receipt the receipt number of a payment and of money on account
 * @param voidedBy the row that took back a payment or money on account
 * @param reverses the row that a correction corrects
 * @param batch the assessment that a charge came from; empty in old data
 * @param method how money came or went; empty in old data, and for other rows
 * @param reference the number of the cheque and the like; may be empty
 * @param recordedAt when it was done; empty in old data
 * @param recordedBy who did it; empty in old data
 */
public record JournalEntry(
        long id,
        EntryKind kind,
        Optional<StudentSnapshot> student,
        Optional<LocalDate> date,
        String name,
        String description,
        Optional<Money> subtotal,
        List<Tax> taxes,
        Money total,
        OptionalLong settledBy,
        Optional<ReceiptNumber> receipt,
        OptionalLong voidedBy,
        OptionalLong reverses,
        Optional<BatchNumber> batch,
        Optional<PaymentMethod> method,
        String reference,
        Optional<Instant> recordedAt,
        String recordedBy) {

    public JournalEntry {
        taxes = List.copyOf(taxes);
    }

    /** Whether this is a charge that nothing has settled. */
    public boolean isOutstanding() {
        return kind == EntryKind.CHARGE && settledBy.isEmpty();
    }
}
