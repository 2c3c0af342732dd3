package org.openadmin.fees.testkit;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.openadmin.fees.api.AccountNumber;
import org.openadmin.fees.api.Actor;
import org.openadmin.fees.api.CashOnlyException;
import org.openadmin.fees.api.Confirmation;
import org.openadmin.fees.api.DateNotAllowedException;
import org.openadmin.fees.api.DateNotAllowedException.Limit;
import org.openadmin.fees.api.Money;
import org.openadmin.fees.api.RepeatedAmount;
import org.openadmin.fees.api.RequestKey;
import org.openadmin.fees.api.Role;
import org.openadmin.fees.api.StudentSnapshot;
import org.openadmin.fees.api.UnusualDate;
import org.openadmin.fees.api.audit.AuditSubject.Kind;
import org.openadmin.fees.api.billing.Charge;
import org.openadmin.fees.api.billing.ChargeId;
import org.openadmin.fees.api.billing.UnknownChargeException;
import org.openadmin.fees.api.classpayments.ClassDue;
import org.openadmin.fees.api.classpayments.ClassDue.Line;
import org.openadmin.fees.api.classpayments.ClassPayment;
import org.openadmin.fees.api.classpayments.ClassPaymentRefusedException;
import org.openadmin.fees.api.classpayments.ClassPaymentRefusedException.Problem;
import org.openadmin.fees.api.classpayments.ClassPaymentRequest;
import org.openadmin.fees.api.classpayments.ClassPayments;
import org.openadmin.fees.api.classpayments.EnvelopeDifferentException;
import org.openadmin.fees.api.collection.ChargeState;
import org.openadmin.fees.api.collection.ChargedStudents;
import org.openadmin.fees.api.collection.Collected;
import org.openadmin.fees.api.collection.CollectionPeriod;
import org.openadmin.fees.api.collection.CollectionQuery;
import org.openadmin.fees.api.collection.CollectionQuery.GroupDay;
import org.openadmin.fees.api.collection.FeeCollection;
import org.openadmin.fees.api.journal.EntryKind;
import org.openadmin.fees.api.journal.JournalEntry;
import org.openadmin.fees.api.payments.ChargeOfAnotherStudentException;
import org.openadmin.fees.api.payments.FamilyPaymentRequest.Part;
import org.openadmin.fees.api.payments.PaymentMethod;
import org.openadmin.fees.api.payments.Receipt;
import org.openadmin.fees.api.students.Audience;
import org.openadmin.fees.api.students.GroupKind;
import org.openadmin.fees.api.students.Student;
import org.openadmin.fees.api.students.ValueList;
import org.openadmin.fees.spi.AuditedCommand;
import org.openadmin.fees.spi.CashRounding;
import org.openadmin.fees.spi.ClassShare;
import org.openadmin.fees.spi.Settings;

/** The money of a class: a payment of each student who has paid. */
final class MemoryClassPayments implements ClassPayments {

    private final MemoryLedger ledger;
    private final MemoryBooks books;
    private final MemoryStudents students;
    private final Supplier<FeeCollection> collection;
    private final MemoryReturns returns;
    private final Supplier<Settings> settings;
    private final Supplier<Instant> now;
    private final Supplier<LocalDate> today;
    private final MemoryClosings closings;
    private final MemoryCalls calls;
    private final MemoryAuditLog audit;

    MemoryClassPayments(
            MemoryLedger ledger,
            MemoryBooks books,
            MemoryStudents students,
            Supplier<FeeCollection> collection,
            MemoryReturns returns,
            Supplier<Settings> settings,
            Supplier<Instant> now,
            Supplier<LocalDate> today,
            MemoryClosings closings,
            MemoryCalls calls,
            MemoryAuditLog audit) {
        this.ledger = ledger;
        this.books = books;
        this.students = students;
        this.collection = collection;
        this.returns = returns;
        this.settings = settings;
        this.now = now;
        this.today = today;
        this.closings = closings;
        this.calls = calls;
        this.audit = audit;
    }

    /** What was recorded; the receipts are read anew each time, because they may be voided. */
    private record Recorded(ClassPaymentRequest request, String fee, String homeroom, List<Long> rows) {}

