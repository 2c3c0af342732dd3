package org.openadmin.fees.internal.payments;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import javax.persistence.EntityManager;
import org.openadmin.fees.api.AccountNumber;
import org.openadmin.fees.api.Actor;
import org.openadmin.fees.api.CashOnlyException;
import org.openadmin.fees.api.Confirmation;
import org.openadmin.fees.api.DateNotAllowedException;
import org.openadmin.fees.api.DateNotAllowedException.Limit;
import org.openadmin.fees.api.RequestKey;
import org.openadmin.fees.api.RequestKeyReusedException;
import org.openadmin.fees.api.Role;
import org.openadmin.fees.api.UnusualDate;
import org.openadmin.fees.api.audit.AuditSubject;
import org.openadmin.fees.api.audit.AuditSubject.Kind;
import org.openadmin.fees.api.billing.Charge;
import org.openadmin.fees.api.billing.ChargeId;
import org.openadmin.fees.api.billing.FeeCatalogue;
import org.openadmin.fees.api.billing.PredefinedFee;
import org.openadmin.fees.api.billing.PredefinedFeeId;
import org.openadmin.fees.api.billing.SplitPart;
import org.openadmin.fees.api.billing.UnknownChargeException;
import org.openadmin.fees.api.billing.UnknownPredefinedFeeException;
import org.openadmin.fees.api.payments.Cashier;
import org.openadmin.fees.api.payments.ChargeOfAnotherStudentException;
import org.openadmin.fees.api.payments.ChargeSettledException;
import org.openadmin.fees.api.payments.FamilyPaymentRequest;
import org.openadmin.fees.api.payments.PaidPart;
import org.openadmin.fees.api.payments.PaymentRequest;
import org.openadmin.fees.api.payments.Receipt;
import org.openadmin.fees.api.payments.ReceiptNumber;
import org.openadmin.fees.api.payments.SoldFee;
import org.openadmin.fees.internal.ledger.AccountQueries;
import org.openadmin.fees.internal.ledger.AccountQueries.Account;
import org.openadmin.fees.internal.ledger.CashOnlyQueries;
import org.openadmin.fees.internal.ledger.ClosedPeriod;
import org.openadmin.fees.internal.ledger.RepeatedAmountQueries;
import org.openadmin.fees.internal.ledger.SplitCharge;
import org.openadmin.fees.internal.ledger.SplitRows;
import org.openadmin.fees.internal.ledger.SplitRows.Act;
import org.openadmin.fees.internal.payments.SaleDecision.Sale;
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

/** Receives payments: locks the account, reads, decides, writes, and assigns the receipt number last. */
@Component
public final class JpaCashier implements Cashier {

    private final Transactions transactions;
    private final AuditTrail audit;
    private final FeesSettings settings;
    private final FeeCatalogue catalogue;
    private final Clock clock;

    @Activate
    public JpaCashier(
            @Reference Transactions transactions,
            @Reference FeesSettings settings,
            @Reference FeeCatalogue catalogue,
            @Reference(target = SchoolClockReference.TARGET) Clock clock) {
        this.transactions = transactions;
        this.settings = settings;
        this.catalogue = catalogue;
        this.clock = clock;
        audit = new AuditTrail(transactions, clock);
    }

    @Override
    public Receipt receive(PaymentRequest request) {
        AuditedCommand command = AuditedCommand.of(request);
        return audit.attempt(command, () -> receive(request, command));
    }

    private Receipt receive(PaymentRequest request, AuditedCommand command) {
        request.actor().require(Role.CASHIER);
        Settings current = settings.current();
        if (!request.sold().isEmpty()) {
            current.payments().requireSeller(request.actor());
        }
        // a fee that was ever sold is never removed, so a repeated request finds it too
        Map<PredefinedFeeId, PredefinedFee> sold = sold(request);
        return audit.once(
                command,
                em -> lock(em, request, sold, current),
                em -> answered(em, request, new SaleDecision(em, current, sold)),
                em -> receive(em, request, current, new SaleDecision(em, current, sold)),
                receipt -> Optional.of(
                        new AuditSubject(Kind.RECEIPT, receipt.number().value())));
    }

    /** An assessment locks no account, so a sale that may exceed a limit waits for those under way. */
    private static void lock(
            EntityManager em, PaymentRequest request, Map<PredefinedFeeId, PredefinedFee> sold, Settings current) {
        new AccountQueries(em, current.currency()).lock(request.student());
        if (sold.values().stream().anyMatch(fee -> fee.terms().yearLimit().isPresent())) {
            Counter.BATCH.lock(em);
        }
    }

