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
 * Money handed over at the counter.
 *
 * @param date the date of the payment
 * @param received exactly the money handed over, a positive amount of at most 99,999,999.99; zero only when there are charges,
 *     which credit on account then settles alone
 * @param charges the charges to settle, each as a whole; none to receive the money on account
 * @param reference the number of the cheque, the transfer and the like, up to 64 characters; may be empty
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

    private static final int LONGEST_REFERENCE = 64;

    /** @throws InvalidInputException when one of the limits above is not kept */
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
        reference = TextRules.optional(Field.REFERENCE, reference, LONGEST_REFERENCE);
    }
}
