package org.openadmin.fees.internal.billing;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import javax.persistence.EntityManager;
import org.openadmin.fees.api.AccountNumber;
import org.openadmin.fees.api.Actor;
import org.openadmin.fees.api.Money;
import org.openadmin.fees.api.RequestKey;
import org.openadmin.fees.api.Role;
import org.openadmin.fees.api.StudentNumber;
import org.openadmin.fees.api.StudentSnapshot;
import org.openadmin.fees.api.audit.AuditSubject;
import org.openadmin.fees.api.audit.AuditSubject.Kind;
import org.openadmin.fees.api.billing.Assessment;
import org.openadmin.fees.api.billing.AssessmentChangedException;
import org.openadmin.fees.api.billing.AssessmentDraft;
import org.openadmin.fees.api.billing.AssessmentPreview;
import org.openadmin.fees.api.billing.AssessmentPreview.Candidate;
import org.openadmin.fees.api.billing.AssessmentRequest;
import org.openadmin.fees.api.billing.BatchNumber;
import org.openadmin.fees.api.billing.Fee;
import org.openadmin.fees.api.billing.FeeAssessment;
import org.openadmin.fees.api.billing.NobodyToChargeException;
import org.openadmin.fees.api.billing.PostedAssessment;
import org.openadmin.fees.api.billing.PredefinedFee;
import org.openadmin.fees.api.billing.Price;
import org.openadmin.fees.api.billing.SplitPart;
import org.openadmin.fees.api.billing.UnknownPredefinedFeeException;
import org.openadmin.fees.api.billing.YearLimit;
import org.openadmin.fees.api.students.Student;
import org.openadmin.fees.internal.ledger.ChargedFeeQueries;
import org.openadmin.fees.internal.ledger.ClosedPeriod;
import org.openadmin.fees.internal.ledger.DatePeriod;
import org.openadmin.fees.internal.ledger.Pricing;
import org.openadmin.fees.internal.ledger.YearLimitQueries;
import org.openadmin.fees.internal.persistence.AuditTrail;
import org.openadmin.fees.internal.persistence.Transactions;
import org.openadmin.fees.internal.students.Audiences;
import org.openadmin.fees.internal.students.HostStudents;
import org.openadmin.fees.spi.AuditedCommand;
import org.openadmin.fees.spi.FeesSettings;
import org.openadmin.fees.spi.PriceParts;
import org.openadmin.fees.spi.SchoolClockReference;
import org.openadmin.fees.spi.Settings;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Charges one fee to any number of students in one transaction with a few statements. */
@Component
public final class JpaFeeAssessment implements FeeAssessment {

    private final Transactions transactions;
    private final AuditTrail audit;
    private final FeesSettings settings;
    private final Clock clock;

    @Activate
    public JpaFeeAssessment(
            @Reference Transactions transactions,
            @Reference FeesSettings settings,
            @Reference(target = SchoolClockReference.TARGET) Clock clock) {
        this.transactions = transactions;
        this.settings = settings;
        this.clock = clock;
        audit = new AuditTrail(transactions, clock);
    }

    @Override
    public Price price(Fee fee, LocalDate date) {
        return new Pricing(settings.current().taxesOn(date)).price(fee);
    }

    @Override
    public AssessmentPreview preview(Actor reader, AssessmentDraft draft) {
        reader.require(Role.VIEW);
        Settings current = settings.current();
        return transactions.read(em -> {
            new ClosedPeriod(em).requireOpen(draft.date(), LocalDate.now(clock));
            Optional<PredefinedFee> stored = stored(em, draft, current);
            LocalDate due = draft.dueDate(stored, current.dueDays());
            Price each = new Pricing(current.taxesOn(draft.date())).price(draft.fee());
            DatePeriod recent = DatePeriod.around(draft.date(), current.repeatDays());
            List<Student> students = new HostStudents(em).in(Audiences.group(draft.audience(), current));
            Map<StudentNumber, LocalDate> charged = new ChargedBeforeQueries(
                            em, new ChargedFeeQueries(em), draft.fee().name(), draft.date())
                    .of(students.stream().map(Student::number).toList());
            Limited limited = Limited.of(em, draft, each, current);
            List<Candidate> candidates = students.stream()
                    .map(student ->
                            candidate(student, Optional.ofNullable(charged.get(student.number())), recent, limited))
                    .toList();
            return new AssessmentPreview(each, due, candidates, parts(stored, each, due));
        });
    }

    /** The parts in which the fee is charged; empty if it is one charge. */
    private static List<SplitPart> parts(Optional<PredefinedFee> stored, Price each, LocalDate due) {
        return stored.flatMap(PredefinedFee::parts)
                .map(instalments -> PriceParts.of(each, instalments, due))
                .orElse(List.of());
    }

    private static Candidate candidate(
            Student student, Optional<LocalDate> charged, DatePeriod recent, Limited limited) {
        return new Candidate(
                student, charged, charged.filter(recent::contains).isPresent(), limited.exceededBy(student.number()));
    }

    /** The predefined fee that the draft names. */
    private static Optional<PredefinedFee> stored(EntityManager em, AssessmentDraft draft, Settings current) {
        return draft.predefined().map(id -> new CatalogueStore(em, current)
                .find(id)
                .orElseThrow(() -> new UnknownPredefinedFeeException(id)));
    }

