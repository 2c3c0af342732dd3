package org.openadmin.fees.internal.corrections;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import javax.persistence.EntityManager;
import org.openadmin.fees.api.AccountNumber;
import org.openadmin.fees.api.UnusualDate;
import org.openadmin.fees.api.corrections.Correction;
import org.openadmin.fees.api.corrections.CorrectionRequest;
import org.openadmin.fees.api.corrections.CorrectionRequest.Cancel;
import org.openadmin.fees.api.corrections.CorrectionRequest.MoveCredit;
import org.openadmin.fees.api.corrections.CorrectionRequest.PutTogether;
import org.openadmin.fees.api.corrections.CorrectionRequest.Refund;
import org.openadmin.fees.api.corrections.CorrectionRequest.ReturnPayment;
import org.openadmin.fees.api.corrections.CorrectionRequest.Split;
import org.openadmin.fees.api.corrections.CorrectionRequest.TakeBack;
import org.openadmin.fees.api.corrections.CorrectionRequest.Transfer;
import org.openadmin.fees.api.corrections.CorrectionRequest.Undo;
import org.openadmin.fees.api.corrections.CorrectionRequest.UndoReturn;
import org.openadmin.fees.api.corrections.CorrectionRequest.VoidReceipt;
import org.openadmin.fees.api.corrections.CorrectionRequest.Waive;
import org.openadmin.fees.internal.corrections.CorrectionStore.Stamp;
import org.openadmin.fees.internal.ledger.ClosedPeriod;
import org.openadmin.fees.internal.ledger.RepeatedAmountQueries;
import org.openadmin.fees.spi.Settings;
import org.openadmin.fees.spi.WaiverReasons;

/** Reads the rows that a request is about, and decides what is added. */
final class CorrectionDecision {

    /**
     * The result of a correction, and how its rows are written.
     *
     * @param rows writes them, and returns the result with the numbers that are known only then
     */
    record Plan(Correction answer, Function<Stamp, Correction> rows) {

        static Plan of(Correction answer, Consumer<Stamp> rows) {
            return new Plan(answer, stamp -> {
                rows.accept(stamp);
                return answer;
            });
        }
    }

    private final LocalDate today;
    private final WaiverReasons waivers;
    private final ReversalDecision reversals;
    private final SplitDecision splits;
    private final VoidDecision voids;
    private final ReturnDecision returns;
    private final RefundDecision refunds;
    private final MoveDecision moves;
    private final TransferDecision transfers;
    private final RepeatedAmountQueries repetitions;
    private final ClosedPeriod closed;

    CorrectionDecision(EntityManager em, Settings settings, Clock clock) {
        today = LocalDate.now(clock);
        waivers = settings.waivers();
        CorrectionDates dates = new CorrectionDates(today);
        reversals = new ReversalDecision(em, dates, settings.currency());
        splits = new SplitDecision(em, dates, settings.currency());
        voids = new VoidDecision(em, dates, settings);
        returns = new ReturnDecision(em, voids, dates, settings);
        refunds = new RefundDecision(em, dates, settings);
        moves = new MoveDecision(em, dates, settings);
        transfers = new TransferDecision(em, dates, settings);
        repetitions = new RepeatedAmountQueries(em, clock.instant());
        closed = new ClosedPeriod(em);
    }

    /** The students whose accounts it changes. */
    Collection<AccountNumber> students(CorrectionRequest request) {
        if (request instanceof Cancel cancel) {
            return reversals.students(cancel.charge());
        }
        if (request instanceof Waive waive) {
            return reversals.students(waive.charge());
        }
        if (request instanceof Split split) {
            return reversals.students(split.charge());
        }
        if (request instanceof PutTogether together) {
            return reversals.students(together.charge());
        }
        if (request instanceof Undo undo) {
            return reversals.students(undo);
        }
        if (request instanceof VoidReceipt voiding) {
            return voids.students(voiding.receipt());
        }
        if (request instanceof ReturnPayment returned) {
            return voids.students(returned.receipt());
        }
        if (request instanceof UndoReturn undone) {
            return returns.students(undone);
        }
        if (request instanceof MoveCredit move) {
            return List.of(move.from(), move.to());
        }
        if (request instanceof Transfer transfer) {
            return transfers.accounts(transfer);
        }
        if (request instanceof TakeBack back) {
            return transfers.accounts(back);
        }
        return List.of(((Refund) request).student());
    }

    /** Requires confirmations last, so that nobody has to confirm a request that is refused anyway. */
    Plan plan(CorrectionRequest request) {
        Plan plan = unasked(request);
        closed.requireOpen(request.date(), today);
        UnusualDate.of(request.date(), today).ifPresent(unusual -> unusual.requireConfirmed(request.confirmed()));
        if (request instanceof MoveCredit move) {
            moves.requireConfirmed(move);
        }
        if (request instanceof Refund refund) {
            repetitions
                    .refund(refund.student(), refund.amount())
                    .ifPresent(repeated -> repeated.requireConfirmed(refund.confirmed()));
        }
        return plan;
    }

    private Plan unasked(CorrectionRequest request) {
        if (request instanceof Cancel cancel) {
            return reversals.plan(cancel);
        }
        if (request instanceof Waive waive) {
            Plan plan = splits.isPart(waive) ? splits.planPart(waive) : reversals.plan(waive);
            waivers.requireKnown(waive);
            return plan;
        }
        if (request instanceof Split split) {
            return splits.plan(split);
        }
        if (request instanceof PutTogether together) {
            return splits.plan(together);
        }
        if (request instanceof Undo undo) {
            return reversals.plan(undo);
        }
        if (request instanceof VoidReceipt voiding) {
            return voids.plan(voiding);
        }
        if (request instanceof ReturnPayment returned) {
            return returns.plan(returned);
        }
        if (request instanceof UndoReturn undone) {
            return returns.plan(undone);
        }
        if (request instanceof MoveCredit move) {
            return moves.plan(move);
        }
        if (request instanceof Transfer transfer) {
            return transfers.plan(transfer);
        }
        if (request instanceof TakeBack back) {
            return transfers.plan(back);
        }
        return refunds.plan((Refund) request);
    }
}
