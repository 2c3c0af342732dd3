package org.openadmin.fees.internal.corrections;

import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import javax.persistence.EntityManager;
import org.openadmin.fees.api.AccountNumber;
import org.openadmin.fees.api.DateNotAllowedException.Limit;
import org.openadmin.fees.api.Money;
import org.openadmin.fees.api.billing.ChargeId;
import org.openadmin.fees.api.corrections.AlreadyCorrectedException;
import org.openadmin.fees.api.corrections.AlreadyCorrectedException.Subject;
import org.openadmin.fees.api.corrections.Correction;
import org.openadmin.fees.api.corrections.CorrectionRequest;
import org.openadmin.fees.api.corrections.CorrectionRequest.VoidReceipt;
import org.openadmin.fees.api.corrections.GoodsNotStatedException;
import org.openadmin.fees.api.corrections.IncompleteReceiptException;
import org.openadmin.fees.api.corrections.SoldGoods;
import org.openadmin.fees.api.journal.EntryKind;
import org.openadmin.fees.api.payments.ReceiptNumber;
import org.openadmin.fees.api.payments.UnknownReceiptException;
import org.openadmin.fees.internal.corrections.CorrectionDecision.Plan;
import org.openadmin.fees.internal.corrections.CorrectionStore.Stamp;
import org.openadmin.fees.internal.corrections.VoidRefundStore.ReceiptToVoid;
import org.openadmin.fees.internal.ledger.AccountQueries;
import org.openadmin.fees.internal.ledger.JournalTexts;
import org.openadmin.fees.spi.Settings;

/** Reads the receipt whose money is taken back, and decides. */
final class VoidDecision {

    private final Settings settings;
    private final Currency currency;
    private final AccountQueries accounts;
    private final VoidRefundStore moneyBack;
    private final ReversalStore reversals;
    private final CorrectionDates dates;

    VoidDecision(EntityManager em, CorrectionDates dates, Settings settings) {
        this.settings = settings;
        this.dates = dates;
        currency = settings.currency();
        accounts = new AccountQueries(em, currency);
        moneyBack = new VoidRefundStore(em, currency);
        reversals = new ReversalStore(em, currency);
    }

    List<AccountNumber> students(ReceiptNumber receipt) {
        return taken(receipt).stream().map(ReceiptToVoid::student).toList();
    }

    /**
     * What voiding a receipt does to each of its accounts.
     *
     * @param reopenings the charges that are outstanding again, by row of the receipt, the first one first
     */
    record Parts(Map<ReceiptToVoid, Reopening> reopenings, Money zero) {

        Money received() {
            return reopenings.keySet().stream().map(ReceiptToVoid::received).reduce(zero, Money::plus);
        }

        int reopened() {
            return reopenings.values().stream()
                    .mapToInt(reopening -> reopening.charges().size())
                    .sum();
        }

        Set<ChargeId> reopenedIds() {
            return reopenings.values().stream()
                    .flatMap(reopening -> reopening.ids().stream())
                    .collect(Collectors.toSet());
        }

        Money reopenedTotal() {
            return reopenings.values().stream()
                    .map(reopening -> reopening.total(zero.currency()))
                    .reduce(zero, Money::plus);
        }

        /** The rows of other payments whose charges are outstanding again. */
        Set<Long> others() {
            Set<Long> others = new TreeSet<>();
            reopenings.forEach((part, reopening) -> others.addAll(reopening.otherPayments(part.row())));
            return others;
        }
    }