    @Override
    public ClassDue due(Actor reader, String fee, String homeroom, LocalDate day) {
        reader.require(Role.CASHIER);
        calls.query(ClassPayments.class);
        ChargedStudents charged = charged(reader, fee, homeroom, day);
        List<Student> members = members(charged);
        DateNotAllowedException.requireNotAfter(today.get(), day, Limit.PAYMENT_AFTER_TODAY);
        closings.requireOpen(day);
        Map<AccountNumber, Collected> collected = charged.students().stream()
                .collect(Collectors.toMap(each -> each.student().number(), each -> each.collected()));
        return new ClassDue(
                charged.fee(),
                charged.group().orElseThrow(),
                day,
                members.stream()
                        .map(student ->
                                line(student, charged.fee(), Optional.ofNullable(collected.get(student.number()))))
                        .toList());
    }

    private ChargedStudents charged(Actor reader, String fee, String homeroom, LocalDate day) {
        return collection
                .get()
                .students(
                        reader,
                        new CollectionQuery(fee, GroupKind.HOMEROOM, GroupDay.TODAY, CollectionPeriod.schoolYear(day)),
                        Optional.of(homeroom));
    }

    private List<Student> members(ChargedStudents charged) {
        return students.in(
                new Audience.Group(GroupKind.HOMEROOM, List.of(charged.group().orElseThrow())));
    }

    private Line line(Student student, String fee, Optional<Collected> collected) {
        List<Charge> owed = books.outstanding(student.number()).stream()
                .filter(charge -> ValueList.isSame(charge.name(), fee))
                .toList();
        Optional<ChargeState> settled = owed.isEmpty()
                ? collected.flatMap(all -> Stream.of(ChargeState.PAID, ChargeState.COVERED, ChargeState.WAIVED)
                        .filter(state -> all.of(state).number() > 0)
                        .findFirst())
                : Optional.empty();
        return new Line(
                student,
                owed,
                settled,
                owed.stream().map(Charge::total).reduce(books.zero(), Money::plus),
                books.balance(student.number()).credit());
    }

    @Override
    public ClassPayment post(ClassPaymentRequest request) {
        AuditedCommand command = AuditedCommand.of(request);
        return audit.attempt(command, () -> {
            request.actor().require(Role.CASHIER);
            return payment(calls.command(request, request.key(), meaning(request), Recorded.class, () -> {
                Recorded recorded = record(request);
                audit.done(
                        command,
                        Kind.RECEIPT,
                        receipts(recorded).get(0).number().value());
                return recorded;
            }));
        });
    }

    private static Object meaning(ClassPaymentRequest request) {
        return List.of(
                ClassPaymentRequest.class,
                ValueList.key(request.fee()),
                ValueList.key(request.homeroom()),
                Set.copyOf(request.parts()),
                request.date(),
                request.envelope(),
                request.method(),
                request.reference());
    }

    private Recorded record(ClassPaymentRequest request) {
        CashRounding cash = settings.get().payments().rounding(request.method());
        cash.requirePayable(request.envelope());
        DateNotAllowedException.requireNotAfter(today.get(), request.date(), Limit.PAYMENT_AFTER_TODAY);
        ChargedStudents charged = charged(request.actor(), request.fee(), request.homeroom(), request.date());
        Map<AccountNumber, Student> members =
                members(charged).stream().collect(Collectors.toMap(Student::number, Function.identity()));
        requireOutstanding(request);
        refuse(Problem.NOT_IN_HOMEROOM, request, part -> !members.containsKey(part.account()));
        refuse(Problem.OTHER_FEE, request, part -> charges(part).stream()
                .anyMatch(charge -> !ValueList.isSame(charge.name(), charged.fee())));
        Map<Part, ClassShare> shares = new LinkedHashMap<>();
        request.parts().forEach(part -> shares.put(part, ClassShare.of(charges(part), cash)));
        Money sum = shares.values().stream().map(ClassShare::received).reduce(books.zero(), Money::plus);
        if (!sum.equals(request.envelope())) {
            throw new EnvelopeDifferentException(sum, request.envelope());
        }
        closings.requireOpen(request.date());
        requireConfirmed(request, shares);
        List<Long> rows = new ArrayList<>();
        shares.forEach((part, share) -> rows.add(add(request, part, share)));
        int next = 0;
        for (ClassShare share : shares.values()) {
            addRounding(ledger.row(rows.get(next++)).orElseThrow(), share.rounding());
        }
        return new Recorded(request, charged.fee(), charged.group().orElseThrow(), rows);
    }

    private List<Charge> charges(Part part) {
        return part.charges().stream()
                .sorted()
                .map(id -> MemoryBooks.asCharge(books.charge(id).orElseThrow()))
                .toList();
    }