    private Map<PredefinedFeeId, PredefinedFee> sold(PaymentRequest request) {
        Map<PredefinedFeeId, PredefinedFee> fees = new HashMap<>();
        for (SoldFee sold : request.sold()) {
            fees.put(
                    sold.fee(),
                    catalogue.find(sold.fee()).orElseThrow(() -> new UnknownPredefinedFeeException(sold.fee())));
        }
        return fees;
    }

    @Override
    public Receipt receive(FamilyPaymentRequest request) {
        AuditedCommand command = AuditedCommand.of(request);
        return audit.attempt(command, () -> {
            request.actor().require(Role.CASHIER);
            Settings current = settings.current();
            return audit.once(
                    command,
                    em -> new AccountQueries(em, current.currency()).lock(request.accounts()),
                    em -> new FamilyPaymentDecision(em, current, clock).answered(request),
                    em -> new FamilyPaymentDecision(em, current, clock).receive(request),
                    receipt -> Optional.of(
                            new AuditSubject(Kind.RECEIPT, receipt.number().value())));
        });
    }

    private Optional<Receipt> answered(EntityManager em, PaymentRequest request, SaleDecision sale) {
        Currency currency = settings.current().currency();
        Optional<Receipt> receipt = new PaymentStore(em, currency).find(request.key());
        if (receipt.isPresent() && !isFor(request, receipt.get(), new SplitRows(em, currency), sale)) {
            throw new RequestKeyReusedException(request.key());
        }
        return receipt;
    }

    private static boolean isFor(PaymentRequest request, Receipt receipt, SplitRows splits, SaleDecision sale) {
        Optional<Set<ChargeId>> notSold = sale.notSold(request, receipt, splits);
        if (notSold.isEmpty()) {
            return false;
        }
        Set<ChargeId> settled = notSold.get();
        for (PaidPart part : request.part().stream().toList()) {
            // the part that was split off is not known to the request
            boolean paid = receipt.settled().stream()
                    .filter(charge -> charge.total().equals(part.amount()))
                    .filter(charge -> splits.origin(charge.id()).equals(Optional.of(part.charge())))
                    .findFirst()
                    .map(charge -> settled.remove(charge.id()))
                    .orElse(false);
            if (!paid) {
                return false;
            }
        }
        return !receipt.isOfSeveral()
                && receipt.student().number().equals(request.student())
                && receipt.date().equals(request.date())
                && receipt.received().equals(request.received())
                && receipt.method().equals(Optional.of(request.method()))
                && receipt.reference().equals(request.reference())
                && settled.equals(request.charges());
    }

    private Receipt receive(EntityManager em, PaymentRequest asked, Settings current, SaleDecision sales) {
        CashRounding cash = current.payments().rounding(asked.method());
        cash.requirePayable(asked.received());
        LocalDate today = LocalDate.now(clock);
        DateNotAllowedException.requireNotAfter(today, asked.date(), Limit.PAYMENT_AFTER_TODAY);
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        AccountQueries accounts = new AccountQueries(em, current.currency());
        // the balance with what is sold
        Sale sale = sales.charge(asked, now);
        PaymentRequest request = sale.request();
        Account account = accounts.account(request.student());
        Set<ChargeId> wanted = PartPayment.wanted(request);
        List<Charge> outstanding = wanted.isEmpty() ? List.of() : accounts.outstanding(account.student());
        requireOutstanding(accounts, request.student(), Settlement.missing(wanted, outstanding));
        Settlement settlement = Settlement.of(
                wanted, PartPayment.payable(outstanding, request.part()), request.received(), account.balance(), cash);
        List<LocalDate> charged =
                settlement.charges().stream().map(Charge::date).toList();
        ClosedPeriod closed = new ClosedPeriod(em);
        closed.requireOpen(request.date(), today);
        UnusualDate.of(request.date(), today, charged)
                .ifPresent(unusual -> unusual.requireConfirmed(request.confirmed()));
        if (request.method().isReturnable() && request.received().isPositive()) {
            requireConfirmed(request, new CashOnlyQueries(em).until(request.student(), request.date()));
        }
        new RepeatedAmountQueries(em, now)
                .receipt(request.student(), request.received())
                .ifPresent(repeated -> repeated.requireConfirmed(request.confirmed()));
        sale.requireConfirmed();
        Settlement settled = request.part()
                .map(part -> PartPayment.of(settlement, part.charge(), split(em, request, part, settlement, now)))
                .orElse(settlement);
        Receipt receipt = new PaymentStore(em, current.currency())
                .add(
                        request,
                        account.student(),
                        settled,
                        current.locale(),
                        cash,
                        current.payments().firstReceipt(),
                        now);
        sales.record(request, sale);
        closed.requireStillOpen(request.date());
        return receipt;
    }

