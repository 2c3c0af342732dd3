package org.openadmin.fees.api.payments;

import java.util.Objects;
import org.openadmin.fees.api.InvalidInputException;
import org.openadmin.fees.api.Money;
import org.openadmin.fees.api.billing.ChargeId;

/**
 * As much of a charge as a payment settles when the money does not cover all of it: the charge is split in two, and the first part is paid.
 *
 * @param charge the charge to be split
 * @param amount the part to be paid, above zero and less than the charge
 */
public record PaidPart(ChargeId charge, Money amount) {

    /** @throws InvalidInputException if the amount is not above zero */
    public PaidPart {
        Objects.requireNonNull(charge, "charge");
        amount.requireReceivable();
    }
}
