package org.openadmin.fees.api.payments;

import java.time.LocalDate;
import java.util.Currency;
import java.util.EnumSet;
import java.util.Objects;
import java.util.Set;
import org.openadmin.fees.api.AccountNumber;
import org.openadmin.fees.api.Actor;
import org.openadmin.fees.api.Confirmation;
import org.openadmin.fees.api.Dates;
import org.openadmin.fees.api.InvalidInputException;
import org.openadmin.fees.api.InvalidInputException.Field;
import org.openadmin.fees.api.Money;
import org.openadmin.fees.api.RequestKey;
import org.openadmin.fees.api.TextRules;
import org.openadmin.fees.api.billing.ChargeId;

/**
 * A request to record a payment.
 *
 * @param date the date of the payment: the day on which the money was received
 * @param received the exact amount of money received: positive, at most 99,999,999.99; zero only if there are charges,
 *     which are then settled from credit alone
 * @param charges the charges to settle, each in full; empty to receive the money on account
 * @param reference the number of the cheque or transfer, or similar; up to 64 characters, may be empty
 * @param confirmed what the cashier has confirmed; not part of the payment, so a repeated request may differ in it
 */
public record PaymentRequest(
        RequestKey key,
        Actor actor,
        AccountNumber student,
        LocalDate date,
        Money received,
        Set<ChargeId> charges,
        PaymentMethod method,
        String reference,
        Set<Confirmation> confirmed) {

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
        confirmed = Set.copyOf(confirmed);
    }

    /** A request in which nothing unusual is confirmed. */
    public PaymentRequest(
            RequestKey key,
            Actor actor,
            AccountNumber student,
            LocalDate date,
            Money received,
            Set<ChargeId> charges,
            PaymentMethod method,
            String reference) {
        this(key, actor, student, date, received, charges, method, reference, Set.of());
    }

    /**
     * A request to settle these charges from credit alone: no money changes hands, and there is a receipt.
     *
     * @param charges at least one
     */
    public static PaymentRequest fromCredit(
            RequestKey key,
            Actor actor,
            AccountNumber student,
            LocalDate date,
            Set<ChargeId> charges,
            Currency currency) {
        return new PaymentRequest(
                key, actor, student, date, Money.zero(currency), charges, PaymentMethod.OTHER, "", Set.of());
    }

    /** The same request, in which this too is confirmed. */
    public PaymentRequest confirming(Confirmation confirmation) {
        Set<Confirmation> all = EnumSet.of(confirmation);
        all.addAll(confirmed);
        return new PaymentRequest(key, actor, student, date, received, charges, method, reference, all);
    }
}
