package org.openadmin.fees.internal.corrections;

import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import javax.persistence.EntityManager;
import org.openadmin.fees.api.AccountNumber;
import org.openadmin.fees.api.Money;
import org.openadmin.fees.api.corrections.CashNotReturnedException;
import org.openadmin.fees.api.corrections.Correction;
import org.openadmin.fees.api.corrections.Correction.Returned;
import org.openadmin.fees.api.corrections.CorrectionRequest.ReturnPayment;
import org.openadmin.fees.api.corrections.CorrectionRequest.UndoReturn;
import org.openadmin.fees.api.corrections.NotReturnedException;
import org.openadmin.fees.api.journal.EntryKind;
import org.openadmin.fees.api.payments.ReceiptNumber;
import org.openadmin.fees.internal.corrections.CorrectionDecision.Plan;
import org.openadmin.fees.internal.corrections.ReturnStore.OpenReturn;
import org.openadmin.fees.internal.corrections.VoidRefundStore.ReceiptToVoid;
import org.openadmin.fees.internal.ledger.AccountQueries;
import org.openadmin.fees.internal.ledger.JournalTexts;
import org.openadmin.fees.spi.Settings;

/** Reads the payment that the bank returned, and decides. */
final class ReturnDecision {

    private final Settings settings;
    private final Money zero;
    private final AccountQueries accounts;
    private final VoidDecision voids;
    private final CorrectionDates dates;
    private final ReversalStore reversals;
    private final VoidRefundStore moneyBack;
    private final ReturnStore returns;

    ReturnDecision(EntityManager em, VoidDecision voids, CorrectionDates dates, Settings settings) {
        this.settings = settings;
        this.voids = voids;
        this.dates = dates;
        Currency currency = settings.currency();
        zero = Money.zero(currency);
        accounts = new AccountQueries(em, currency);
        reversals = new ReversalStore(em, currency);
        moneyBack = new VoidRefundStore(em, currency);
        returns = new ReturnStore(em, currency);
    }

    /** Also of a return that was undone before, perhaps by the same request. */
    List<AccountNumber> students(UndoReturn undone) {
        List<AccountNumber> students = returns.students(undone.receipt());
        if (students.isEmpty()) {
            throw new NotReturnedException(undone.receipt());
        }
        return students;
    }

    Plan plan(ReturnPayment request) {
        ReceiptToVoid payment = voids.valid(request.receipt());
        if (!returns.isReturnable(payment.row())) {
            throw new CashNotReturnedException(request.receipt());
        }
        Reopening reopening = voids.reopening(request, payment);
        Optional<ReturnFee> fee = ReturnFee.of(request, settings);
        Money charged = fee.map(ReturnFee::total).orElse(zero);
        Correction answer = new Correction(
                CorrectionType.RETURN.kind(),
                request.date(),
                fee.isPresent() ? 2 : 1,
                payment.received().plus(charged),
                reopening.charges().size(),
                reopening.total(zero.currency()),
                zero,
                moneyBack.numbers(reopening.otherPayments(payment.row())),
                Optional.of(new Returned(
                        payment.student(),
                        payment.received(),
                        charged,
                        request.cashOnlyUntil(),
                        Optional.empty(),
                        0,
                        zero)));
        return Plan.of(answer, stamp -> {
            moneyBack.addVoid(payment, reopening.ids(), JournalTexts.returned(settings.locale()), stamp);
            OptionalLong charge = fee.isPresent()
                    ? OptionalLong.of(returns.addFee(
                            accounts.account(payment.student()).student(), fee.get(), stamp.as(EntryKind.CHARGE)))
                    : OptionalLong.empty();
            returns.record(payment.row(), payment.student(), charge, request, stamp);
        });
    }

    /** The charge for a returned payment may have been reversed or waived before. */
    Plan plan(UndoReturn request) {
        OpenReturn returned = returned(request);
        dates.requireAfter(returned.date(), request);
        Optional<Reversal> fee = returned.fee()
                .map(reversals::charge)
                .filter(charge -> !charge.corrected())
                .map(Reversal::cancelling);
        Money feeTotal = fee.map(reversal -> reversal.total(zero.currency())).orElse(zero);
        Money toCredit = fee.map(reversal -> reversal.toCredit(zero.currency())).orElse(zero);
        Money credit = accounts.balances(List.of(returned.student()))
                .get(returned.student())
                .credit();
        Resettlement settled = Resettlement.of(
                returned.payment(), returned.received().plus(credit).plus(toCredit), returns.opened(returned));
        return new Plan(undone(request, returned, feeTotal, toCredit, settled, Optional.empty()), stamp -> {
            fee.ifPresent(reversal -> reversals.add(reversal.ids(), stamp.as(EntryKind.REVERSAL)));
            long row = returns.receiveAgain(
                    returned,
                    settled,
                    JournalTexts.payment(settings.locale()),
                    settings.payments().firstReceipt(),
                    stamp);
            returns.recordUndone(returned, row, fee.isPresent(), settled, stamp);
            return undone(
                    request,
                    returned,
                    feeTotal,
                    toCredit,
                    settled,
                    moneyBack.numbers(List.of(row)).stream().findFirst());
        });
    }

    private Correction undone(
            UndoReturn request,
            OpenReturn returned,
            Money fee,
            Money toCredit,
            Resettlement settled,
            Optional<ReceiptNumber> again) {
        return new Correction(
                CorrectionType.UNDO_RETURN.kind(),
                request.date(),
                fee.isZero() ? 1 : 2,
                returned.received().plus(fee).negated(),
                0,
                zero,
                toCredit,
                List.of(),
                Optional.of(new Returned(
                        returned.student(),
                        returned.received(),
                        fee,
                        Optional.empty(),
                        again,
                        settled.charges().size(),
                        settled.total(zero.currency()))));
    }

    private OpenReturn returned(UndoReturn request) {
        return returns.open(request.receipt()).orElseThrow(() -> new NotReturnedException(request.receipt()));
    }
}
