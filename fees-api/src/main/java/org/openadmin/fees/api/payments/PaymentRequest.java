package org.openadmin.fees.api.payments;

import java.time.LocalDate;
import java.util.Currency;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.openadmin.fees.api.AccountNumber;
import org.openadmin.fees.api.Actor;
import org.openadmin.fees.api.Confirmation;
import org.openadmin.fees.api.Dates;
import org.openadmin.fees.api.InvalidInputException;
import org.openadmin.fees.api.InvalidInputException.Field;
import org.openadmin.fees.api.InvalidInputException.Problem;
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
 * @param charges the charges to settle, each in full; empty to receive the money on account, unless a part is paid
 * @param reference the number of the cheque or transfer, or similar; up to 64 characters, may be empty
 * @param confirmed what the cashier has confirmed; not part of the payment, so a repeated request may differ in it
 * @param part what is paid of one further charge, which is split for it; empty if all charges are paid in full
 * @param sold what is sold to the student with the payment, each fee once; at most {@value #MAX_SOLD}
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
        Set<Confirmation> confirmed,
        Optional<PaidPart> part,
        List<SoldFee> sold) {

    /** The most fees that are sold with one payment. */
    public static final int MAX_SOLD = 20;

    private static final int MAX_REFERENCE_LENGTH = 64;

    /** @throws InvalidInputException if a value is outside the limits above */
    public PaymentRequest {
        Objects.requireNonNull(key, "key");
        Objects.requireNonNull(actor, "actor");
        Objects.requireNonNull(student, "student");
        Dates.require(date);
        charges = Set.copyOf(charges);
        sold = List.copyOf(sold);
        requireEachOnce(sold);
        if (!sold.isEmpty() && student.student().isEmpty()) {
            throw new InvalidInputException(Field.STUDENT, Problem.NOT_A_NUMBER, student.toString());
        }
        for (PaidPart paid : part.stream().toList()) {
            if (charges.contains(paid.charge())) {
                throw new InvalidInputException(
                        Field.CHARGES, Problem.OUT_OF_RANGE, paid.charge().toString());
            }
        }
        if (charges.isEmpty() && part.isEmpty() && sold.isEmpty() || !received.isZero()) {
            received.requireReceivable();
        }
        Objects.requireNonNull(method, "method");
        reference = TextRules.optional(Field.REFERENCE, reference, MAX_REFERENCE_LENGTH);
        confirmed = Set.copyOf(confirmed);
    }

    private static void requireEachOnce(List<SoldFee> sold) {
        long fees = sold.stream().map(SoldFee::fee).distinct().count();
        if (fees < sold.size() || fees > MAX_SOLD) {
            throw new InvalidInputException(Field.PREDEFINED, Problem.OUT_OF_RANGE, String.valueOf(sold.size()));
        }
    }

    /** A request in which all charges are paid in full. */
    public PaymentRequest(
            RequestKey key,
            Actor actor,
            AccountNumber student,
            LocalDate date,
            Money received,
            Set<ChargeId> charges,
            PaymentMethod method,
            String reference,
            Set<Confirmation> confirmed) {
        this(key, actor, student, date, received, charges, method, reference, confirmed, Optional.empty(), List.of());
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
        return new PaymentRequest(key, actor, student, date, received, charges, method, reference, all, part, sold);
    }

    /** The same request, in which this part of a further charge is paid. */
    public PaymentRequest paying(PaidPart paid) {
        return new PaymentRequest(
                key, actor, student, date, received, charges, method, reference, confirmed, Optional.of(paid), sold);
    }

    /** The same request, in which this is sold. */
    public PaymentRequest selling(SoldFee... fees) {
        return new PaymentRequest(
                key, actor, student, date, received, charges, method, reference, confirmed, part, List.of(fees));
    }
}
