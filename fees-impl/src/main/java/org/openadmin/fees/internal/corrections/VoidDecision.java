package org.openadmin.fees.internal.corrections;

import java.util.Currency;
import java.util.List;
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
        ReceiptToVoid payment = valid(request.receipt());
        Reopening reopening = reopening(request, payment);
        return Plan.of(
                new Correction(
                        CorrectionType.VOID.kind(),
                        request.date(),
                        1,
                        payment.received(),
                        reopening.charges().size(),
                        reopening.total(currency),
                        Money.zero(currency),
                        moneyBack.numbers(reopening.otherPayments(payment.row()))),
                stamp -> moneyBack.addVoid(payment, reopening.ids(), JournalTexts.voided(settings.locale()), stamp));
    }

    ReceiptToVoid valid(ReceiptNumber receipt) {
        return taken(receipt).stream()
                .filter(taken -> !taken.voided())
                .findFirst()
                .orElseThrow(() -> new AlreadyCorrectedException(Subject.RECEIPT, receipt.value()));
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
