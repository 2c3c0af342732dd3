package org.openadmin.fees.internal.payments;

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
import org.openadmin.fees.api.Actor;
import org.openadmin.fees.api.Money;
import org.openadmin.fees.api.StudentSnapshot;
import org.openadmin.fees.api.accounts.AccountBalance;
import org.openadmin.fees.api.audit.AuditSubject;
import org.openadmin.fees.api.audit.AuditSubject.Kind;
import org.openadmin.fees.api.billing.Charge;
import org.openadmin.fees.api.payments.PaymentRequest;
import org.openadmin.fees.internal.ledger.AccountQueries;
import org.openadmin.fees.internal.ledger.JournalStudentLookup;
import org.openadmin.fees.internal.ledger.PaymentWriter;
import org.openadmin.fees.internal.persistence.AuditTrail;
import org.openadmin.fees.internal.persistence.Transactions;
import org.openadmin.fees.internal.students.HostStudents;
import org.openadmin.fees.spi.AuditedCommand;
import org.openadmin.fees.spi.CashRounding;
import org.openadmin.fees.spi.FeesSettings;
import org.openadmin.fees.spi.SchoolClockReference;
import org.openadmin.fees.spi.Settings;
import org.openadmin.fees.spi.imports.WholeCharges;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Records many payments at once: reads all accounts, decides one payment after the other, and writes all rows in a few statements. */
@Component(service = PaymentWriter.class)
public final class JpaPaymentWriter implements PaymentWriter {

    private final FeesSettings settings;
    private final Clock clock;
    private final AuditTrail audit;

    @Activate
    public JpaPaymentWriter(
            @Reference Transactions transactions,
            @Reference FeesSettings settings,
            @Reference(target = SchoolClockReference.TARGET) Clock clock) {
        this.settings = settings;
        this.clock = clock;
        audit = new AuditTrail(transactions, clock);
    }

    /** An account between two payments. */
    private static final class Account {

        private final StudentSnapshot holder;
        private final List<Charge> outstanding;
        private Money credit;

        Account(StudentSnapshot holder, List<Charge> outstanding, Money credit) {
            this.holder = holder;
            this.outstanding = new ArrayList<>(outstanding);
            this.credit = credit;
        }

        FamilySettlement.Share receive(Money money) {
            Money worth = money.plus(credit);
            List<Charge> settled = WholeCharges.covered(outstanding, worth);
            outstanding.removeAll(settled);
            credit = settled.stream().map(Charge::total).reduce(worth, Money::minus);
            List<Charge> inNumberOrder = settled.stream()
                    .sorted((one, another) -> one.id().compareTo(another.id()))
                    .toList();
            return new FamilySettlement.Share(holder, inNumberOrder, money, Money.zero(money.currency()));
        }
    }

    @Override
    public List<Written> write(EntityManager em, Actor actor, List<Received> payments) {
        if (payments.isEmpty()) {
            return List.of();
        }
        Settings current = settings.current();
        Map<AccountNumber, Account> accounts = accounts(
                em, current, payments.stream().map(Received::account).collect(Collectors.toCollection(TreeSet::new)));
        Map<PaymentRequest, FamilySettlement.Share> shares = new LinkedHashMap<>();
        for (Received payment : payments) {
            shares.put(request(actor, payment), accounts.get(payment.account()).receive(payment.received()));
        }
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        List<PaymentStore.Added> added = new PaymentStore(em, current.currency())
                .addAll(
                        shares,
                        current.locale(),
                        CashRounding.none(),
                        current.payments().firstReceipt(),
                        now);
        List<Written> written = new ArrayList<>();
        Map<AuditedCommand, Optional<AuditSubject>> done = new LinkedHashMap<>();
        for (int i = 0; i < payments.size(); i++) {
            PaymentStore.Added each = added.get(i);
            written.add(new Written(payments.get(i), each.receipt(), each.row()));
            done.put(AuditedCommand.of(each.request()), Optional.of(new AuditSubject(Kind.RECEIPT, each.receipt())));
        }
        audit.done(em, done);
        return written;
    }

    private static PaymentRequest request(Actor actor, Received payment) {
        return new PaymentRequest(
                payment.key(),
                actor,
                payment.account(),
                payment.date(),
                payment.received(),
                Set.of(),
                payment.method(),
                payment.reference());
    }

    private static Map<AccountNumber, Account> accounts(
            EntityManager em, Settings current, Set<AccountNumber> numbers) {
        AccountQueries queries = new AccountQueries(em, current.currency());
        Map<AccountNumber, AccountBalance> balances = queries.balances(numbers);
        Map<AccountNumber, List<Charge>> outstanding = queries.outstanding(numbers);
        Map<AccountNumber, StudentSnapshot> holders = new HashMap<>();
        new HostStudents(em).find(numbers).forEach((number, student) -> holders.put(number, student.snapshot()));
        Set<AccountNumber> others = new TreeSet<>(numbers);
        others.removeAll(holders.keySet());
        JournalStudentLookup journal = new JournalStudentLookup(em, others);
        Map<AccountNumber, Account> accounts = new HashMap<>();
        numbers.forEach(number -> accounts.put(
                number,
                new Account(
                        holders.computeIfAbsent(number, journal::snapshot),
                        outstanding.getOrDefault(number, List.of()),
                        balances.get(number).credit())));
        return accounts;
    }
}
