package org.openadmin.fees.internal.payments;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import javax.persistence.EntityManager;
import org.openadmin.fees.api.AccountNumber;
import org.openadmin.fees.api.Actor;
import org.openadmin.fees.api.DateNotAllowedException;
import org.openadmin.fees.api.DateNotAllowedException.Limit;
import org.openadmin.fees.api.Money;
import org.openadmin.fees.api.RequestKey;
import org.openadmin.fees.api.Role;
import org.openadmin.fees.api.StudentNumber;
import org.openadmin.fees.api.accounts.AccountBalance;
import org.openadmin.fees.api.audit.AuditSubject;
import org.openadmin.fees.api.audit.AuditSubject.Kind;
import org.openadmin.fees.api.billing.Charge;
import org.openadmin.fees.api.classpayments.ClassDue;
import org.openadmin.fees.api.classpayments.ClassDue.Line;
import org.openadmin.fees.api.classpayments.ClassPayment;
import org.openadmin.fees.api.classpayments.ClassPaymentRequest;
import org.openadmin.fees.api.classpayments.ClassPayments;
import org.openadmin.fees.api.collection.ChargeState;
import org.openadmin.fees.api.collection.ChargedStudents;
import org.openadmin.fees.api.collection.Collected;
import org.openadmin.fees.api.collection.CollectionPeriod;
import org.openadmin.fees.api.collection.CollectionQuery;
import org.openadmin.fees.api.collection.CollectionQuery.GroupDay;
import org.openadmin.fees.api.collection.FeeCollection;
import org.openadmin.fees.api.students.Audience;
import org.openadmin.fees.api.students.GroupKind;
import org.openadmin.fees.api.students.Student;
import org.openadmin.fees.api.students.ValueList;
import org.openadmin.fees.internal.ledger.AccountQueries;
import org.openadmin.fees.internal.ledger.ClosedPeriod;
import org.openadmin.fees.internal.persistence.AuditTrail;
import org.openadmin.fees.internal.persistence.Transactions;
import org.openadmin.fees.internal.students.HostStudents;
import org.openadmin.fees.spi.AuditedCommand;
import org.openadmin.fees.spi.FeesSettings;
import org.openadmin.fees.spi.SchoolClockReference;
import org.openadmin.fees.spi.Settings;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Receives the money of a class: fee and homeroom are looked up first, then all accounts are locked at once. */
@Component
public final class JpaClassPayments implements ClassPayments {

    /** What has become of the charges of a student who owes none of them, the most telling first. */
    private static final List<ChargeState> SETTLED = List.of(ChargeState.PAID, ChargeState.COVERED, ChargeState.WAIVED);

    private final Transactions transactions;
    private final AuditTrail audit;
    private final FeesSettings settings;
    private final FeeCollection collection;
    private final Clock clock;

    @Activate
    public JpaClassPayments(
            @Reference Transactions transactions,
            @Reference FeesSettings settings,
            @Reference FeeCollection collection,
            @Reference(target = SchoolClockReference.TARGET) Clock clock) {
        this.transactions = transactions;
        this.settings = settings;
        this.collection = collection;
        this.clock = clock;
        audit = new AuditTrail(transactions, clock);
    }

    @Override
    public ClassDue due(Actor reader, String fee, String homeroom, LocalDate day) {
        reader.require(Role.CASHIER);
        ChargedStudents charged = charged(reader, fee, homeroom, day);
        Map<AccountNumber, Collected> collected = charged.students().stream()
                .collect(Collectors.toMap(each -> each.student().number(), each -> each.collected()));
        return transactions.readAtOneMoment(em -> {
            List<Student> members = members(em, charged);
            LocalDate today = LocalDate.now(clock);
            DateNotAllowedException.requireNotAfter(today, day, Limit.PAYMENT_AFTER_TODAY);
            new ClosedPeriod(em).requireOpen(day, today);
            List<StudentNumber> numbers = members.stream().map(Student::number).toList();
            AccountQueries accounts = new AccountQueries(em, settings.current().currency());
            Map<AccountNumber, List<Charge>> outstanding = accounts.outstanding(numbers);
            Map<AccountNumber, AccountBalance> balances = accounts.balances(numbers);
            return new ClassDue(
                    charged.fee(),
                    charged.group().orElseThrow(),
                    day,
                    members.stream()
                            .map(student -> line(
                                    student,
                                    outstanding.getOrDefault(student.number(), List.of()).stream()
                                            .filter(charge -> ValueList.isSame(charge.name(), charged.fee()))
                                            .toList(),
                                    Optional.ofNullable(collected.get(student.number())),
                                    balances.get(student.number())))
                            .toList());
        });
    }

    private static Line line(
            Student student, List<Charge> owed, Optional<Collected> collected, AccountBalance balance) {
        Optional<ChargeState> settled = SETTLED.stream()
                .filter(state -> owed.isEmpty())
                .filter(state ->
                        collected.filter(all -> all.of(state).number() > 0).isPresent())
                .findFirst();
        Money zero = Money.zero(balance.balance().currency());
        return new Line(
                student, owed, settled, owed.stream().map(Charge::total).reduce(zero, Money::plus), balance.credit());
    }

    /** The fee and the homeroom, as they are spelled, and who was charged in the school year of the day. */
    private ChargedStudents charged(Actor reader, String fee, String homeroom, LocalDate day) {
        return collection.students(
                reader,
                new CollectionQuery(fee, GroupKind.HOMEROOM, GroupDay.TODAY, CollectionPeriod.schoolYear(day)),
                Optional.of(homeroom));
    }

    private static List<Student> members(EntityManager em, ChargedStudents charged) {
        return new HostStudents(em)
                .in(new Audience.Group(
                        GroupKind.HOMEROOM, charged.group().stream().toList()));
    }

    @Override
    public ClassPayment post(ClassPaymentRequest request) {
        AuditedCommand command = AuditedCommand.of(request);
        return audit.attempt(command, () -> {
            request.actor().require(Role.CASHIER);
            Settings current = settings.current();
            return transactions
                    .read(em -> decision(em, current).answered(request))
                    .orElseGet(() -> post(request, command, current));
        });
    }

    private ClassPayment post(ClassPaymentRequest request, AuditedCommand command, Settings current) {
        ClassPaymentDecision.requireReceivable(request, current, clock);
        ChargedStudents charged = charged(request.actor(), request.fee(), request.homeroom(), request.date());
        return audit.once(
                command,
                em -> new AccountQueries(em, current.currency()).lock(request.accounts()),
                em -> decision(em, current).answered(request),
                em -> decision(em, current)
                        .receive(request, charged.fee(), charged.group().orElseThrow(), members(em, charged)),
                payment -> Optional.of(
                        new AuditSubject(Kind.RECEIPT, payment.first().value())));
    }

    private ClassPaymentDecision decision(EntityManager em, Settings current) {
        return new ClassPaymentDecision(em, current, clock, audit);
    }

    @Override
    public Optional<ClassPayment> find(Actor reader, RequestKey key) {
        reader.require(Role.CASHIER);
        return transactions.read(
                em -> new ClassPaymentStore(em, settings.current().currency()).find(key));
    }
}
