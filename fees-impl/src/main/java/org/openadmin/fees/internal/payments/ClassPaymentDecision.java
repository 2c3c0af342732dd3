package org.openadmin.fees.internal.payments;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import javax.persistence.EntityManager;
import org.openadmin.fees.api.AccountNumber;
import org.openadmin.fees.api.CashOnlyException;
import org.openadmin.fees.api.Confirmation;
import org.openadmin.fees.api.DateNotAllowedException;
import org.openadmin.fees.api.DateNotAllowedException.Limit;
import org.openadmin.fees.api.Money;
import org.openadmin.fees.api.RequestKeyReusedException;
import org.openadmin.fees.api.StudentSnapshot;
import org.openadmin.fees.api.UnusualDate;
import org.openadmin.fees.api.audit.AuditSubject;
import org.openadmin.fees.api.audit.AuditSubject.Kind;
import org.openadmin.fees.api.billing.Charge;
import org.openadmin.fees.api.billing.ChargeId;
import org.openadmin.fees.api.classpayments.ClassPayment;
import org.openadmin.fees.api.classpayments.ClassPaymentRefusedException;
import org.openadmin.fees.api.classpayments.ClassPaymentRefusedException.Problem;
import org.openadmin.fees.api.classpayments.ClassPaymentRequest;
import org.openadmin.fees.api.classpayments.EnvelopeDifferentException;
import org.openadmin.fees.api.payments.FamilyPaymentRequest.Part;
import org.openadmin.fees.api.payments.PaymentRequest;
import org.openadmin.fees.api.students.Student;
import org.openadmin.fees.api.students.ValueList;
import org.openadmin.fees.internal.ledger.AccountQueries;
import org.openadmin.fees.internal.ledger.CashOnlyQueries;
import org.openadmin.fees.internal.ledger.ClosedPeriod;
import org.openadmin.fees.internal.ledger.RepeatedAmountQueries;
import org.openadmin.fees.internal.payments.FamilySettlement.Share;
import org.openadmin.fees.internal.payments.PaymentStore.Added;
import org.openadmin.fees.internal.persistence.AuditTrail;
import org.openadmin.fees.spi.AuditedCommand;
import org.openadmin.fees.spi.CashRounding;
import org.openadmin.fees.spi.ClassShare;
import org.openadmin.fees.spi.Settings;

/** Decides about the payments of a class, and records them in a few statements. The accounts must be locked. */
final class ClassPaymentDecision {

    private final EntityManager em;
    private final Settings settings;
    private final Clock clock;
    private final AuditTrail audit;
    private final AccountQueries accounts;
    private final ClassPaymentStore store;

    ClassPaymentDecision(EntityManager em, Settings settings, Clock clock, AuditTrail audit) {
        this.em = em;
        this.settings = settings;
        this.clock = clock;
        this.audit = audit;
        accounts = new AccountQueries(em, settings.currency());
        store = new ClassPaymentStore(em, settings.currency());
    }

    /** The payments of an earlier request with this key. */
    Optional<ClassPayment> answered(ClassPaymentRequest request) {
        Optional<ClassPayment> earlier = store.find(request.key());
        if (earlier.isPresent() ? !isFor(request, earlier.get()) : store.isOfSomethingElse(request.key())) {
            throw new RequestKeyReusedException(request.key());
        }
        return earlier;
    }

    private static boolean isFor(ClassPaymentRequest request, ClassPayment earlier) {
        Set<Part> paid = earlier.receipts().stream()
                .map(receipt -> new Part(
                        receipt.student().number(),
                        receipt.settled().stream().map(Charge::id).collect(Collectors.toSet())))
                .collect(Collectors.toSet());
        return ValueList.isSame(request.fee(), earlier.fee())
                && ValueList.isSame(request.homeroom(), earlier.homeroom())
                && request.date().equals(earlier.date())
                && request.envelope().equals(earlier.total())
                && request.method() == earlier.method()
                && request.reference().equals(earlier.reference())
                && paid.equals(new HashSet<>(request.parts()));
    }

