package org.openadmin.fees.internal.corrections;

import java.util.Currency;
import java.util.Optional;
import javax.persistence.EntityManager;
import org.openadmin.fees.api.DateNotAllowedException.Limit;
import org.openadmin.fees.api.Money;
import org.openadmin.fees.api.corrections.Correction;
import org.openadmin.fees.api.corrections.CorrectionRequest.Refund;
import org.openadmin.fees.api.corrections.NotEnoughCreditException;
import org.openadmin.fees.internal.corrections.CorrectionDecision.Plan;
import org.openadmin.fees.internal.ledger.AccountQueries;
import org.openadmin.fees.internal.ledger.AccountQueries.Account;
import org.openadmin.fees.internal.ledger.JournalTexts;
import org.openadmin.fees.internal.ledger.RoundingRows;
import org.openadmin.fees.spi.CashRounding;
import org.openadmin.fees.spi.Settings;

/** Reads the account whose credit is paid back, and decides. */
final class RefundDecision {

    private final Settings settings;
    private final Money zero;
    private final AccountQueries accounts;
    private final VoidRefundStore moneyBack;
    private final RoundingRows roundings;
    private final CorrectionDates dates;

    RefundDecision(EntityManager em, CorrectionDates dates, Settings settings) {
        this.settings = settings;
        this.dates = dates;
        Currency currency = settings.currency();
        zero = Money.zero(currency);
        accounts = new AccountQueries(em, currency);
        moneyBack = new VoidRefundStore(em, currency);
        roundings = new RoundingRows(em);
    }

    Plan plan(Refund request) {
        CashRounding cash = settings.payments().rounding(request.method());
        cash.requirePayable(request.amount());
        dates.requireAfter(Optional.empty(), request);
        Account account = accounts.account(request.student());
        Money credit = account.balance().credit();
        Money rounding = rounding(request.amount(), credit, cash);
        Money used = request.amount().plus(rounding);
        if (credit.compareTo(used) < 0) {
            throw new NotEnoughCreditException(request.amount(), credit.isNegative() ? zero : credit);
        }
        if (dates.isBeforeToday(request)) {
            requireCredit(request, used);
        }
        return Plan.of(
                new Correction(CorrectionType.REFUND.kind(), request.date(), 1, request.amount(), 0, zero, zero),
                stamp -> {
                    long row = moneyBack.addRefund(
                            request, account.student(), JournalTexts.refund(settings.locale()), stamp);
                    if (!rounding.isZero()) {
                        roundings.add(
                                row, rounding, cash.step().orElseThrow(), JournalTexts.rounding(settings.locale()));
                    }
                });
    }

    /** What stays when the whole credit is paid back in cash: nothing, as the rest is its rounding; negative if more is paid. */
    private Money rounding(Money paid, Money credit, CashRounding cash) {
        return credit.isPositive() && cash.sum(credit).equals(paid) ? cash.difference(credit) : zero;
    }

    private void requireCredit(Refund request, Money used) {
        dates.requireSince(moneyBack.credit(request.student()).since(used), request, Limit.REFUND_BEFORE_CREDIT);
    }
}