    /** Splits the charge of which a part is paid, and returns that part. */
    private Charge split(EntityManager em, PaymentRequest request, PaidPart part, Settlement settlement, Instant now) {
        Charge whole = settlement.charges().stream()
                .filter(charge -> charge.id().equals(part.charge()))
                .findFirst()
                .orElseThrow();
        LocalDate date = request.date().isBefore(whole.date()) ? whole.date() : request.date();
        SplitRows splits = new SplitRows(em, settings.current().currency());
        SplitCharge charge = splits.charge(part.charge());
        Act act = splits.record(AuditedCommand.splitKey(request), request.actor(), part.charge(), date, now);
        splits.split(
                charge,
                List.of(part.amount(), charge.total().minus(part.amount())),
                List.of(charge.due(), charge.due()),
                act);
        audit.done(em, AuditedCommand.splitting(request, part));
        SplitPart paid = splits.made(part.charge(), act.correction()).get(0);
        return new Charge(
                paid.id().orElseThrow(),
                whole.student(),
                date,
                paid.due(),
                whole.name(),
                whole.description(),
                paid.subtotal(),
                paid.taxes(),
                paid.total(),
                Optional.empty(),
                paid.part());
    }

    private static void requireConfirmed(PaymentRequest request, Optional<LocalDate> cashOnlyUntil) {
        cashOnlyUntil
                .filter(until -> !request.confirmed().contains(Confirmation.NOT_CASH))
                .ifPresent(until -> {
                    throw new CashOnlyException(request.student(), until);
                });
    }

    /** Checks that all charges can be paid. The first reason that applies is reported: unknown, another student's, settled. */
    static void requireOutstanding(AccountQueries accounts, AccountNumber student, Set<ChargeId> missing) {
        List<Charge> settled = settled(accounts, missing.isEmpty() ? Map.of() : Map.of(student, missing));
        if (!settled.isEmpty()) {
            throw new ChargeSettledException(ids(settled));
        }
    }

    /**
     * The charges that cannot be paid because they are settled, in number order.
     *
     * @param missing the charges of each account that are not outstanding
     * @throws UnknownChargeException if one does not exist
     * @throws ChargeOfAnotherStudentException if one belongs to another account
     */
    static List<Charge> settled(AccountQueries accounts, Map<AccountNumber, Set<ChargeId>> missing) {
        if (missing.isEmpty()) {
            return List.of();
        }
        Set<ChargeId> unknown = new TreeSet<>();
        missing.values().forEach(unknown::addAll);
        List<Charge> found = accounts.charges(unknown);
        found.forEach(charge -> unknown.remove(charge.id()));
        if (!unknown.isEmpty()) {
            throw new UnknownChargeException(List.copyOf(unknown));
        }
        missing.forEach((account, charges) -> {
            List<Charge> others = found.stream()
                    .filter(charge -> charges.contains(charge.id()))
                    .filter(charge -> !charge.student().number().equals(account))
                    .toList();
            if (!others.isEmpty()) {
                throw new ChargeOfAnotherStudentException(account, ids(others));
            }
        });
        return found;
    }

    private static List<ChargeId> ids(Collection<Charge> charges) {
        return charges.stream().map(Charge::id).toList();
    }

    @Override
    public Optional<Receipt> receipt(Actor reader, ReceiptNumber number) {
        reader.require(Role.VIEW);
        return transactions
                .read(em -> new PaymentStore(em, settings.current().currency()).find(number))
                .map(receipt -> receipt.shownTo(reader));
    }

    @Override
    public Optional<Receipt> receipt(Actor reader, RequestKey key) {
        reader.require(Role.VIEW);
        return transactions
                .read(em -> new PaymentStore(em, settings.current().currency()).find(key))
                .map(receipt -> receipt.shownTo(reader));
    }
}
