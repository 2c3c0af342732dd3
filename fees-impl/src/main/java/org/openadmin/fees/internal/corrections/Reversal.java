package org.openadmin.fees.internal.corrections;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.openadmin.fees.api.Money;
import org.openadmin.fees.api.billing.BatchNumber;
import org.openadmin.fees.api.billing.ChargeId;
import org.openadmin.fees.api.corrections.AlreadyCorrectedException;
import org.openadmin.fees.api.corrections.AlreadyCorrectedException.Subject;
import org.openadmin.fees.api.payments.ChargeSettledException;

/**
 * The charges to be reversed or waived. Each charge can be reversed or waived once. A paid charge can be reversed, but only an
 * outstanding one can be waived.
 *
 * @param charges at least one
 */
public record Reversal(List<CorrectableCharge> charges) {

    public Reversal {
        charges = List.copyOf(charges);
    }

    /** @throws AlreadyCorrectedException when it was already reversed or waived */
    public static Reversal cancelling(CorrectableCharge charge) {
        if (charge.corrected()) {
            throw new AlreadyCorrectedException(Subject.CHARGE, charge.id().value());
        }
        return new Reversal(List.of(charge));
    }

    /**
     * Reverses the charges of an assessment that are not reversed or waived.
     *
     * @throws AlreadyCorrectedException when there are none
     */
    public static Reversal undoing(BatchNumber batch, List<CorrectableCharge> charges) {
        List<CorrectableCharge> left = charges.stream()
                .filter(Predicate.not(CorrectableCharge::corrected))
                .toList();
        if (left.isEmpty()) {
            throw new AlreadyCorrectedException(Subject.ASSESSMENT, batch.value());
        }
        return new Reversal(left);
    }

    /** Reverses those of the charges that were sold with a payment that are not reversed, waived or transferred; empty if there are none. */
    static Optional<Reversal> takingBack(List<CorrectableCharge> sold) {
        List<CorrectableCharge> left = sold.stream()
                .filter(Predicate.not(CorrectableCharge::corrected))
                .toList();
        return left.isEmpty() ? Optional.empty() : Optional.of(new Reversal(left));
    }

    /**
     * @throws AlreadyCorrectedException when it was already reversed or waived
     * @throws ChargeSettledException when it is paid
     */
    public static Reversal waiving(CorrectableCharge charge) {
        Reversal waiver = cancelling(charge);
        if (charge.settled()) {
            throw new ChargeSettledException(List.of(charge.id()));
        }
        return waiver;
    }

    public List<ChargeId> ids() {
        return charges.stream().map(CorrectableCharge::id).toList();
    }

    /** The latest date of the charges. */
    public Optional<LocalDate> latest() {
        return charges.stream().flatMap(charge -> charge.date().stream()).max(Comparator.naturalOrder());
    }

    /** The sum of the charges. */
    public Money total(Currency currency) {
        return sum(charges, currency);
    }

    /** The amount paid for them, which becomes credit. */
    public Money toCredit(Currency currency) {
        return sum(charges.stream().filter(CorrectableCharge::settled).toList(), currency);
    }

    /** The same once these charges are outstanding again. */
    Money toCredit(Currency currency, Set<ChargeId> reopened) {
        return sum(
                charges.stream()
                        .filter(charge -> charge.settled() && !reopened.contains(charge.id()))
                        .toList(),
                currency);
    }

    private static Money sum(List<CorrectableCharge> charges, Currency currency) {
        return charges.stream().map(CorrectableCharge::total).reduce(Money.zero(currency), Money::plus);
    }
}
