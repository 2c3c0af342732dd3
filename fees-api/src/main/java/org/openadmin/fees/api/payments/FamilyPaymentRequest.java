package org.openadmin.fees.api.payments;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.HashSet;
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

/**
 * A request to record one payment for the charges of several accounts, such as a cheque for three children.
 *
 * @param parts what is settled for each account, at most 20, each account once; the first leads the receipt
 * @param surplus the account that has what is left of the money; it need not have a part
 * @param date the date of the payment: the day on which the money was received
 * @param received the exact amount of money received for all: positive, at most 99,999,999.99; zero if credit alone settles the charges
 * @param reference the number of the cheque or transfer, or similar; up to 64 characters, may be empty
 * @param confirmed what the cashier has confirmed; not part of the payment, so a repeated request may differ in it
 */
public record FamilyPaymentRequest(
        RequestKey key,
        Actor actor,
        List<Part> parts,
        AccountNumber surplus,
        LocalDate date,
        Money received,
        PaymentMethod method,
        String reference,
        Set<Confirmation> confirmed) {

    /** The most accounts that one payment settles charges of. */
    public static final int MAX_PARTS = 20;

    private static final int MAX_REFERENCE_LENGTH = 64;

    /**
     * What is settled for one account.
     *
     * @param charges at least one, each settled in full
     */
    public record Part(AccountNumber account, Set<ChargeId> charges) {

        /** @throws InvalidInputException if there is no charge */
        public Part {
            Objects.requireNonNull(account, "account");
            charges = Set.copyOf(charges);
            if (charges.isEmpty()) {
                throw new InvalidInputException(Field.CHARGES, Problem.MISSING, "");
            }
        }
    }

    /** @throws InvalidInputException if a value is outside the limits above */
    public FamilyPaymentRequest {
        Objects.requireNonNull(key, "key");
        Objects.requireNonNull(actor, "actor");
        parts = List.copyOf(parts);
        Objects.requireNonNull(surplus, "surplus");
        Dates.require(date);
        if (!received.isZero()) {
            received.requireReceivable();
        }
        Objects.requireNonNull(method, "method");
        reference = TextRules.optional(Field.REFERENCE, reference, MAX_REFERENCE_LENGTH);
        confirmed = Set.copyOf(confirmed);
        requireDistinct(parts);
    }

    private static void requireDistinct(List<Part> parts) {
        if (parts.isEmpty()) {
            throw new InvalidInputException(Field.CHARGES, Problem.MISSING, "");
        }
        if (parts.size() > MAX_PARTS) {
            throw new InvalidInputException(Field.STUDENT, Problem.TOO_LONG, String.valueOf(parts.size()));
        }
        Set<AccountNumber> accounts = new HashSet<>();
        parts.forEach(part -> accounts.add(part.account()));
        if (accounts.size() < parts.size()) {
            throw new IllegalArgumentException("An account has two parts: " + parts);
        }
    }

    /** The account that leads the receipt. */
    public AccountNumber first() {
        return parts.get(0).account();
    }

    /** The accounts whose balances change, the first one first. */
    public Set<AccountNumber> accounts() {
        Set<AccountNumber> accounts = new LinkedHashSet<>();
        parts.forEach(part -> accounts.add(part.account()));
        accounts.add(surplus);
        return accounts;
    }

    /** The charges of all accounts. */
    public Set<ChargeId> charges() {
        return parts.stream().flatMap(part -> part.charges().stream()).collect(Collectors.toUnmodifiableSet());
    }

    /** The same request, in which this too is confirmed. */
    public FamilyPaymentRequest confirming(Confirmation confirmation) {
        Set<Confirmation> all = EnumSet.of(confirmation);
        all.addAll(confirmed);
        return new FamilyPaymentRequest(key, actor, parts, surplus, date, received, method, reference, all);
    }
}
