package org.openadmin.fees.internal.domain;

import java.util.Currency;
import java.util.List;
import java.util.function.Predicate;
import org.openadmin.fees.api.AlreadyCorrectedException;
import org.openadmin.fees.api.AlreadyCorrectedException.What;
import org.openadmin.fees.api.BatchNumber;
import org.openadmin.fees.api.ChargeId;
import org.openadmin.fees.api.ChargeSettledException;
import org.openadmin.fees.api.Money;

/**
 * Which charges are taken off an account: a charge is cancelled or waived once, paid or not, and only what is outstanding can be
 * waived.
 *
 * @param charges one at least
 */
public record Reversal(List<FoundCharge> charges) {

    public Reversal {
        charges = List.copyOf(charges);
    }

    /** @throws AlreadyCorrectedException when it was cancelled or waived before */
    public static Reversal cancelling(FoundCharge charge) {
        if (charge.corrected()) {
            throw new AlreadyCorrectedException(What.CHARGE, charge.id().value());
        }
        return new Reversal(List.of(charge));
    }

    /**
     * Cancels what is left of an assessment.
     *
     * @throws AlreadyCorrectedException when nothing is left
     */
    public static Reversal undoing(BatchNumber batch, List<FoundCharge> charges) {
        List<FoundCharge> left =
                charges.stream().filter(Predicate.not(FoundCharge::corrected)).toList();
        if (left.isEmpty()) {
            throw new AlreadyCorrectedException(What.ASSESSMENT, batch.value());
        }
        return new Reversal(left);
    }

    /**
     * @throws AlreadyCorrectedException when it was cancelled or waived before
     * @throws ChargeSettledException when it is paid
     */
    public static Reversal waiving(FoundCharge charge) {
        Reversal waiver = cancelling(charge);
        if (charge.settled()) {
            throw new ChargeSettledException(List.of(charge.id()));
        }
        return waiver;
    }

    public List<ChargeId> ids() {
        return charges.stream().map(FoundCharge::id).toList();
    }

    /** What the charges come to. */
    public Money total(Currency currency) {
        return sum(charges, currency);
    }

    /** What was paid for them, which becomes credit. */
    public Money toCredit(Currency currency) {
        return sum(charges.stream().filter(FoundCharge::settled).toList(), currency);
    }

    private static Money sum(List<FoundCharge> charges, Currency currency) {
        return charges.stream().map(FoundCharge::total).reduce(Money.zero(currency), Money::plus);
    }
}
