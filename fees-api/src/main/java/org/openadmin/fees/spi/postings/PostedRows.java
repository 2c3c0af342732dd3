package org.openadmin.fees.spi.postings;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.openadmin.fees.api.Money;
import org.openadmin.fees.api.billing.Tax;
import org.openadmin.fees.api.journal.EntryKind;
import org.openadmin.fees.api.payments.PaymentMethod;

/**
 * Rows of the journal with the same date, kind, name, method and tax names, or one of them.
 *
 * @param name of the fee; ignored for money
 * @param taxes the sums of their taxes, with the sign of the rows
 * @param total the sum of the rows
 */
public record PostedRows(
        LocalDate date, EntryKind kind, String name, Optional<PaymentMethod> method, List<Tax> taxes, Money total) {

    public PostedRows {
        Objects.requireNonNull(date, "date");
        Objects.requireNonNull(kind, "kind");
        name = name.strip();
        taxes = List.copyOf(taxes);
    }
}
