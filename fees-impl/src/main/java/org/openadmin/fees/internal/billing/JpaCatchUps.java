package org.openadmin.fees.internal.billing;

import java.time.Clock;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.persistence.EntityManager;
import org.openadmin.fees.api.Actor;
import org.openadmin.fees.api.RequestKeyReusedException;
import org.openadmin.fees.api.Role;
import org.openadmin.fees.api.StudentNumber;
import org.openadmin.fees.api.billing.Assessment;
import org.openadmin.fees.api.billing.BatchNumber;
import org.openadmin.fees.api.billing.Fee;
import org.openadmin.fees.api.billing.FeePeriod;
import org.openadmin.fees.api.billing.PredefinedFee;
import org.openadmin.fees.api.billing.PredefinedFeeId;
import org.openadmin.fees.api.billing.Price;
import org.openadmin.fees.api.billing.UnknownBatchException;
import org.openadmin.fees.api.catchup.CatchUpNotPossibleException;
import org.openadmin.fees.api.catchup.CatchUpNotPossibleException.Problem;
import org.openadmin.fees.api.catchup.CatchUpPreview;
import org.openadmin.fees.api.catchup.CatchUpPreview.Joined;
import org.openadmin.fees.api.catchup.CatchUpPreview.Left;
import org.openadmin.fees.api.catchup.CatchUpTerms;
import org.openadmin.fees.api.catchup.CatchUps;
import org.openadmin.fees.api.catchup.DismissRequest;
import org.openadmin.fees.api.catchup.GroupChange;
import org.openadmin.fees.api.students.Audience;
import org.openadmin.fees.api.students.GroupKind;
import org.openadmin.fees.api.students.Student;
import org.openadmin.fees.api.students.UnknownGroupValueException;
import org.openadmin.fees.api.students.UnknownProfileException;
import org.openadmin.fees.internal.billing.CatchUpQueries.Share;
import org.openadmin.fees.internal.ledger.ChargedFeeQueries;
import org.openadmin.fees.internal.ledger.ClosedPeriod;
import org.openadmin.fees.internal.ledger.DatePeriod;
import org.openadmin.fees.internal.ledger.Pricing;
import org.openadmin.fees.internal.persistence.AuditTrail;
import org.openadmin.fees.internal.persistence.Counter;
import org.openadmin.fees.internal.persistence.Transactions;
import org.openadmin.fees.internal.students.Audiences;
import org.openadmin.fees.internal.students.HostStudents;
import org.openadmin.fees.spi.AuditedCommand;
import org.openadmin.fees.spi.FeesSettings;
import org.openadmin.fees.spi.SchoolClockReference;
import org.openadmin.fees.spi.Settings;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Compares the students whom an assessment charged with the members of its group today. */
@Component
public final class JpaCatchUps implements CatchUps {

    private final Transactions transactions;
    private final AuditTrail audit;
    private final FeesSettings settings;
    private final Clock clock;

    @Activate
    public JpaCatchUps(
            @Reference Transactions transactions,
            @Reference FeesSettings settings,
            @Reference(target = SchoolClockReference.TARGET) Clock clock) {
        this.transactions = transactions;
        this.settings = settings;
        this.clock = clock;
        audit = new AuditTrail(transactions, clock);
    }

    @Override
    public List<GroupChange> changes(Actor reader, LocalDate day) {
        reader.require(Role.VIEW);
        Settings current = settings.current();
        return transactions.read(em -> new CatchUpQueries(em, current.currency())
                .groups(DatePeriod.schoolYear(day)).stream()
                        .flatMap(batch -> change(em, batch, current).stream())
                        .filter(GroupChange::isAny)
                        .toList());
    }

    /** Empty if the assessment was undone, or its group is not known any more. */
    private static Optional<GroupChange> change(EntityManager em, BatchRow batch, Settings current) {
        Comparison comparison = new Comparison(em, batch, batch.date, current);
        try {
            return comparison.isUndone() ? Optional.empty() : Optional.of(comparison.change());
        } catch (UnknownGroupValueException | UnknownProfileException gone) {
            return Optional.empty();
        }
    }

    @Override
    public CatchUpPreview preview(Actor reader, BatchNumber batch, CatchUpTerms terms) {
        reader.require(Role.VIEW);
        LocalDate day = terms.date();
        Settings current = settings.current();
        return transactions.read(em -> {
            BatchRow row = row(em, batch);
            Assessment assessment = row.toRecord(current.currency());
            if (!DatePeriod.schoolYear(row.date).contains(day)) {
                throw new CatchUpNotPossibleException(Problem.OTHER_YEAR, assessment);
            }
            new ClosedPeriod(em).requireOpen(day, LocalDate.now(clock));
            Comparison comparison = new Comparison(em, row, day, current);
            if (comparison.isUndone()) {
                throw new CatchUpNotPossibleException(Problem.UNDONE, assessment);
            }
            Fee whole = fee(em, row, current);
            Pricing pricing = new Pricing(current.taxesOn(day));
            Price price = pricing.price(whole);
            Optional<FeePeriod> period = first(em, row).period();
            Optional<FeePeriod> charged = period.map(terms::charged);
            Fee fee = charged.map(days -> period.get().share(days).of(whole, price))
                    .orElse(whole);
            return new CatchUpPreview(
                    assessment,
                    row.audience(),
                    day,
                    Optional.ofNullable(row.predefined).map(PredefinedFeeId::new),
                    period,
                    charged,
                    price,
                    fee,
                    pricing.price(fee),
                    assessment.due().isBefore(day) ? day.plusDays(current.dueDays()) : assessment.due(),
                    comparison.joined(),
                    comparison.left());
        });
    }

