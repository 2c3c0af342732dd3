package org.openadmin.fees.internal.corrections;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Consumer;
import java.util.function.Function;
import javax.persistence.EntityManager;
import org.openadmin.fees.api.Actor;
import org.openadmin.fees.api.DateNotAllowedException;
import org.openadmin.fees.api.DateNotAllowedException.Limit;
import org.openadmin.fees.api.InvalidInputException;
import org.openadmin.fees.api.InvalidInputException.Field;
import org.openadmin.fees.api.InvalidInputException.Problem;
import org.openadmin.fees.api.Money;
import org.openadmin.fees.api.RequestKey;
import org.openadmin.fees.api.Role;
import org.openadmin.fees.api.StudentNumber;
import org.openadmin.fees.api.UnusualDate;
import org.openadmin.fees.api.audit.AuditSubject;
import org.openadmin.fees.api.audit.AuditSubject.Kind;
import org.openadmin.fees.api.billing.ChargeId;
import org.openadmin.fees.api.billing.UnknownBatchException;
import org.openadmin.fees.api.billing.UnknownChargeException;
import org.openadmin.fees.api.corrections.AlreadyCorrectedException;
import org.openadmin.fees.api.corrections.AlreadyCorrectedException.Subject;
import org.openadmin.fees.api.corrections.CashNotReturnedException;
import org.openadmin.fees.api.corrections.Correction;
import org.openadmin.fees.api.corrections.Correction.Returned;
import org.openadmin.fees.api.corrections.CorrectionRequest;
import org.openadmin.fees.api.corrections.CorrectionRequest.Cancel;
import org.openadmin.fees.api.corrections.CorrectionRequest.Refund;
import org.openadmin.fees.api.corrections.CorrectionRequest.ReturnPayment;
import org.openadmin.fees.api.corrections.CorrectionRequest.Undo;
import org.openadmin.fees.api.corrections.CorrectionRequest.UndoReturn;
import org.openadmin.fees.api.corrections.CorrectionRequest.VoidReceipt;
import org.openadmin.fees.api.corrections.CorrectionRequest.Waive;
import org.openadmin.fees.api.corrections.Corrections;
import org.openadmin.fees.api.corrections.IncompleteReceiptException;
import org.openadmin.fees.api.corrections.NotEnoughCreditException;
import org.openadmin.fees.api.corrections.NotReturnedException;
import org.openadmin.fees.api.journal.EntryKind;
import org.openadmin.fees.api.payments.ReceiptNumber;
import org.openadmin.fees.api.payments.UnknownReceiptException;
import org.openadmin.fees.internal.corrections.CorrectionStore.Stamp;
import org.openadmin.fees.internal.corrections.ReturnStore.OpenReturn;
import org.openadmin.fees.internal.corrections.VoidRefundStore.ReceiptToVoid;
import org.openadmin.fees.internal.ledger.AccountQueries;
import org.openadmin.fees.internal.ledger.AccountQueries.Account;
import org.openadmin.fees.internal.ledger.ClosedPeriod;
import org.openadmin.fees.internal.ledger.JournalTexts;
import org.openadmin.fees.internal.ledger.RepeatedAmountQueries;
import org.openadmin.fees.internal.ledger.RoundingRows;
import org.openadmin.fees.internal.persistence.AuditTrail;
import org.openadmin.fees.internal.persistence.Counter;
import org.openadmin.fees.internal.persistence.Transactions;
import org.openadmin.fees.spi.AuditedCommand;
import org.openadmin.fees.spi.CashRounding;
import org.openadmin.fees.spi.FeesSettings;
import org.openadmin.fees.spi.SchoolClockReference;
import org.openadmin.fees.spi.Settings;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Corrects mistakes: locks the accounts, reads, decides, and adds rows. */
@Component
public final class JpaCorrections implements Corrections {

    private final Transactions transactions;
    private final AuditTrail audit;
    private final FeesSettings settings;
    private final Clock clock;