    Plan plan(VoidReceipt request) {
        List<ReceiptToVoid> rows = rows(request.receipt());
        Parts parts = parts(rows, request);
        Optional<Reversal> goods = goods(request, rows.get(0));
        Set<ChargeId> reopened = parts.reopenedIds();
        List<CorrectableCharge> back = goods.map(Reversal::charges).orElse(List.of()).stream()
                .filter(charge -> reopened.contains(charge.id()))
                .toList();
        return Plan.of(
                new Correction(
                        CorrectionType.VOID.kind(),
                        request.date(),
                        parts.reopenings().size(),
                        parts.received(),
                        parts.reopened() - back.size(),
                        back.stream().map(CorrectableCharge::total).reduce(parts.reopenedTotal(), Money::minus),
                        goods.map(reversal -> reversal.toCredit(currency, reopened))
                                .orElse(parts.zero()),
                        moneyBack.numbers(parts.others())),
                stamp -> {
                    addVoids(parts, JournalTexts.voided(settings.locale()), stamp);
                    goods.ifPresent(reversal -> reversals.add(reversal.ids(), stamp.as(EntryKind.REVERSAL)));
                });
    }

    /**
     * What was sold with a payment and came back, if anything did.
     *
     * @throws GoodsNotStatedException if something was sold, and it is not stated whether it came back
     */
    private Optional<Reversal> goods(VoidReceipt request, ReceiptToVoid payment) {
        Optional<Reversal> sold = Reversal.takingBack(reversals.sold(payment.row()));
        if (sold.isPresent() && request.goods() == SoldGoods.NOT_STATED) {
            throw new GoodsNotStatedException(request.receipt());
        }
        sold.ifPresent(reversal -> dates.requireAfter(reversal.latest(), request));
        return sold.filter(reversal -> request.goods() == SoldGoods.RETURNED);
    }

    /** What a correction that voids these rows of a receipt does to each of its accounts. */
    Parts parts(List<ReceiptToVoid> rows, CorrectionRequest request) {
        Map<ReceiptToVoid, Reopening> parts = new LinkedHashMap<>();
        rows.forEach(part -> parts.put(part, reopening(request, part)));
        return new Parts(parts, Money.zero(currency));
    }

    void addVoids(Parts parts, String word, Stamp stamp) {
        parts.reopenings().forEach((part, reopening) -> moneyBack.addVoid(part, reopening.ids(), word, stamp));
    }

    /** The rows of the receipt that is to be voided: one, or one for each of its accounts. */
    List<ReceiptToVoid> rows(ReceiptNumber receipt) {
        List<ReceiptToVoid> taken =
                taken(receipt).stream().filter(each -> !each.voided()).toList();
        ReceiptToVoid first = first(taken, receipt);
        return taken.stream()
                .filter(each -> each == first || each.lead().equals(OptionalLong.of(first.row())))
                .toList();
    }

    private static ReceiptToVoid first(List<ReceiptToVoid> valid, ReceiptNumber receipt) {
        return valid.stream()
                .filter(each -> each.lead().isEmpty())
                .findFirst()
                .orElseThrow(() -> new AlreadyCorrectedException(Subject.RECEIPT, receipt.value()));
    }

    private Reopening reopening(CorrectionRequest request, ReceiptToVoid payment) {
        dates.requireAfter(payment.date(), request);
        Money credit = accounts.balances(List.of(payment.student()))
                .get(payment.student())
                .credit();
        Reopening reopening = Reopening.of(payment.row(), payment.worth(), credit, moneyBack.settled(payment));
        if (dates.isBeforeToday(request)) {
            requireMoney(request, payment);
        }
        return reopening;
    }

    private List<ReceiptToVoid> taken(ReceiptNumber number) {
        List<ReceiptToVoid> taken = moneyBack.receipts(number);
        if (taken.isEmpty()) {
            throw moneyBack.isReceipt(number)
                    ? new IncompleteReceiptException(number)
                    : new UnknownReceiptException(number);
        }
        return taken;
    }

    /** Between its date and today, the account must never have paid back more than it received. */
    private void requireMoney(CorrectionRequest request, ReceiptToVoid payment) {
        dates.requireSince(moneyBack.money(payment.student()).since(payment.worth()), request, Limit.VOID_BEFORE_MONEY);
    }
}
