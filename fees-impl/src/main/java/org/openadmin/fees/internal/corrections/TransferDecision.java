package org.openadmin.fees.internal.corrections;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Currency;
import java.util.List;
import javax.persistence.EntityManager;
import org.openadmin.fees.api.AccountNumber;
import org.openadmin.fees.api.Money;
import org.openadmin.fees.api.PayerNumber;
import org.openadmin.fees.api.corrections.AlreadyCorrectedException;
import org.openadmin.fees.api.corrections.AlreadyCorrectedException.Subject;
import org.openadmin.fees.api.corrections.Correction;
import org.openadmin.fees.api.corrections.CorrectionRequest;
import org.openadmin.fees.api.corrections.CorrectionRequest.TakeBack;
import org.openadmin.fees.api.corrections.CorrectionRequest.Transfer;
import org.openadmin.fees.api.corrections.TransferNotAllowedException;
import org.openadmin.fees.api.payments.ChargeSettledException;
import org.openadmin.fees.internal.corrections.CorrectionDecision.Plan;
import org.openadmin.fees.internal.corrections.CorrectionStore.Stamp;
import org.openadmin.fees.internal.corrections.TransferStore.Transferred;
import org.openadmin.fees.internal.ledger.AccountQueries;
import org.openadmin.fees.internal.ledger.PayerQueries;
import org.openadmin.fees.internal.ledger.PayerQueries.PayerState;
import org.openadmin.fees.internal.ledger.SplitRows.Act;
import org.openadmin.fees.internal.ledger.TransferRows;
import org.openadmin.fees.internal.ledger.TransferRows.Given;
import org.openadmin.fees.internal.ledger.TransferRows.Returned;
import org.openadmin.fees.spi.Settings;

/** Reads the charge that is transferred to a payer or taken back, and decides. */
final class TransferDecision {

    private final EntityManager em;
    private final Settings settings;
    private final Currency currency;
    private final ReversalStore charges;
    private final TransferStore transfers;
    private final AccountQueries accounts;
    private final PayerQueries payers;
    private final CorrectionDates dates;

    TransferDecision(EntityManager em, CorrectionDates dates, Settings settings) {
        this.em = em;
        this.settings = settings;
        this.dates = dates;
        currency = settings.currency();
        charges = new ReversalStore(em, currency);
        transfers = new TransferStore(em);
        accounts = new AccountQueries(em, currency);
        payers = new PayerQueries(em);
    }

    Collection<AccountNumber> accounts(Transfer request) {
        return List.of(charges.charge(request.charge()).student(), request.payer());
    }

    Collection<AccountNumber> accounts(TakeBack request) {
        charges.charge(request.charge());
        return transfers.accounts(request.charge());
    }

    private Transferred transferred(TakeBack request) {
        charges.charge(request.charge());
        return transfers
                .find(request.charge())
                .orElseThrow(() -> TransferNotAllowedException.notTransferred(request.charge()));
    }

    Plan plan(Transfer request) {
        PayerState payer = payers.state(request.payer());
        CorrectableCharge charge = charges.charge(request.charge());
        dates.requireAfter(charge.date(), request);
        if (charge.student() instanceof PayerNumber owner) {
            throw TransferNotAllowedException.ofAPayer(charge.id(), owner);
        }
        if (charge.corrected()) {
            throw new AlreadyCorrectedException(Subject.CHARGE, charge.id().value());
        }
        if (charge.settled()) {
            throw new ChargeSettledException(List.of(charge.id()));
        }
        if (!payer.active()) {
            throw TransferNotAllowedException.inactive(charge.id(), request.payer());
        }
        if (!payer.mayOwe()) {
            requireCredit(request, charge.total());
        }
        LocalDate usual = request.date().plusDays(settings.dueDays());
        LocalDate due = transfers.due(charge.id()).filter(usual::isBefore).orElse(usual);
        return Plan.of(
                answer(request, payer.mayOwe() ? 2 : 3, 0, zero(), zero()),
                stamp -> transfer(request, payer, due, stamp));
    }

    /** A fund pays from what was given to it. */
    private void requireCredit(Transfer request, Money needed) {
        Money credit =
                accounts.balances(List.of(request.payer())).get(request.payer()).credit();
        if (credit.compareTo(needed) < 0) {
            throw TransferNotAllowedException.fundCredit(
                    request.charge(), request.payer(), needed, credit.isNegative() ? zero() : credit);
        }
    }

    private void transfer(Transfer request, PayerState payer, LocalDate due, Stamp stamp) {
        TransferRows rows = rows(stamp);
        rows.add(List.of(new Given(request.charge(), request.payer(), due)));
        if (!payer.mayOwe()) {
            rows.payFromCredit(request.payer(), settings.payments().firstReceipt());
        }
    }

    private TransferRows rows(Stamp stamp) {
        CorrectionRequest request = stamp.request();
        return new TransferRows(
                em,
                settings.locale(),
                new Act(stamp.correction(), request.date(), request.reason(), stamp.recordedAt(), stamp.recordedBy()));
    }

    Plan plan(TakeBack request) {
        Transferred transfer = transferred(request);
        CorrectableCharge payers = charges.charge(transfer.payers());
        dates.requireAfter(payers.date(), request);
        if (payers.corrected()) {
            throw new AlreadyCorrectedException(Subject.CHARGE, payers.id().value());
        }
        return Plan.of(
                answer(request, 2, 1, payers.total(), payers.settled() ? payers.total() : zero()), stamp -> rows(stamp)
                        .takeBack(List.of(new Returned(transfer.charge(), transfer.row(), transfer.payers()))));
    }

    private Correction answer(CorrectionRequest request, int rows, int reopened, Money reopenedTotal, Money toCredit) {
        return new Correction(
                CorrectionType.of(request).kind(), request.date(), rows, zero(), reopened, reopenedTotal, toCredit);
    }

    private Money zero() {
        return Money.zero(currency);
    }
}
