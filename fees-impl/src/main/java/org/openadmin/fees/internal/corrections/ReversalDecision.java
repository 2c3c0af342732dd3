package org.openadmin.fees.internal.corrections;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import javax.persistence.EntityManager;
import org.openadmin.fees.api.AccountNumber;
import org.openadmin.fees.api.Money;
import org.openadmin.fees.api.billing.ChargeId;
import org.openadmin.fees.api.billing.UnknownBatchException;
import org.openadmin.fees.api.corrections.Correction;
import org.openadmin.fees.api.corrections.CorrectionRequest;
import org.openadmin.fees.api.corrections.CorrectionRequest.Cancel;
import org.openadmin.fees.api.corrections.CorrectionRequest.Undo;
import org.openadmin.fees.api.corrections.CorrectionRequest.Waive;
import org.openadmin.fees.internal.corrections.CorrectionDecision.Plan;

/** Reads the charges that are to be cancelled, waived or undone, and decides. */
final class ReversalDecision {

    private final ReversalStore reversals;
    private final CorrectionDates dates;
    private final Currency currency;

    ReversalDecision(EntityManager em, CorrectionDates dates, Currency currency) {
        reversals = new ReversalStore(em, currency);
        this.dates = dates;
        this.currency = currency;
    }

    Collection<AccountNumber> students(Undo undo) {
        date(undo);
        return reversals.students(undo.batch()).stream().filter(undo::includes).toList();
    }

    Collection<AccountNumber> students(ChargeId charge) {
        return List.of(reversals.charge(charge).student());
    }

    Plan plan(Cancel cancel) {
        CorrectableCharge charge = reversals.charge(cancel.charge());
        dates.requireAfter(charge.date(), cancel);
        return reverse(cancel, Reversal.cancelling(charge));
    }

    Plan plan(Waive waive) {
        CorrectableCharge charge = reversals.charge(waive.charge());
        dates.requireAfter(charge.date(), waive);
        return reverse(waive, Reversal.waiving(charge));
    }

    Plan plan(Undo undo) {
        dates.requireAfter(Optional.of(date(undo)), undo);
        Reversal reversal = Reversal.undoing(
                undo.batch(),
                reversals.charges(undo.batch()).stream()
                        .filter(charge -> undo.includes(charge.student()))
                        .toList());
        // a part may be later than the assessment
        dates.requireAfter(reversal.latest(), undo);
        return reverse(undo, reversal);
    }

    private Plan reverse(CorrectionRequest request, Reversal reversal) {
        return Plan.of(
                new Correction(
                        CorrectionType.of(request).kind(),
                        request.date(),
                        reversal.charges().size(),
                        reversal.total(currency).negated(),
                        0,
                        Money.zero(currency),
                        reversal.toCredit(currency)),
                stamp -> reversals.add(reversal.ids(), stamp));
    }

    private LocalDate date(Undo undo) {
        return reversals.date(undo.batch()).orElseThrow(() -> new UnknownBatchException(undo.batch()));
    }
}