    private void requireOutstanding(ClassPaymentRequest request) {
        List<ChargeId> unknown = request.charges().stream()
                .filter(id -> books.charge(id).isEmpty())
                .sorted()
                .toList();
        if (!unknown.isEmpty()) {
            throw new UnknownChargeException(unknown);
        }
        for (Part part : request.parts()) {
            List<ChargeId> others = part.charges().stream()
                    .filter(id -> !MemoryLedger.isOf(books.charge(id).orElseThrow(), part.account()))
                    .sorted()
                    .toList();
            if (!others.isEmpty()) {
                throw new ChargeOfAnotherStudentException(part.account(), others);
            }
        }
        refuse(Problem.NOT_OUTSTANDING, request, part -> part.charges().stream()
                .anyMatch(id -> !books.charge(id).orElseThrow().isOutstanding()));
    }

    private void refuse(Problem problem, ClassPaymentRequest request, Predicate<Part> isRefused) {
        List<StudentSnapshot> refused = request.parts().stream()
                .filter(isRefused)
                .map(part -> ledger.student(part.account()).orElseThrow())
                .toList();
        if (!refused.isEmpty()) {
            throw new ClassPaymentRefusedException(problem, refused);
        }
    }

    private void requireConfirmed(ClassPaymentRequest request, Map<Part, ClassShare> shares) {
        List<LocalDate> charged = request.charges().stream()
                .map(id -> MemoryBooks.day(books.charge(id).orElseThrow()))
                .toList();
        UnusualDate.of(request.date(), today.get(), charged)
                .ifPresent(unusual -> unusual.requireConfirmed(request.confirmed()));
        if (request.method() != PaymentMethod.CASH && !request.confirmed().contains(Confirmation.NOT_CASH)) {
            request.accounts()
                    .forEach(account -> returns.until(account, request.date()).ifPresent(until -> {
                        throw new CashOnlyException(account, until);
                    }));
        }
        shares.entrySet().stream()
                .flatMap(each -> books
                        .repeated(
                                RepeatedAmount.Kind.RECEIPT,
                                each.getKey().account(),
                                each.getValue().received(),
                                now.get())
                        .stream())
                .max((one, other) -> Long.compare(one.number(), other.number()))
                .ifPresent(repeated -> repeated.requireConfirmed(request.confirmed()));
    }

    /** @return the row of the receipt */
    private long add(ClassPaymentRequest request, Part part, ClassShare share) {
        List<Charge> charges = charges(part);
        StudentSnapshot student = ledger.student(part.account()).orElseThrow();
        long row = ledger.add(JournalRow.of(EntryKind.PAYMENT, share.received().negated())
                .student(student)
                .on(request.date())
                .named(MemoryWords.payment(settings.get().locale()))
                .about(charges.stream().map(charge -> charge.id().toString()).collect(Collectors.joining(",")))
                .receipt(books.nextReceipt())
                .by(request.method(), request.reference())
                .recorded(request.actor().name(), Optional.of(now.get())));
        charges.forEach(charge -> ledger.settle(charge.id().value(), OptionalLong.of(row)));
        audit.done(
                AuditedCommand.of(request.paymentOf(part, share.received())),
                Kind.RECEIPT,
                ledger.row(row).flatMap(JournalEntry::receipt).orElseThrow().value());
        return row;
    }

    private void addRounding(JournalEntry payment, Money rounding) {
        if (!rounding.isZero()) {
            ledger.add(JournalRow.of(EntryKind.ROUNDING, rounding.negated())
                    .student(payment.student().orElseThrow())
                    .on(MemoryBooks.day(payment))
                    .named(MemoryWords.rounding(settings.get().locale()))
                    .reverses(payment.id())
                    .recorded(payment.recordedBy(), payment.recordedAt()));
        }
    }

    private List<Receipt> receipts(Recorded recorded) {
        return recorded.rows().stream()
                .map(row -> books.whole(ledger.row(row).orElseThrow()))
                .toList();
    }

    private ClassPayment payment(Recorded recorded) {
        ClassPaymentRequest request = recorded.request();
        return new ClassPayment(
                recorded.fee(),
                recorded.homeroom(),
                request.date(),
                request.method(),
                request.reference(),
                request.envelope(),
                request.actor().name(),
                receipts(recorded));
    }

    @Override
    public Optional<ClassPayment> find(Actor reader, RequestKey key) {
        reader.require(Role.CASHIER);
        calls.query(ClassPayments.class);
        return calls.answer(key, Recorded.class).map(this::payment);
    }
}