    @Activate
    public JpaCorrections(
            @Reference Transactions transactions,
            @Reference FeesSettings settings,
            @Reference(target = SchoolClockReference.TARGET) Clock clock) {
        this.transactions = transactions;
        this.settings = settings;
        this.clock = clock;
        audit = new AuditTrail(transactions, clock);
    }

    /**
     * The result of a correction, and how its rows are written.
     *
     * @param rows writes them, and returns the result with the numbers that are known only then
     */
    private record Plan(Correction answer, Function<Stamp, Correction> rows) {

        static Plan of(Correction answer, Consumer<Stamp> rows) {
            return new Plan(answer, stamp -> {
                rows.accept(stamp);
                return answer;
            });
        }
    }

    @Override
    public Correction preview(CorrectionRequest request) {
        request.actor().require(settings.current().returns().needed(request));
        Settings current = settings.current();
        return transactions.read(em -> new CorrectionStore(em, current.currency())
                .find(request)
                .orElseGet(() -> decision(em, current).plan(request).answer()));
    }

    @Override
    public Correction apply(CorrectionRequest request) {
        AuditedCommand command = AuditedCommand.of(request);
        return audit.attempt(command, () -> apply(request, command));
    }

    private Correction apply(CorrectionRequest request, AuditedCommand command) {
        request.actor().require(settings.current().returns().needed(request));
        Settings current = settings.current();
        // rows never move to another student; a read within the transaction would show the journal as of before the
        // lock
        Collection<StudentNumber> students =
                transactions.read(em -> decision(em, current).students(request));
        return audit.once(
                command,
                em -> new AccountQueries(em, current.currency()).lock(students),
                em -> new CorrectionStore(em, current.currency()).find(request),
                em -> apply(em, request, current),
                // all else is found by what it corrected
                correction -> correction
                        .returned()
                        .flatMap(Returned::receivedAgain)
                        .map(receipt -> new AuditSubject(Kind.RECEIPT, receipt.value())));
    }

    @Override
    public Optional<Correction> find(Actor reader, RequestKey key) {
        reader.require(Role.VIEW);
        Settings current = settings.current();
        return transactions.read(em -> new CorrectionStore(em, current.currency()).find(key));
    }

    private Correction apply(EntityManager em, CorrectionRequest request, Settings current) {
        Plan plan = decision(em, current).plan(request);
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        Correction done =
                plan.rows().apply(new CorrectionStore(em, current.currency()).record(request, plan.answer(), now));
        Counter.CORRECTION.next(em, 1);
        new ClosedPeriod(em).requireStillOpen(request.date());
        return done;
    }

    private Decision decision(EntityManager em, Settings current) {
        return new Decision(em, current, clock);
    }

    /** Reads the rows that a request is about, and decides. */
    private static final class Decision {

        private final Settings settings;
        private final LocalDate today;
        private final Currency currency;
        private final Money zero;
        private final AccountQueries accounts;
        private final ReversalStore reversals;
        private final VoidRefundStore moneyBack;
        private final ReturnStore returns;
        private final RoundingRows roundings;
        private final RepeatedAmountQueries repetitions;
        private final ClosedPeriod closed;

        Decision(EntityManager em, Settings settings, Clock clock) {
            this.settings = settings;
            today = LocalDate.now(clock);
            currency = settings.currency();
            zero = Money.zero(currency);
            accounts = new AccountQueries(em, currency);
            reversals = new ReversalStore(em, currency);
            moneyBack = new VoidRefundStore(em, currency);
            returns = new ReturnStore(em, currency);
            roundings = new RoundingRows(em);
            repetitions = new RepeatedAmountQueries(em, clock.instant());
            closed = new ClosedPeriod(em);
        }

