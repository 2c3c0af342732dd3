package org.openadmin.fees.api.payments;

import java.time.LocalDate;
import java.util.Objects;
import java.util.Set;
import org.openadmin.fees.api.Actor;
import org.openadmin.fees.api.Dates;
import org.openadmin.fees.api.InvalidInputException;
import org.openadmin.fees.api.InvalidInputException.Field;
import org.openadmin.fees.api.Money;
import org.openadmin.fees.api.RequestKey;
import org.openadmin.fees.api.StudentNumber;
import org.openadmin.fees.api.TextRules;
import org.openadmin.fees.api.billing.ChargeId;

/**
 * A request to record a payment.
 *
 * @param date the date of the payment
 * @param received the exact amount of money received: positive, at most 99,999,999.99; zero only if there are charges,
 *     which are then settled from credit alone
 * @param charges the charges to settle, each in full; empty to receive the money on account
 * @param reference the number of the cheque or transfer, or similar; up to 64 characters, may be empty
 */
public record PaymentRequest(
        RequestKey key,
        Actor actor,
        StudentNumber student,
        LocalDate date,
        Money received,
        Set<ChargeId> charges,
        PaymentMethod method,
        String reference) {

    private static final int MAX_REFERENCE_LENGTH = 64;

    /** @throws InvalidInputException if a value is outside the limits above */
    public PaymentRequest {
        Objects.requireNonNull(key, "key");
        Objects.requireNonNull(actor, "actor");
        Objects.requireNonNull(student, "student");
        Dates.require(date);
        charges = Set.copyOf(charges);
        if (charges.isEmpty() || !received.isZero()) {
            received.requireReceivable();
        }
        Objects.requireNonNull(method, "method");
        reference = TextRules.optional(Field.REFERENCE, reference, MAX_REFERENCE_LENGTH);
    }
}
