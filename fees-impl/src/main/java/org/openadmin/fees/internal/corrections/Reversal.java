package org.openadmin.fees.internal.corrections;

import java.util.Currency;
import java.util.List;
import java.util.function.Predicate;
import org.openadmin.fees.api.Money;
import org.openadmin.fees.api.billing.BatchNumber;
import org.openadmin.fees.api.billing.ChargeId;
import org.openadmin.fees.api.corrections.AlreadyCorrectedException;
import org.openadmin.fees.api.corrections.AlreadyCorrectedException.What;
import org.openadmin.fees.api.payments.ChargeSettledException;

/**
 * Which charges are taken off an account: a charge is cancelled or waived once, paid or not, and only what is outstanding can be
 * waived.
 *
 * @param charges one at least
 */
public record Reversal(List<CorrectableCharge> charges) {

    public Reversal {
        charges = List.copyOf(charges);
    }

    /** @throws AlreadyCorrectedException when it was cancelled or waived before */
    public static Reversal cancelling(CorrectableCharge charge) {
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
    public static Reversal undoing(BatchNumber batch, List<CorrectableCharge> charges) {
        List<CorrectableCharge> left = charges.stream()
                .filter(Predicate.not(CorrectableCharge::corrected))
                .toList();
        if (left.isEmpty()) {
            throw new AlreadyCorrectedException(What.ASSESSMENT, batch.value());
        }
        return new Reversal(left);
    }

    /**
     * @throws AlreadyCorrectedException when it was cancelled or waived before
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

    /** What the charges come to. */
    public Money total(Currency currency) {
        return sum(charges, currency);
    }

    /** What was paid for them, which becomes credit. */
    public Money toCredit(Currency currency) {
        return sum(charges.stream().filter(CorrectableCharge::settled).toList(), currency);
    }

    private static Money sum(List<CorrectableCharge> charges, Currency currency) {
        return charges.stream().map(CorrectableCharge::total).reduce(Money.zero(currency), Money::plus);
    }
}
