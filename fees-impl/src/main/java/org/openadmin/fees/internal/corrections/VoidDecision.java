package org.openadmin.fees.internal.corrections;

import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeSet;
import javax.persistence.EntityManager;
import org.openadmin.fees.api.AccountNumber;
import org.openadmin.fees.api.DateNotAllowedException.Limit;
import org.openadmin.fees.api.Money;
import org.openadmin.fees.api.corrections.AlreadyCorrectedException;
import org.openadmin.fees.api.corrections.AlreadyCorrectedException.Subject;
import org.openadmin.fees.api.corrections.Correction;
import org.openadmin.fees.api.corrections.CorrectionRequest;
import org.openadmin.fees.api.corrections.CorrectionRequest.VoidReceipt;
import org.openadmin.fees.api.corrections.IncompleteReceiptException;
import org.openadmin.fees.api.corrections.ReceiptOfSeveralException;
import org.openadmin.fees.api.payments.ReceiptNumber;
import org.openadmin.fees.api.payments.UnknownReceiptException;
import org.openadmin.fees.internal.corrections.CorrectionDecision.Plan;
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
    private final CorrectionDates dates;

    VoidDecision(EntityManager em, CorrectionDates dates, Settings settings) {
        this.settings = settings;
        this.dates = dates;
        currency = settings.currency();
        accounts = new AccountQueries(em, currency);
        moneyBack = new VoidRefundStore(em, currency);
    }

    List<AccountNumber> students(ReceiptNumber receipt) {
        return taken(receipt).stream().map(ReceiptToVoid::student).toList();
    }

    Plan plan(VoidReceipt request) {
        Map<ReceiptToVoid, Reopening> parts = new LinkedHashMap<>();
        rows(request.receipt()).forEach(part -> parts.put(part, reopening(request, part)));
        Money zero = Money.zero(currency);
        Set<Long> others = new TreeSet<>();
        parts.forEach((part, reopening) -> others.addAll(reopening.otherPayments(part.row())));
        return Plan.of(
                new Correction(
                        CorrectionType.VOID.kind(),
                        request.date(),
                        parts.size(),
                        parts.keySet().stream().map(ReceiptToVoid::received).reduce(zero, Money::plus),
                        parts.values().stream()
                                .mapToInt(reopening -> reopening.charges().size())
                                .sum(),
                        parts.values().stream()
                                .map(reopening -> reopening.total(currency))
                                .reduce(zero, Money::plus),
                        zero,
                        moneyBack.numbers(others)),
                stamp -> parts.forEach((part, reopening) ->
                        moneyBack.addVoid(part, reopening.ids(), JournalTexts.voided(settings.locale()), stamp)));
    }

    /** The rows of the receipt that is to be voided: one, or one for each of its accounts. */
    private List<ReceiptToVoid> rows(ReceiptNumber receipt) {
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

    /**
     * The only row of a receipt that is not voided.
     *
     * @throws ReceiptOfSeveralException if it has several
     */
    ReceiptToVoid valid(ReceiptNumber receipt) {
        List<ReceiptToVoid> rows = rows(receipt);
        if (rows.size() > 1) {
            throw new ReceiptOfSeveralException(receipt);
        }
        return rows.get(0);
    }

    Reopening reopening(CorrectionRequest request, ReceiptToVoid payment) {
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