    @Override
    public Optional<PostedAssessment> find(Actor reader, BatchNumber batch) {
        reader.require(Role.VIEW);
        Settings current = settings.current();
        return transactions.read(em -> new AssessmentStore(em, current.currency()).find(batch));
    }

    @Override
    public Optional<PostedAssessment> find(Actor reader, RequestKey key) {
        reader.require(Role.VIEW);
        Settings current = settings.current();
        return transactions.read(em -> new AssessmentStore(em, current.currency()).find(key));
    }

    @Override
    public Assessment post(AssessmentRequest request) {
        AuditedCommand command = AuditedCommand.of(request);
        return audit.attempt(command, () -> post(request, command));
    }

    private Assessment post(AssessmentRequest request, AuditedCommand command) {
        request.actor().require(Role.BILL);
        Settings current = settings.current();
        return audit.once(
                command,
                em -> new AssessmentStore(em, current.currency()).lock(),
                em -> new AssessmentStore(em, current.currency()).find(request.key(), request.draft()),
                em -> post(em, request, current),
                assessment -> Optional.of(
                        new AuditSubject(Kind.ASSESSMENT, assessment.batch().value())));
    }

    private Assessment post(EntityManager em, AssessmentRequest request, Settings current) {
        AssessmentStore assessments = new AssessmentStore(em, current.currency());
        BatchNumber batch = assessments.next();
        AssessmentDraft draft = request.draft();
        ClosedPeriod closed = new ClosedPeriod(em);
        closed.requireOpen(draft.date(), LocalDate.now(clock));
        Optional<PredefinedFee> stored = stored(em, draft, current);
        LocalDate due = draft.dueDate(stored, current.dueDays());
        Pricing pricing = new Pricing(current.taxesOn(draft.date()));
        Price each = pricing.price(draft.fee());
        Set<StudentNumber> charged = new ChargedFeeQueries(em)
                .charged(draft.fee().name(), draft.date(), DatePeriod.around(draft.date(), current.repeatDays()))
                .keySet();
        List<StudentSnapshot> group = new HostStudents(em).snapshots(Audiences.group(draft.audience(), current));
        List<StudentSnapshot> wanted = group.stream()
                .filter(student -> isWanted(student.number(), charged, request))
                .toList();
        Limited limited = Limited.of(em, draft, each, current);
        List<StudentSnapshot> students = wanted.stream()
                .filter(student ->
                        student.number().student().flatMap(limited::exceededBy).isEmpty())
                .toList();
        int overLimit = wanted.size() - students.size();
        // a student who already has the fee counts as such, even when the user excluded the student too
        int alreadyCharged = count(group, charged) - count(wanted, charged);
        if (students.isEmpty()) {
            throw new NobodyToChargeException(alreadyCharged, overLimit);
        }
        int expected = request.expected().orElse(students.size());
        if (expected != students.size()) {
            throw new AssessmentChangedException(expected, students.size());
        }
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        List<SplitPart> parts = parts(stored, each, due);
        assessments.charge(batch, request, pricing, due, parts, students, now);
        Assessment assessment = assessments.record(
                batch,
                request,
                each,
                due,
                parts.size(),
                students.size(),
                alreadyCharged,
                overLimit,
                draft.period(stored),
                now);
        dismiss(em, batch, request, group, now);
        closed.requireStillOpen(draft.date());
        return assessment;
    }

    /**
     * Which students would exceed the limit of the fee.
     *
     * @param limit the limit; empty if there is none
     * @param charged what students were charged in the school year; nothing if missing
     * @param price what each would be charged
     */
    private record Limited(Optional<Money> limit, Map<StudentNumber, Money> charged, Money price) {

        static Limited of(EntityManager em, AssessmentDraft draft, Price each, Settings current) {
            YearLimitQueries limits = new YearLimitQueries(em, current.currency());
            Optional<Money> limit = limits.limit(draft.fee().name());
            return new Limited(
                    limit,
                    limit.isPresent() ? limits.charged(draft.fee().name(), draft.date()) : Map.of(),
                    each.total());
        }

        Optional<YearLimit> exceededBy(StudentNumber student) {
            return limit.map(most -> new YearLimit(most, charged.getOrDefault(student, Money.zero(price.currency()))))
                    .filter(now -> !now.allows(price));
        }
    }

    /** Who was left out on purpose is in the group and has not joined it later. */
    private static void dismiss(
            EntityManager em, BatchNumber batch, AssessmentRequest request, List<StudentSnapshot> group, Instant now) {
        Set<StudentNumber> left = group.stream()
                .flatMap(student -> student.number().student().stream())
                .filter(request.except()::contains)
                .collect(Collectors.toSet());
        if (!left.isEmpty()) {
            new DismissedStore(em).add(batch, left, "", Optional.empty(), request.actor(), now);
        }
    }

    private static boolean isWanted(AccountNumber student, Set<StudentNumber> charged, AssessmentRequest request) {
        return !request.except().contains(student)
                && (!charged.contains(student) || request.again().contains(student));
    }

    private static int count(List<StudentSnapshot> students, Set<StudentNumber> charged) {
        return (int) students.stream()
                .filter(student -> charged.contains(student.number()))
                .count();
    }
}
