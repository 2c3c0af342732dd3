package org.openadmin.fees.internal.corrections;

import java.time.LocalDate;
import java.util.Collections;
import java.util.Currency;
import java.util.List;
import javax.persistence.EntityManager;
import org.openadmin.fees.api.DateNotAllowedException;
import org.openadmin.fees.api.DateNotAllowedException.Limit;
import org.openadmin.fees.api.InvalidInputException;
import org.openadmin.fees.api.InvalidInputException.Field;
import org.openadmin.fees.api.InvalidInputException.Problem;
import org.openadmin.fees.api.Money;
import org.openadmin.fees.api.billing.ChargeId;
import org.openadmin.fees.api.billing.SplitPart;
import org.openadmin.fees.api.corrections.Correction;
import org.openadmin.fees.api.corrections.CorrectionRequest;
import org.openadmin.fees.api.corrections.CorrectionRequest.PutTogether;
import org.openadmin.fees.api.corrections.CorrectionRequest.Split;
import org.openadmin.fees.api.corrections.CorrectionRequest.Waive;
import org.openadmin.fees.api.corrections.NotSplitException;
import org.openadmin.fees.api.corrections.PartsNotOpenException;
import org.openadmin.fees.api.journal.EntryKind;
import org.openadmin.fees.internal.corrections.CorrectionDecision.Plan;
import org.openadmin.fees.internal.corrections.CorrectionStore.Stamp;
import org.openadmin.fees.internal.corrections.PartStore.Part;
import org.openadmin.fees.internal.ledger.SplitCharge;
import org.openadmin.fees.internal.ledger.SplitRows;
import org.openadmin.fees.internal.ledger.SplitRows.Act;

/** Reads the charges that are to be split, waived in part or put together, and decides. */
final class SplitDecision {

    private static final int IN_TWO = 2;

    private final ReversalStore charges;
    private final PartStore parts;
    private final SplitRows rows;
    private final CorrectionDates dates;
    private final Currency currency;

    SplitDecision(EntityManager em, CorrectionDates dates, Currency currency) {
        charges = new ReversalStore(em, currency);
        parts = new PartStore(em);
        rows = new SplitRows(em, currency);
        this.dates = dates;
        this.currency = currency;
    }

    Plan plan(Split split) {
        SplitCharge charge = outstanding(split.charge(), split);
        List<Money> totals = split.parts().totals(charge.total());
        List<LocalDate> due = split.parts().days(charge.due());
        LocalDate earliest = charge.due().isBefore(split.date()) ? charge.due() : split.date();
        due.stream().filter(earliest::isAfter).findFirst().ifPresent(day -> {
            throw new DateNotAllowedException(Limit.DUE_BEFORE_CHARGE, day, earliest);
        });
        Correction answer = correction(EntryKind.SPLIT, split, totals.size() + 1, Money.zero(currency))
                .withParts(charge.parts(totals, due));
        return new Plan(answer, stamp -> {
            rows.split(charge, totals, due, act(stamp));
            return answer.withParts(made(charge.id(), stamp));
        });
    }

    /** @param waive with an amount that is not that of the charge */
    Plan planPart(Waive waive) {
        SplitCharge charge = outstanding(waive.charge(), waive);
        Money waived = waive.amount().orElseThrow();
        if (waived.compareTo(charge.total()) > 0) {
            throw new InvalidInputException(
                    Field.AMOUNT,
                    Problem.MORE_THAN_CHARGE,
                    waived.toPlainString(),
                    charge.total().toPlainString());
        }
        List<Money> totals = List.of(charge.total().minus(waived), waived);
        List<LocalDate> due = Collections.nCopies(IN_TWO, charge.due());
        Correction answer = correction(EntryKind.WAIVER, waive, IN_TWO + 2, waived.negated())
                .withParts(charge.parts(totals, due));
        return new Plan(answer, stamp -> {
            rows.split(charge, totals, due, act(stamp));
            List<SplitPart> made = made(charge.id(), stamp);
            charges.add(List.of(made.get(1).id().orElseThrow()), stamp);
            return answer.withParts(made);
        });
    }

    /** Whether not just the whole charge is to be waived. */
    boolean isPart(Waive waive) {
        return waive.amount().isPresent()
                && !waive.amount().get().equals(charges.charge(waive.charge()).total());
    }

    Plan plan(PutTogether together) {
        CorrectableCharge named = charges.charge(together.charge());
        dates.requireAfter(named.date(), together);
        List<Part> all = parts.partsWith(together.charge());
        if (all.isEmpty()) {
            throw new NotSplitException(together.charge());
        }
        List<ChargeId> settled =
                all.stream().filter(part -> !part.open()).map(Part::id).toList();
        if (!settled.isEmpty()) {
            throw new PartsNotOpenException(settled);
        }
        SplitCharge charge = rows.charge(all.get(0).origin());
        Correction answer = correction(EntryKind.SPLIT, together, all.size() + 1, Money.zero(currency))
                .withParts(List.of(charge.again()));
        return new Plan(answer, stamp -> {
            rows.putTogether(charge, all.stream().map(Part::id).toList(), together.charge(), act(stamp));
            return answer.withParts(made(together.charge(), stamp));
        });
    }

    private SplitCharge outstanding(ChargeId id, CorrectionRequest request) {
        CorrectableCharge found = charges.charge(id);
        dates.requireAfter(found.date(), request);
        Reversal.waiving(found);
        SplitCharge charge = rows.charge(id);
        if (charge.subtotal().isNegative()) {
            throw new InvalidInputException(
                    Field.AMOUNT, Problem.LESS_THAN_TAXES, charge.total().toPlainString());
        }
        return charge;
    }

    private Correction correction(EntryKind kind, CorrectionRequest request, int count, Money amount) {
        return new Correction(kind, request.date(), count, amount, 0, Money.zero(currency), Money.zero(currency));
    }

    private List<SplitPart> made(ChargeId origin, Stamp stamp) {
        return rows.made(origin, stamp.correction());
    }

    private static Act act(Stamp stamp) {
        return new Act(
                stamp.correction(),
                stamp.request().date(),
                stamp.request().reason(),
                stamp.recordedAt(),
                stamp.recordedBy());
    }
}