    private static Fee fee(EntityManager em, BatchRow row, Settings current) {
        return Optional.ofNullable(row.predefined)
                .flatMap(id -> new CatalogueStore(em, current).find(new PredefinedFeeId(id)))
                .map(PredefinedFee::fee)
                .or(() -> new CatchUpQueries(em, current.currency()).fee(new BatchNumber(row.id)))
                .orElseThrow(() -> new IllegalStateException("Assessment " + row.id + " has no charges"));
    }

    /** The assessment that this one completes, and that one in its turn: its charges are for the whole period. */
    private static BatchRow first(EntityManager em, BatchRow row) {
        BatchRow first = row;
        while (first.follows != null) {
            first = em.find(BatchRow.class, first.follows);
        }
        return first;
    }

    private static BatchRow row(EntityManager em, BatchNumber batch) {
        return batch.value() < 1 || batch.value() > Integer.MAX_VALUE
                ? unknown(batch)
                : Optional.ofNullable(em.find(BatchRow.class, (int) batch.value()))
                        .orElseGet(() -> unknown(batch));
    }

    private static BatchRow unknown(BatchNumber batch) {
        throw new UnknownBatchException(batch);
    }

    @Override
    public void dismiss(DismissRequest request) {
        AuditedCommand command = AuditedCommand.of(request);
        audit.attempt(command, () -> dismiss(request, command));
    }

    private boolean dismiss(DismissRequest request, AuditedCommand command) {
        request.actor().require(Role.BILL);
        return audit.once(
                command,
                Counter.BATCH::lock,
                em -> answered(em, request),
                em -> {
                    row(em, request.batch());
                    new DismissedStore(em)
                            .add(
                                    request.batch(),
                                    request.students(),
                                    request.reason(),
                                    Optional.of(request.key()),
                                    request.actor(),
                                    clock.instant().truncatedTo(ChronoUnit.MILLIS));
                    return true;
                },
                done -> Optional.empty());
    }

    private static Optional<Boolean> answered(EntityManager em, DismissRequest request) {
        Optional<Boolean> before = new DismissedStore(em).isOf(request.key(), request.batch());
        if (before.equals(Optional.of(false))) {
            throw new RequestKeyReusedException(request.key());
        }
        return before;
    }

    /** The charges of one assessment beside the members of its group. */
    private static final class Comparison {

        private final EntityManager em;
        private final BatchRow batch;
        private final LocalDate day;
        private final Settings current;
        private final List<Share> shares;

        /** @param day the date of the charges of those who have joined */
        Comparison(EntityManager em, BatchRow batch, LocalDate day, Settings current) {
            this.em = em;
            this.batch = batch;
            this.day = day;
            this.current = current;
            shares = new CatchUpQueries(em, current.currency()).shares(number());
        }

        private BatchNumber number() {
            return new BatchNumber(batch.id);
        }

        boolean isUndone() {
            return new AssessmentStore(em, current.currency())
                    .find(number()).stream().allMatch(posted -> posted.charged().isEmpty());
        }

        GroupChange change() {
            List<Student> members = members();
            return new GroupChange(
                    batch.toRecord(current.currency()),
                    batch.audience(),
                    (int) joined(members).stream()
                            .filter(each -> !each.leftOut())
                            .count(),
                    (int) gone(members)
                            .map(share -> share.student().number())
                            .distinct()
                            .count());
        }

        List<Joined> joined() {
            return joined(members());
        }

        private List<Joined> joined(List<Student> members) {
            if (batch.isOfNamedStudents()) {
                return List.of();
            }
            ChargedFeeQueries charges = new ChargedFeeQueries(em);
            Set<StudentNumber> charged = charges.charged(batch.name, batch.date, DatePeriod.schoolYear(batch.date))
                    .keySet();
            Map<StudentNumber, LocalDate> near =
                    charges.charged(batch.name, day, DatePeriod.around(day, current.repeatDays()));
            Set<StudentNumber> before = Stream.concat(
                            new DismissedStore(em).of(number()).stream(),
                            new CatchUpQueries(em, current.currency()).everCharged(number()).stream())
                    .collect(Collectors.toSet());
            return members.stream()
                    .filter(student -> !charged.contains(student.number()))
                    .map(student -> new Joined(
                            student,
                            before.contains(student.number()),
                            Optional.ofNullable(near.get(student.number()))))
                    .toList();
        }

        List<Left> left() {
            List<Share> gone = gone(members()).toList();
            Map<StudentNumber, Student> now = new HostStudents(em)
                    .find(gone.stream().map(share -> share.student().number()).toList());
            return gone.stream()
                    .map(share -> new Left(
                            share.student(),
                            share.student().number().student().map(now::get),
                            share.batch(),
                            share.outstanding(),
                            share.settled()))
                    .toList();
        }

        private Stream<Share> gone(List<Student> members) {
            Set<StudentNumber> there = members.stream().map(Student::number).collect(Collectors.toSet());
            return shares.stream().filter(share -> share.student()
                    .number()
                    .student()
                    .filter(Predicate.not(there::contains))
                    .isPresent());
        }

        /** The members of the group; of students who were named one by one, those who are still enrolled. */
        private List<Student> members() {
            Audience.Group group = Audiences.group(batch.audience(), current);
            return group.kind() == GroupKind.STUDENT
                    ? new HostStudents(em)
                                    .find(group.values().stream()
                                            .map(StudentNumber::parse)
                                            .toList())
                                    .values()
                                    .stream()
                                    .filter(Student::active)
                                    .toList()
                    : new HostStudents(em).in(group);
        }
    }
}
