package org.openadmin.fees.internal.corrections;

import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import javax.persistence.EntityManager;
import org.openadmin.fees.api.AccountNumber;
import org.openadmin.fees.api.Money;
import org.openadmin.fees.api.accounts.AccountBalance;
import org.openadmin.fees.api.billing.ChargeId;
import org.openadmin.fees.api.corrections.AlreadyCorrectedException;
import org.openadmin.fees.api.corrections.AlreadyCorrectedException.Subject;
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
import org.openadmin.fees.internal.corrections.ReturnStore.ReturnedRow;
import org.openadmin.fees.internal.corrections.VoidDecision.Parts;
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

    private void requireNothingLeft(ChargeId fee) {
        if (returns.isLeft(fee)) {
            throw new AlreadyCorrectedException(Subject.RETURN_FEE, fee.value());
        }
    }

    /** All accounts of the receipt; the fee is that of the first one whose money it was. */
    Plan plan(ReturnPayment request) {
        List<ReceiptToVoid> rows = voids.rows(request.receipt());
        ReceiptToVoid payment = rows.stream()
                .filter(part -> returns.isReturnable(part.row()))
                .findFirst()
                .orElseThrow(() -> new CashNotReturnedException(request.receipt()));
        Parts parts = voids.parts(rows, request);
        Optional<ReturnFee> fee = ReturnFee.of(request, settings);
        Money charged = fee.map(ReturnFee::total).orElse(zero);
        Correction answer = new Correction(
                CorrectionType.RETURN.kind(),
                request.date(),
                parts.reopenings().size() + (fee.isPresent() ? 1 : 0),
                parts.received().plus(charged),
                parts.reopened(),
                parts.reopenedTotal(),
                zero,
                moneyBack.numbers(parts.others()),
                Optional.of(new Returned(
                        payment.student(),
                        parts.received(),
                        charged,
                        request.cashOnlyUntil(),
                        Optional.empty(),
                        0,
                        zero)));
        return Plan.of(answer, stamp -> {
            voids.addVoids(parts, JournalTexts.returned(settings.locale()), stamp);
            OptionalLong charge = fee.isPresent()
                    ? OptionalLong.of(returns.addFee(
                            accounts.account(payment.student()).student(), fee.get(), stamp.as(EntryKind.CHARGE)))
                    : OptionalLong.empty();
            returns.record(payment.row(), payment.student(), charge, request, stamp);
        });
    }

    /** The charge for a returned payment may have been reversed or waived before, as a whole or in parts. */
    Plan plan(UndoReturn request) {
        OpenReturn returned = returned(request);
        dates.requireAfter(returned.date(), request);
        Optional<CorrectableCharge> charged = returned.fee().map(reversals::charge);
        charged.filter(CorrectableCharge::corrected).map(CorrectableCharge::id).ifPresent(this::requireNothingLeft);
        Optional<Reversal> fee = charged.filter(charge -> !charge.corrected()).map(Reversal::cancelling);
        Money feeTotal = fee.map(reversal -> reversal.total(zero.currency())).orElse(zero);
        Money toCredit = fee.map(reversal -> reversal.toCredit(zero.currency())).orElse(zero);
        ReceivedAgain again = receivedAgain(returned, toCredit);
        return new Plan(undone(request, returned, feeTotal, toCredit, again, Optional.empty()), stamp -> {
            fee.ifPresent(reversal -> reversals.add(reversal.ids(), stamp.as(EntryKind.REVERSAL)));
            long row = returns.receiveAgain(
                    again.parts(),
                    JournalTexts.payment(settings.locale()),
                    settings.payments().firstReceipt(),
                    stamp);
            returns.recordUndone(returned, row, fee.isPresent(), again.settled(), again.total(), stamp);
            return undone(
                    request,
                    returned,
                    feeTotal,
                    toCredit,
                    again,
                    moneyBack.numbers(List.of(row)).stream().findFirst());
        });
    }

    /**
     * The money of a return that is received again.
     *
     * @param parts the charges that it settles, by account of the receipt; the first leads the new one
     */
    private record ReceivedAgain(Map<ReturnedRow, Resettlement> parts, Money zero) {

        Money received() {
            return parts.keySet().stream().map(ReturnedRow::received).reduce(zero, Money::plus);
        }

        int settled() {
            return parts.values().stream()
                    .mapToInt(part -> part.charges().size())
                    .sum();
        }

        Money total() {
            return parts.values().stream()
                    .map(part -> part.total(zero.currency()))
                    .reduce(zero, Money::plus);
        }
    }

    /** An account whose charges were paid from credit alone has nothing to receive again, unless its charges are settled again. */
    private ReceivedAgain receivedAgain(OpenReturn returned, Money toCredit) {
        List<ReturnedRow> rows = returns.rows(returned);
        Map<AccountNumber, AccountBalance> balances =
                accounts.balances(rows.stream().map(ReturnedRow::student).toList());
        Map<ReturnedRow, Resettlement> parts = new LinkedHashMap<>();
        for (ReturnedRow row : rows) {
            Money fee = row.student().equals(returned.student()) ? toCredit : zero;
            Money credit = balances.get(row.student()).credit();
            Resettlement settled =
                    Resettlement.of(row.payment(), row.received().plus(credit).plus(fee), returns.opened(row));
            if (row.received().isPositive() || !settled.charges().isEmpty()) {
                parts.put(row, settled);
            }
        }
        return new ReceivedAgain(parts, zero);
    }

    private Correction undone(
            UndoReturn request,
            OpenReturn returned,
            Money fee,
            Money toCredit,
            ReceivedAgain again,
            Optional<ReceiptNumber> number) {
        return new Correction(
                CorrectionType.UNDO_RETURN.kind(),
                request.date(),
                again.parts().size() + (fee.isZero() ? 0 : 1),
                again.received().plus(fee).negated(),
                0,
                zero,
                toCredit,
                List.of(),
                Optional.of(new Returned(
                        returned.student(),
                        again.received(),
                        fee,
                        Optional.empty(),
                        number,
                        again.settled(),
                        again.total())));
    }

    private OpenReturn returned(UndoReturn request) {
        return returns.open(request.receipt()).orElseThrow(() -> new NotReturnedException(request.receipt()));
    }
}
