package org.openadmin.fees.internal.corrections;

import java.util.Currency;
import java.util.List;
import java.util.Optional;
import javax.persistence.EntityManager;
import org.openadmin.fees.api.AccountNumber;
import org.openadmin.fees.api.DateNotAllowedException.Limit;
import org.openadmin.fees.api.Money;
import org.openadmin.fees.api.OutsiderException;
import org.openadmin.fees.api.corrections.Correction;
import org.openadmin.fees.api.corrections.CorrectionRequest.MoveCredit;
import org.openadmin.fees.api.corrections.NotEnoughCreditException;
import org.openadmin.fees.internal.corrections.CorrectionDecision.Plan;
import org.openadmin.fees.internal.ledger.AccountQueries;
import org.openadmin.fees.internal.ledger.AccountQueries.Account;
import org.openadmin.fees.internal.ledger.JournalTexts;
import org.openadmin.fees.internal.students.HostStudents;
import org.openadmin.fees.internal.students.Outsiders;
import org.openadmin.fees.spi.Settings;

/** Reads the two accounts between which credit is moved, and decides. */
final class MoveDecision {

    private final Settings settings;
    private final Money zero;
    private final EntityManager em;
    private final AccountQueries accounts;
    private final VoidRefundStore moneyBack;
    private final CorrectionDates dates;

    MoveDecision(EntityManager em, CorrectionDates dates, Settings settings) {
        this.em = em;
        this.settings = settings;
        this.dates = dates;
        Currency currency = settings.currency();
        zero = Money.zero(currency);
        accounts = new AccountQueries(em, currency);
        moneyBack = new VoidRefundStore(em, currency);
    }

    Plan plan(MoveCredit request) {
        dates.requireAfter(Optional.empty(), request);
        Account from = accounts.account(request.from());
        Account to = accounts.account(request.to());
        Money credit = from.balance().credit();
        if (credit.compareTo(request.amount()) < 0) {
            throw new NotEnoughCreditException(request.amount(), credit.isNegative() ? zero : credit);
        }
        if (dates.isBeforeToday(request)) {
            dates.requireSince(
                    moneyBack.credit(request.from()).since(request.amount()), request, Limit.REFUND_BEFORE_CREDIT);
        }
        return Plan.of(new Correction(CorrectionType.MOVE.kind(), request.date(), 2, zero, 0, zero, zero), stamp -> {
            MoveStore moves = new MoveStore(em);
            String word = JournalTexts.move(settings.locale());
            moves.add(from.student(), request.amount(), word, stamp);
            moves.add(to.student(), request.amount().negated(), word, stamp);
        });
    }

    /** Credit that leaves the family is confirmed. */
    void requireConfirmed(MoveCredit request) {
        List<AccountNumber> both = List.of(request.from(), request.to());
        OutsiderException.requireConfirmed(
                request.from(),
                Outsiders.among(both, request.from(), new HostStudents(em).find(both)),
                request.confirmed());
    }
}