    /** @param members the students of the homeroom */
    ClassPayment receive(ClassPaymentRequest request, String fee, String homeroom, List<Student> members) {
        CashRounding cash = settings.payments().rounding(request.method());
        Map<AccountNumber, StudentSnapshot> holders =
                members.stream().collect(Collectors.toMap(Student::number, Student::snapshot));
        Map<Part, List<Charge>> charges = charges(request);
        refuse(Problem.NOT_IN_HOMEROOM, request, part -> !holders.containsKey(part.account()), part -> charges.get(part)
                .get(0)
                .student());
        refuse(
                Problem.OTHER_FEE,
                request,
                part -> charges.get(part).stream().anyMatch(charge -> !ValueList.isSame(charge.name(), fee)),
                part -> holders.get(part.account()));
        Map<PaymentRequest, Share> payments = new LinkedHashMap<>();
        for (Part part : request.parts()) {
            ClassShare share = ClassShare.of(charges.get(part), cash);
            payments.put(
                    request.paymentOf(part, share.received()),
                    new Share(holders.get(part.account()), charges.get(part), share.received(), share.rounding()));
        }
        Money total = payments.keySet().stream()
                .map(PaymentRequest::received)
                .reduce(Money.zero(settings.currency()), Money::plus);
        if (!total.equals(request.envelope())) {
            throw new EnvelopeDifferentException(total, request.envelope());
        }
        LocalDate today = LocalDate.now(clock);
        ClosedPeriod closed = new ClosedPeriod(em);
        closed.requireOpen(request.date(), today);
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        requireConfirmed(request, payments, today, now);
        record(request, payments, cash, fee, homeroom, now);
        closed.requireStillOpen(request.date());
        return store.find(request.key()).orElseThrow();
    }

    /** The charges of each student, in number order. */
    private Map<Part, List<Charge>> charges(ClassPaymentRequest request) {
        Map<AccountNumber, List<Charge>> outstanding = accounts.outstanding(request.accounts());
        Map<Part, List<Charge>> charges = new HashMap<>();
        Map<AccountNumber, Set<ChargeId>> missing = new LinkedHashMap<>();
        for (Part part : request.parts()) {
            List<Charge> own = outstanding.getOrDefault(part.account(), List.of());
            charges.put(
                    part,
                    own.stream()
                            .filter(charge -> part.charges().contains(charge.id()))
                            .sorted(Comparator.comparing(Charge::id))
                            .toList());
            Set<ChargeId> others = Settlement.missing(part.charges(), own);
            if (!others.isEmpty()) {
                missing.put(part.account(), others);
            }
        }
        Map<AccountNumber, StudentSnapshot> settled = JpaCashier.settled(accounts, missing).stream()
                .map(Charge::student)
                .collect(Collectors.toMap(StudentSnapshot::number, Function.identity(), (one, other) -> one));
        refuse(
                Problem.NOT_OUTSTANDING,
                request,
                part -> settled.containsKey(part.account()),
                part -> settled.get(part.account()));
        return charges;
    }

    private static void refuse(
            Problem problem,
            ClassPaymentRequest request,
            Predicate<Part> isRefused,
            Function<Part, StudentSnapshot> student) {
        List<StudentSnapshot> refused =
                request.parts().stream().filter(isRefused).map(student).toList();
        if (!refused.isEmpty()) {
            throw new ClassPaymentRefusedException(problem, refused);
        }
    }

    /** Last, so that nobody has to confirm a request that is refused anyway. */
    private void requireConfirmed(
            ClassPaymentRequest request, Map<PaymentRequest, Share> payments, LocalDate today, Instant now) {
        List<LocalDate> charged = payments.values().stream()
                .flatMap(share -> share.charges().stream())
                .map(Charge::date)
                .toList();
        UnusualDate.of(request.date(), today, charged)
                .ifPresent(unusual -> unusual.requireConfirmed(request.confirmed()));
        if (request.method().isReturnable() && !request.confirmed().contains(Confirmation.NOT_CASH)) {
            Map<AccountNumber, LocalDate> until = new CashOnlyQueries(em).until(request.accounts(), request.date());
            request.accounts().stream().filter(until::containsKey).findFirst().ifPresent(account -> {
                throw new CashOnlyException(account, until.get(account));
            });
        }
        new RepeatedAmountQueries(em, now)
                .receipt(payments.keySet().stream()
                        .collect(Collectors.toMap(PaymentRequest::student, PaymentRequest::received)))
                .ifPresent(repeated -> repeated.requireConfirmed(request.confirmed()));
    }

    private void record(
            ClassPaymentRequest request,
            Map<PaymentRequest, Share> payments,
            CashRounding cash,
            String fee,
            String homeroom,
            Instant now) {
        List<Added> added = new PaymentStore(em, settings.currency())
                .addAll(payments, settings.locale(), cash, settings.payments().firstReceipt(), now);
        Map<AuditedCommand, Optional<AuditSubject>> done = new LinkedHashMap<>();
        added.forEach(each -> done.put(
                AuditedCommand.of(each.request()), Optional.of(new AuditSubject(Kind.RECEIPT, each.receipt()))));
        audit.done(em, done);
        store.add(request, fee, homeroom, request.envelope(), added.get(0).receipt(), now);
    }

    /** Checks the sum and the date before anything is locked. */
    static void requireReceivable(ClassPaymentRequest request, Settings settings, Clock clock) {
        settings.payments().rounding(request.method()).requirePayable(request.envelope());
        DateNotAllowedException.requireNotAfter(LocalDate.now(clock), request.date(), Limit.PAYMENT_AFTER_TODAY);
    }
}
