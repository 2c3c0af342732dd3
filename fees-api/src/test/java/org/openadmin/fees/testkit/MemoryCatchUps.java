package org.openadmin.fees.testkit;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.openadmin.fees.api.AccountNumber;
import org.openadmin.fees.api.Actor;
import org.openadmin.fees.api.Money;
import org.openadmin.fees.api.Role;
import org.openadmin.fees.api.StudentNumber;
import org.openadmin.fees.api.billing.Assessment;
import org.openadmin.fees.api.billing.AssessmentDraft;
import org.openadmin.fees.api.billing.AssessmentRequest;
import org.openadmin.fees.api.billing.BatchNumber;
import org.openadmin.fees.api.billing.Fee;
import org.openadmin.fees.api.billing.FeePeriod;
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
import org.openadmin.fees.api.collection.CollectionPeriod;
import org.openadmin.fees.api.journal.EntryKind;
import org.openadmin.fees.api.journal.JournalEntry;
import org.openadmin.fees.api.students.Audience;
import org.openadmin.fees.api.students.GroupKind;
import org.openadmin.fees.api.students.Student;
import org.openadmin.fees.api.students.Students;
import org.openadmin.fees.api.students.UnknownGroupValueException;
import org.openadmin.fees.api.students.UnknownProfileException;
import org.openadmin.fees.spi.AuditedCommand;
import org.openadmin.fees.spi.Settings;

/** Compares the students whom an assessment charged with the members of its group. */
final class MemoryCatchUps implements CatchUps {

    private final MemoryLedger ledger;
    private final MemorySplits splits;
    private final MemoryAssessment assessments;
    private final Students students;
    private final Supplier<Settings> settings;
    private final MemoryClosings closings;
    private final MemoryCalls calls;
    private final MemoryAuditLog audit;
    private final Map<BatchNumber, Set<StudentNumber>> dismissed = new TreeMap<>();

    MemoryCatchUps(
            MemoryLedger ledger,
            MemorySplits splits,
            MemoryAssessment assessments,
            Students students,
            Supplier<Settings> settings,
            MemoryClosings closings,
            MemoryCalls calls,
            MemoryAuditLog audit) {
        this.ledger = ledger;
        this.splits = splits;
        this.assessments = assessments;
        this.students = students;
        this.settings = settings;
        this.closings = closings;
        this.calls = calls;
        this.audit = audit;
    }

    @Override
    public List<GroupChange> changes(Actor reader, LocalDate day) {
        reader.require(Role.VIEW);
        calls.query(CatchUps.class);
        return assessments.requests().entrySet().stream()
                .filter(each -> each.getValue().draft().follows().isEmpty())
                .filter(each -> !isOfNamedStudents(each.getValue()))
                .filter(each -> CollectionPeriod.schoolYear(day)
                        .includes(Optional.of(each.getValue().draft().date())))
                .filter(each -> !posted(each.getKey()).isEmpty())
                .flatMap(each -> change(each.getKey(), each.getValue()).stream())
                .filter(GroupChange::isAny)
                .toList();
    }

    private Optional<GroupChange> change(BatchNumber batch, AssessmentRequest request) {
        try {
            return Optional.of(
                    preview(batch, request, CatchUpTerms.on(request.draft().date()))
                            .change());
        } catch (UnknownGroupValueException | UnknownProfileException gone) {
            return Optional.empty();
        }
    }

    private static boolean isOfNamedStudents(AssessmentRequest request) {
        return request.draft().audience() instanceof Audience.Group group && group.kind() == GroupKind.STUDENT;
    }

    private List<StudentNumber> posted(BatchNumber batch) {
        return assessments.find(Kit.VIEWER, batch).orElseThrow().charged();
    }

    @Override
    public CatchUpPreview preview(Actor reader, BatchNumber batch, CatchUpTerms terms) {
        reader.require(Role.VIEW);
        LocalDate day = terms.date();
        calls.query(CatchUps.class);
        AssessmentRequest request = Optional.ofNullable(assessments.requests().get(batch))
                .orElseThrow(() -> new UnknownBatchException(batch));
        Assessment made = assessments.find(reader, batch).orElseThrow().assessment();
        if (!CollectionPeriod.schoolYear(made.date()).includes(Optional.of(day))) {
            throw new CatchUpNotPossibleException(Problem.OTHER_YEAR, made);
        }
        closings.requireOpen(day);
        if (posted(batch).isEmpty()) {
            throw new CatchUpNotPossibleException(Problem.UNDONE, made);
        }
        return preview(batch, request, terms);
    }

    private CatchUpPreview preview(BatchNumber batch, AssessmentRequest request, CatchUpTerms terms) {
        LocalDate day = terms.date();
        AssessmentDraft first = first(request).draft();
        Optional<FeePeriod> period = assessments.period(first);
        Optional<FeePeriod> charged = period.map(terms::charged);
        Price whole = assessments.price(first.fee(), day);
        Fee fee = charged.map(days -> period.get().share(days).of(first.fee(), whole))
                .orElse(first.fee());
        Assessment made = assessments.find(Kit.VIEWER, batch).orElseThrow().assessment();
        List<Student> members = members(request);
        return new CatchUpPreview(
                made,
                request.draft().audience(),
                day,
                request.draft().predefined(),
                period,
                charged,
                whole,
                fee,
                assessments.price(fee, day),
                made.due().isBefore(day) ? day.plusDays(settings.get().dueDays()) : made.due(),
                isOfNamedStudents(request) ? List.of() : joined(batch, made, request, members, day),
                left(batch, members));
    }

