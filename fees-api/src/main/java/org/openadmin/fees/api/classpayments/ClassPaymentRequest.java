package org.openadmin.fees.api.classpayments;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
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
import org.openadmin.fees.api.payments.FamilyPaymentRequest.Part;
import org.openadmin.fees.api.payments.PaymentMethod;
import org.openadmin.fees.api.payments.PaymentRequest;

/**
 * A request to record the payments of a class.
 *
 * @param fee the name of the fee; case and accents make no difference
 * @param homeroom without regard to case
 * @param parts the students who have paid and the charges that each has paid, each student once; at most {@value #MAX_STUDENTS}
 * @param date the date of all payments: the day on which the money was received
 * @param envelope the exact amount of money in the envelope: positive, at most 99,999,999.99
 * @param reference the number of a cheque or similar, for all payments; up to 64 characters, may be empty
 * @param confirmed what the cashier has confirmed; not part of the payment, so a repeated request may differ in it
 */
public record ClassPaymentRequest(
        RequestKey key,
        Actor actor,
        String fee,
        String homeroom,
        List<Part> parts,
        LocalDate date,
        Money envelope,
        PaymentMethod method,
        String reference,
        Set<Confirmation> confirmed) {

    /** The most students whose payments are recorded at once. */
    public static final int MAX_STUDENTS = 100;

    private static final int MAX_REFERENCE_LENGTH = 64;

    /** @throws InvalidInputException if nobody has paid, or a value is outside the limits above */
    public ClassPaymentRequest {
        Objects.requireNonNull(key, "key");
        Objects.requireNonNull(actor, "actor");
        fee = fee.strip();
        homeroom = homeroom.strip();
        if (homeroom.isEmpty()) {
            throw new InvalidInputException(Field.GROUP, Problem.MISSING, "");
        }
        parts = List.copyOf(parts);
        requireDistinct(parts);
        Dates.require(date);
        envelope.requireReceivable();
        Objects.requireNonNull(method, "method");
        reference = TextRules.optional(Field.REFERENCE, reference, MAX_REFERENCE_LENGTH);
        confirmed = Set.copyOf(confirmed);
    }

    private static void requireDistinct(List<Part> parts) {
        if (parts.isEmpty()) {
            throw new InvalidInputException(Field.STUDENT, Problem.MISSING, "");
        }
        if (parts.size() > MAX_STUDENTS) {
            throw new InvalidInputException(Field.STUDENT, Problem.TOO_LONG, String.valueOf(parts.size()));
        }
        if (parts.stream().map(Part::account).distinct().count() < parts.size()) {
            throw new IllegalArgumentException("A student has two parts: " + parts);
        }
    }

    /** The accounts of those who have paid, in the sequence of the request. */
    public Set<AccountNumber> accounts() {
        return parts.stream().map(Part::account).collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /** The charges of all students. */
    public Set<ChargeId> charges() {
        return parts.stream().flatMap(part -> part.charges().stream()).collect(Collectors.toUnmodifiableSet());
    }

    /**
     * The payment of one student, whose key is {@linkplain RequestKey#derived derived} from that of this request.
     *
     * @param received what the student has paid
     */
    public PaymentRequest paymentOf(Part part, Money received) {
        return new PaymentRequest(
                key.derived("class payment of " + part.account()),
                actor,
                part.account(),
                date,
                received,
                part.charges(),
                method,
                reference);
    }

    /** The same request, in which this too is confirmed. */
    public ClassPaymentRequest confirming(Confirmation confirmation) {
        Set<Confirmation> all = EnumSet.of(confirmation);
        all.addAll(confirmed);
        return new ClassPaymentRequest(key, actor, fee, homeroom, parts, date, envelope, method, reference, all);
    }
}