        /** The students whose accounts it changes. */
        Collection<StudentNumber> students(CorrectionRequest request) {
            if (request instanceof Cancel cancel) {
                return List.of(charge(cancel.charge()).student());
            }
            if (request instanceof Waive waive) {
                return List.of(charge(waive.charge()).student());
            }
            if (request instanceof Undo undo) {
                date(undo);
                return reversals.students(undo.batch());
            }
            if (request instanceof VoidReceipt voiding) {
                return students(taken(voiding.receipt()));
            }
            if (request instanceof ReturnPayment returned) {
                return students(taken(returned.receipt()));
            }
            if (request instanceof UndoReturn undone) {
                return students(undone);
            }
            return List.of(((Refund) request).student());
        }

        private static List<StudentNumber> students(List<ReceiptToVoid> receipts) {
            return receipts.stream().map(ReceiptToVoid::student).toList();
        }

        /** Also of a return that was undone before, perhaps by the same request. */
        private List<StudentNumber> students(UndoReturn undone) {
            List<StudentNumber> students = returns.students(undone.receipt());
            if (students.isEmpty()) {
                throw new NotReturnedException(undone.receipt());
            }
            return students;
        }

        /** Requires confirmations last, so that nobody has to confirm a request that is refused anyway. */
        Plan plan(CorrectionRequest request) {
            Plan plan = unasked(request);
            closed.requireOpen(request.date(), today);
            UnusualDate.of(request.date(), today).ifPresent(unusual -> unusual.requireConfirmed(request.confirmed()));
            if (request instanceof Refund refund) {
                repetitions
                        .refund(refund.student(), refund.amount())
                        .ifPresent(repeated -> repeated.requireConfirmed(refund.confirmed()));
            }
            return plan;
        }

        private Plan unasked(CorrectionRequest request) {
            if (request instanceof Cancel cancel) {
                CorrectableCharge charge = charge(cancel.charge());
                requireDateFor(charge.date(), request);
                return reverse(request, Reversal.cancelling(charge));
            }
            if (request instanceof Waive waive) {
                CorrectableCharge charge = charge(waive.charge());
                requireDateFor(charge.date(), request);
                return reverse(request, Reversal.waiving(charge));
            }
            if (request instanceof Undo undo) {
                requireDateFor(Optional.of(date(undo)), request);
                return reverse(request, Reversal.undoing(undo.batch(), reversals.charges(undo.batch())));
            }
            if (request instanceof VoidReceipt voiding) {
                return takeBack(voiding, voiding.receipt());
            }
            if (request instanceof ReturnPayment returned) {
                return giveBack(returned);
            }
            if (request instanceof UndoReturn undone) {
                return receiveAgain(undone);
            }
            return refund((Refund) request);
        }

        private Plan reverse(CorrectionRequest request, Reversal reversal) {
            return Plan.of(
                    new Correction(
                            CorrectionType.of(request).kind(),
                            request.date(),
                            reversal.charges().size(),
                            reversal.total(currency).negated(),
                            0,
                            zero,
                            reversal.toCredit(currency)),
                    stamp -> reversals.add(reversal.ids(), stamp));
        }

        private Plan takeBack(CorrectionRequest request, ReceiptNumber receipt) {
            ReceiptToVoid payment = valid(receipt);
            Reopening reopening = reopening(request, payment);
            return Plan.of(
                    new Correction(
                            CorrectionType.VOID.kind(),
                            request.date(),
                            1,
                            payment.received(),
                            reopening.charges().size(),
                            reopening.total(currency),
                            zero,
                            moneyBack.numbers(reopening.otherPayments(payment.row()))),
                    stamp ->
                            moneyBack.addVoid(payment, reopening.ids(), JournalTexts.voided(settings.locale()), stamp));
        }

        private ReceiptToVoid valid(ReceiptNumber receipt) {
            return taken(receipt).stream()
                    .filter(taken -> !taken.voided())
                    .findFirst()
                    .orElseThrow(() -> new AlreadyCorrectedException(Subject.RECEIPT, receipt.value()));
        }