    private AssessmentRequest first(AssessmentRequest request) {
        return request.draft()
                .follows()
                .map(each -> first(assessments.requests().get(each)))
                .orElse(request);
    }

    private List<Student> members(AssessmentRequest request) {
        Audience audience = request.draft().audience();
        return isOfNamedStudents(request)
                ? students
                        .find(((Audience.Group) audience)
                                .values().stream().map(StudentNumber::parse).toList())
                        .values()
                        .stream()
                        .filter(Student::active)
                        .toList()
                : students.in(audience);
    }

    private List<Joined> joined(
            BatchNumber batch, Assessment made, AssessmentRequest request, List<Student> members, LocalDate day) {
        Set<StudentNumber> before = new HashSet<>(dismissed.getOrDefault(batch, Set.of()));
        before.addAll(request.except());
        charges(batch).flatMap(charge -> number(charge).stream()).forEach(before::add);
        return members.stream()
                .filter(student -> dates(student.number(), made.feeName())
                        .noneMatch(
                                date -> CollectionPeriod.schoolYear(made.date()).includes(Optional.of(date))))
                .map(student -> new Joined(
                        student,
                        before.contains(student.number()),
                        dates(student.number(), made.feeName())
                                .filter(date ->
                                        apart(date, day) <= settings.get().repeatDays())
                                .min(Comparator.comparing((LocalDate date) -> apart(date, day))
                                        .thenComparing(Comparator.naturalOrder()))))
                .toList();
    }

    /** When the student was charged the fee, as far as that was not reversed. */
    private Stream<LocalDate> dates(StudentNumber student, String fee) {
        return ledger.rows(student).stream()
                .filter(row -> row.kind() == EntryKind.CHARGE)
                .filter(row -> row.links().origin().isEmpty())
                .filter(row -> row.name().equalsIgnoreCase(fee))
                .filter(splits::isNotReversed)
                .flatMap(row -> row.date().stream());
    }

    private static long apart(LocalDate date, LocalDate day) {
        return Math.abs(ChronoUnit.DAYS.between(date, day));
    }

    /** The charges of the assessment and of those that follow it. */
    private Stream<JournalEntry> charges(BatchNumber batch) {
        Set<BatchNumber> batches = assessments.requests().entrySet().stream()
                .filter(each -> each.getKey().equals(batch)
                        || each.getValue().draft().follows().equals(Optional.of(batch)))
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
        return ledger.rows(EntryKind.CHARGE).stream()
                .filter(row -> row.batch().filter(batches::contains).isPresent());
    }

    private static Optional<StudentNumber> number(JournalEntry row) {
        return row.student().flatMap(student -> student.number().student());
    }

    private List<Left> left(BatchNumber batch, List<Student> members) {
        Set<StudentNumber> there = members.stream().map(Student::number).collect(Collectors.toSet());
        Map<BatchNumber, Map<StudentNumber, List<JournalEntry>>> gone = charges(batch)
                .filter(row -> !there.contains(number(row).orElseThrow()))
                .collect(Collectors.groupingBy(
                        row -> row.batch().orElseThrow(), TreeMap::new, Collectors.groupingBy(row -> number(row)
                                .orElseThrow())));
        return gone.entrySet().stream()
                .flatMap(each -> each.getValue().values().stream().flatMap(rows -> share(each.getKey(), rows).stream()))
                .sorted(Comparator.comparing((Left each) -> each.student().name())
                        .thenComparing(each -> each.student().number().journalNumber())
                        .thenComparing(Left::batch))
                .toList();
    }

    private Optional<Left> share(BatchNumber batch, List<JournalEntry> rows) {
        List<JournalEntry> standing = rows.stream()
                .flatMap(splits::withParts)
                .filter(row -> ledger.correctionOf(row.id(), EntryKind.REVERSAL, EntryKind.WAIVER)
                        .isEmpty())
                .filter(row -> row.settledBy().stream()
                        .mapToObj(ledger::row)
                        .flatMap(Optional::stream)
                        .noneMatch(by -> by.kind().rearranges()))
                .toList();
        if (standing.isEmpty()) {
            return Optional.empty();
        }
        AccountNumber number = rows.get(0).student().orElseThrow().number();
        return Optional.of(new Left(
                rows.get(0).student().orElseThrow(),
                number.student()
                        .flatMap(each ->
                                Optional.ofNullable(students.find(List.of(each)).get(each))),
                batch,
                sum(standing.stream().filter(JournalEntry::isOutstanding)),
                sum(standing.stream().filter(row -> !row.isOutstanding()))));
    }

    private Money sum(Stream<JournalEntry> rows) {
        return rows.map(JournalEntry::total).reduce(Money.zero(settings.get().currency()), Money::plus);
    }

    @Override
    public void dismiss(DismissRequest request) {
        AuditedCommand command = AuditedCommand.of(request);
        audit.attempt(command, () -> {
            request.actor().require(Role.BILL);
            return calls.command(request, request.key(), request.batch(), Boolean.class, () -> {
                if (assessments.find(request.actor(), request.batch()).isEmpty()) {
                    throw new UnknownBatchException(request.batch());
                }
                dismissed
                        .computeIfAbsent(request.batch(), batch -> new HashSet<>())
                        .addAll(request.students());
                audit.done(command);
                return true;
            });
        });
    }
}
