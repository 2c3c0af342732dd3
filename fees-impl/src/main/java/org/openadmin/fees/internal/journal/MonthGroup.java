package org.openadmin.fees.internal.journal;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.openadmin.fees.api.Money;
import org.openadmin.fees.api.billing.Tax;
import org.openadmin.fees.api.journal.EntryKind;
import org.openadmin.fees.api.payments.PaymentMethod;

/**
 * The rows of one month with the same kind, name, method and tax names.
 *
 * @param name as on the rows; may be empty
 * @param taxes the sums of the taxes in the order of their columns, zero or not
 * @param subtotal the sum without taxes
 * @param total the sum of the rows
 */
public record MonthGroup(
        EntryKind kind,
        String name,
        Optional<PaymentMethod> method,
        int count,
        Money subtotal,
        List<Tax> taxes,
        Money total) {

    public MonthGroup {
        Objects.requireNonNull(kind, "kind");
        name = name.strip();
        taxes = List.copyOf(taxes);
    }
}