        private Reopening reopening(CorrectionRequest request, ReceiptToVoid payment) {
            requireDateFor(payment.date(), request);
            Money credit = accounts.balances(List.of(payment.student()))
                    .get(payment.student())
                    .credit();
            Reopening reopening = Reopening.of(payment.row(), payment.worth(), credit, moneyBack.settled(payment));
            if (request.date().isBefore(today)) {
                requireMoney(request, payment);
            }
            return reopening;
        }

        private Plan giveBack(ReturnPayment request) {
            ReceiptToVoid payment = valid(request.receipt());
            if (!returns.isReturnable(payment.row())) {
                throw new CashNotReturnedException(request.receipt());
            }
            Reopening reopening = reopening(request, payment);
            Optional<ReturnFee> fee = ReturnFee.of(request, settings);
            Money charged = fee.map(ReturnFee::total).orElse(zero);
            Correction answer = new Correction(
                    CorrectionType.RETURN.kind(),
                    request.date(),
                    fee.isPresent() ? 2 : 1,
                    payment.received().plus(charged),
                    reopening.charges().size(),
                    reopening.total(currency),
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
        private Plan receiveAgain(UndoReturn request) {
            OpenReturn returned = returned(request);
            requireDateFor(returned.date(), request);
            Optional<Reversal> fee = returned.fee()
                    .map(this::charge)
                    .filter(charge -> !charge.corrected())
                    .map(Reversal::cancelling);
            Money feeTotal = fee.map(reversal -> reversal.total(currency)).orElse(zero);
            Money toCredit = fee.map(reversal -> reversal.toCredit(currency)).orElse(zero);
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
                            settled.total(currency))));
        }

        private OpenReturn returned(UndoReturn request) {
            return returns.open(request.receipt()).orElseThrow(() -> new NotReturnedException(request.receipt()));
        }

        private Plan refund(Refund request) {
            CashRounding cash = settings.payments().rounding(request.method());
            cash.requirePayable(request.amount());
            requireDateFor(Optional.empty(), request);
            Account account = accounts.account(request.student());
            Money credit = account.balance().credit();
            Money rounding = rounding(request.amount(), credit, cash);
            Money used = request.amount().plus(rounding);
            if (credit.compareTo(used) < 0) {
                throw new NotEnoughCreditException(request.amount(), credit.isNegative() ? zero : credit);
            }
            if (request.date().isBefore(today)) {
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

        private CorrectableCharge charge(ChargeId id) {
            return reversals.charge(id).orElseThrow(() -> new UnknownChargeException(List.of(id)));
        }

        private LocalDate date(Undo undo) {
            return reversals.date(undo.batch()).orElseThrow(() -> new UnknownBatchException(undo.batch()));
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

        /** Requires a date that is not before that of the corrected row, and not after today or the corrected row. */
        private void requireDateFor(Optional<LocalDate> corrected, CorrectionRequest request) {
            if (corrected.filter(request.date()::isBefore).isPresent()) {
                throw new InvalidInputException(
                        Field.DATE, Problem.OUT_OF_RANGE, request.date().toString());
            }
            LocalDate latest = corrected.filter(today::isBefore).orElse(today);
            DateNotAllowedException.requireNotAfter(latest, request.date(), Limit.CORRECTION_TOO_LATE);
        }

        /** Between its date and today, the account must never have paid back more than it received. */
        private void requireMoney(CorrectionRequest request, ReceiptToVoid payment) {
            requireSince(moneyBack.money(payment.student()).since(payment.worth()), request, Limit.VOID_BEFORE_MONEY);
        }

        private void requireCredit(Refund request, Money used) {
            requireSince(moneyBack.credit(request.student()).since(used), request, Limit.REFUND_BEFORE_CREDIT);
        }

        private void requireSince(Optional<LocalDate> since, CorrectionRequest request, Limit limit) {
            since.filter(request.date()::isBefore).ifPresent(day -> {
                throw new DateNotAllowedException(limit, request.date(), day.isAfter(today) ? today : day);
            });
        }
    }
}
