package org.openadmin.fees.internal.corrections;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import javax.persistence.EntityManager;
import org.openadmin.fees.api.AccountNumber;
import org.openadmin.fees.api.Money;
import org.openadmin.fees.api.audit.AuditSubject;
import org.openadmin.fees.api.corrections.CorrectionRequest.VoidReceipt;
import org.openadmin.fees.api.corrections.NotEnoughCreditException;
import org.openadmin.fees.api.payments.ReceiptNumber;
import org.openadmin.fees.internal.corrections.ManyVoidsStore.Payment;
import org.openadmin.fees.internal.corrections.Reopening.Settled;
import org.openadmin.fees.internal.ledger.AccountQueries;
import org.openadmin.fees.internal.ledger.ClosedPeriod;
import org.openadmin.fees.internal.ledger.JournalTexts;
import org.openadmin.fees.internal.ledger.ReceiptVoider;
import org.openadmin.fees.internal.ledger.ReceiptVoider.InUseException;
import org.openadmin.fees.internal.persistence.AuditTrail;
import org.openadmin.fees.internal.persistence.Counter;
import org.openadmin.fees.internal.persistence.Transactions;
import org.openadmin.fees.spi.AuditedCommand;
import org.openadmin.fees.spi.FeesSettings;
import org.openadmin.fees.spi.SchoolClockReference;
import org.openadmin.fees.spi.Settings;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Voids many receipts: reads all accounts, decides one receipt after the other, and writes all rows in a few statements. */
@Component(service = ReceiptVoider.class)
public final class JpaReceiptVoider implements ReceiptVoider {

    private final FeesSettings settings;
    private final Clock clock;
    private final AuditTrail audit;

    @Activate
    public JpaReceiptVoider(
            @Reference Transactions transactions,
            @Reference FeesSettings settings,
            @Reference(target = SchoolClockReference.TARGET) Clock clock) {
        this.settings = settings;
        this.clock = clock;
        audit = new AuditTrail(transactions, clock);
    }

    @Override
    public void voidAll(EntityManager em, List<VoidReceipt> requests) {
        if (requests.isEmpty()) {
            return;
        }
        Settings current = settings.current();
        ManyVoidsStore store = new ManyVoidsStore(em, current.currency());
        Map<ReceiptNumber, Payment> payments =
                store.payments(requests.stream().map(VoidReceipt::receipt).toList());
        Map<VoidReceipt, Reopening> voids = decide(em, current, store, requests, payments);
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        store.add(voids, payments, JournalTexts.voided(current.locale()), now);
        Map<AuditedCommand, Optional<AuditSubject>> done = new LinkedHashMap<>();
        requests.forEach(request -> done.put(AuditedCommand.of(request), Optional.empty()));
        audit.done(em, done);
        Counter.CORRECTION.next(em, 1, requests.size());
        requests.stream().map(VoidReceipt::date).distinct().forEach(new ClosedPeriod(em)::requireStillOpen);
    }

    /** Decides one after the other, as if each were recorded before the next. */
    private static Map<VoidReceipt, Reopening> decide(
            EntityManager em,
            Settings current,
            ManyVoidsStore store,
            List<VoidReceipt> requests,
            Map<ReceiptNumber, Payment> payments) {
        Set<AccountNumber> accounts =
                payments.values().stream().map(Payment::account).collect(Collectors.toCollection(TreeSet::new));
        Map<AccountNumber, List<Settled>> settled = store.settled(accounts);
        Map<AccountNumber, Money> credits = new HashMap<>();
        new AccountQueries(em, current.currency())
                .balances(accounts)
                .forEach((account, balance) -> credits.put(account, balance.credit()));
        Map<VoidReceipt, Reopening> voids = new LinkedHashMap<>();
        for (VoidReceipt request : requests) {
            Payment payment = payments.get(request.receipt());
            List<Settled> own = settled.computeIfAbsent(payment.account(), none -> new ArrayList<>());
            Money credit = credits.get(payment.account());
            Reopening reopening = reopening(em, current, request, payment, credit, own);
            own.removeAll(reopening.charges());
            credits.put(payment.account(), credit.minus(payment.received()).plus(reopening.total(current.currency())));
            voids.put(request, reopening);
        }
        return voids;
    }

    private static Reopening reopening(
            EntityManager em,
            Settings current,
            VoidReceipt request,
            Payment payment,
            Money credit,
            List<Settled> settled) {
        Reopening reopening;
        try {
            reopening = Reopening.of(payment.row(), payment.received(), credit, settled);
        } catch (NotEnoughCreditException e) {
            throw new InUseException(request.receipt(), Optional.empty());
        }
        Set<Long> others = reopening.otherPayments(payment.row());
        if (!others.isEmpty()) {
            throw new InUseException(
                    request.receipt(),
                    new VoidRefundStore(em, current.currency())
                            .numbers(others).stream().findFirst());
        }
        return reopening;
    }
}
