package org.openadmin.fees.testkit;

import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.openadmin.fees.api.Actor;
import org.openadmin.fees.api.Money;
import org.openadmin.fees.api.RequestKey;
import org.openadmin.fees.api.Role;
import org.openadmin.fees.api.StudentNumber;
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
import org.openadmin.fees.api.billing.FeePeriod;
import org.openadmin.fees.api.billing.NobodyToChargeException;
import org.openadmin.fees.api.billing.PostedAssessment;
import org.openadmin.fees.api.billing.PredefinedFee;
import org.openadmin.fees.api.billing.Price;
import org.openadmin.fees.api.billing.Tax;
import org.openadmin.fees.api.billing.UnknownPredefinedFeeException;
import org.openadmin.fees.api.journal.EntryKind;
import org.openadmin.fees.api.students.Student;
import org.openadmin.fees.api.students.Students;
import org.openadmin.fees.spi.AuditedCommand;
import org.openadmin.fees.spi.PriceParts;
import org.openadmin.fees.spi.Settings;

/** Charges one fee to many students, or to none of them. */
final class MemoryAssessment implements FeeAssessment {

    private final Map<BatchNumber, Assessment> batches = new TreeMap<>();
    private final Map<BatchNumber, AssessmentRequest> requests = new TreeMap<>();
    private final MemoryLedger ledger;
    private final MemorySplits splits;
    private final Students students;
    private final MemoryCatalogue catalogue;
    private final Supplier<Settings> settings;
    private final Supplier<Instant> now;
    private final MemoryYearLimits limits;
    private final MemoryClosings closings;
    private final MemoryCalls calls;
    private final MemoryAuditLog audit;

    MemoryAssessment(
            MemoryLedger ledger,
            MemorySplits splits,
            Students students,
            MemoryCatalogue catalogue,
            Supplier<Settings> settings,
            Supplier<Instant> now,
            MemoryYearLimits limits,
            MemoryClosings closings,
            MemoryCalls calls,
            MemoryAuditLog audit) {
        this.ledger = ledger;
        this.splits = splits;
        this.students = students;
        this.catalogue = catalogue;
        this.settings = settings;
        this.now = now;
        this.limits = limits;
        this.closings = closings;
        this.calls = calls;
        this.audit = audit;
    }

    @Override
    public Price price(Fee fee, LocalDate date) {
        return new MemoryPricing(settings.get().taxesOn(date)).price(fee);
    }

    @Override
    public AssessmentPreview preview(Actor reader, AssessmentDraft draft) {
        reader.require(Role.VIEW);
        calls.query(FeeAssessment.class);
        return preview(draft);
    }

    private AssessmentPreview preview(AssessmentDraft draft) {
        closings.requireOpen(draft.date());
        Price each = price(draft.fee(), draft.date());
        Optional<PredefinedFee> stored = draft.predefined()
                .map(id -> catalogue.find(id).orElseThrow(() -> new UnknownPredefinedFeeException(id)));
        LocalDate due = draft.dueDate(stored, settings.get().dueDays());
        List<Candidate> candidates = students.in(draft.audience()).stream()
                .map(student -> candidate(student, draft, each.total()))
                .toList();
        return new AssessmentPreview(
                each,
                due,
                candidates,
                stored.flatMap(PredefinedFee::parts)
                        .map(parts -> PriceParts.of(each, parts, due))
                        .orElse(List.of()));
    }

    private Candidate candidate(Student student, AssessmentDraft draft, Money price) {
        Optional<LocalDate> charged = charged(student, draft.fee(), draft.date());
        return new Candidate(
                student,
                charged,
                charged.filter(date -> isLately(date, draft.date())).isPresent(),
                limits.of(student.number(), draft.fee().name(), draft.date()).filter(limit -> !limit.allows(price)));
    }

    /** When the student was charged a fee of this name, if it was at nearly this date. */
    Optional<LocalDate> chargedLately(Student student, Fee fee, LocalDate date) {
        return charged(student, fee, date).filter(day -> isLately(day, date));
    }

    private Optional<LocalDate> charged(Student student, Fee fee, LocalDate date) {
        return ledger.rows(student.number()).stream()
                .filter(row -> row.kind() == EntryKind.CHARGE)
                .filter(row -> row.name().equalsIgnoreCase(fee.name()))
                .filter(row -> row.links().origin().isEmpty())
                .filter(splits::isNotReversed)
                .flatMap(row -> row.date().stream())
                .min(Comparator.comparing((LocalDate day) -> apart(day, date))
                        .thenComparing(Comparator.naturalOrder()));
    }

    private boolean isLately(LocalDate charged, LocalDate date) {
        return apart(charged, date) <= settings.get().repeatDays();
    }

    private static long apart(LocalDate one, LocalDate other) {
        return Math.abs(ChronoUnit.DAYS.between(one, other));
    }

    @Override
    public Optional<PostedAssessment> find(Actor reader, BatchNumber batch) {
        reader.require(Role.VIEW);
        calls.query(FeeAssessment.class);
        return Optional.ofNullable(batches.get(batch)).map(made -> new PostedAssessment(made, charged(batch)));
    }

    @Override
    public Optional<PostedAssessment> find(Actor reader, RequestKey key) {
        reader.require(Role.VIEW);
        calls.query(FeeAssessment.class);
        return calls.answer(key, Assessment.class).map(made -> new PostedAssessment(made, charged(made.batch())));
    }

    private List<StudentNumber> charged(BatchNumber batch) {
        return ledger.rows(EntryKind.CHARGE).stream()
                .filter(row -> row.batch().equals(Optional.of(batch)))
                .filter(splits::isNotReversed)
                .flatMap(row -> row.student().stream())
                .flatMap(student -> student.number().student().stream())
                .distinct()
                .sorted()
                .toList();
    }

    @Override
    public Assessment post(AssessmentRequest request) {
        AuditedCommand command = AuditedCommand.of(request);
        AssessmentDraft draft = request.draft();
        Object meaning = List.of(
                draft.fee().name(),
                draft.date(),
                draft.audience(),
                draft.due().map(due -> due.of(draft.date())),
                draft.follows(),
                draft.period());
        return audit.attempt(command, () -> {
            request.actor().require(Role.BILL);
            return calls.command(request, request.key(), meaning, Assessment.class, () -> {
                Assessment done = charge(request);
                audit.done(command, Kind.ASSESSMENT, done.batch().value());
                return done;
            });
        });
    }

    private Assessment charge(AssessmentRequest request) {
        AssessmentPreview preview = preview(request.draft());
        List<Candidate> wanted = preview.candidates().stream()
                .filter(each -> !request.except().contains(each.student().number()))
                .filter(each -> !each.alreadyCharged()
                        || request.again().contains(each.student().number()))
                .toList();
        List<Candidate> chosen =
                wanted.stream().filter(each -> each.overLimit().isEmpty()).toList();
        int overLimit = wanted.size() - chosen.size();
        int skipped = preview.alreadyCharged()
                - (int) wanted.stream().filter(Candidate::alreadyCharged).count();
        if (chosen.isEmpty()) {
            throw new NobodyToChargeException(skipped, overLimit);
        }
        int expected = request.expected().orElse(chosen.size());
        if (expected != chosen.size()) {
            throw new AssessmentChangedException(expected, chosen.size());
        }
        BatchNumber batch = new BatchNumber(batches.size() + 1L);
        Instant recorded = now.get();
        chosen.stream()
                .flatMap(each -> rows(request, preview, each.student()))
                .forEach(row ->
                        ledger.add(row.batch(batch).recorded(request.actor().name(), Optional.of(recorded))));
        Assessment assessment = new Assessment(
                batch,
                request.draft().fee().name(),
                request.draft().date(),
                preview.due(),
                chosen.size(),
                preview.each().total().times(chosen.size()),
                skipped,
                overLimit,
                recorded,
                request.actor().name());
        batches.put(batch, assessment);
        requests.put(batch, request);
        request.draft().predefined().ifPresent(id -> catalogue.charged(id, chosen.size()));
        return assessment;
    }

    private static Stream<JournalRow> rows(AssessmentRequest request, AssessmentPreview preview, Student student) {
        Price price = preview.each();
        return preview.parts().isEmpty()
                ? Stream.of(row(request, student, price.total(), price.subtotal(), price.taxes())
                        .due(preview.due()))
                : preview.parts().stream()
                        .map(part -> row(request, student, part.total(), part.subtotal(), part.taxes())
                                .due(part.due())
                                .part(
                                        part.part().orElseThrow().number(),
                                        part.part().orElseThrow().count()));
    }

    private static JournalRow row(
            AssessmentRequest request, Student student, Money total, Money subtotal, List<Tax> taxes) {
        Fee fee = request.draft().fee();
        JournalRow row = JournalRow.of(EntryKind.CHARGE, total)
                .student(student.snapshot())
                .on(request.draft().date())
                .named(fee.name())
                .about(fee.description())
                .subtotal(subtotal);
        taxes.forEach(row::tax);
        return row;
    }

    /** The days that its charges are for. */
    Optional<FeePeriod> period(AssessmentDraft draft) {
        return draft.period(draft.predefined().flatMap(catalogue::find));
    }

    /** The date of an assessment. */
    Optional<LocalDate> date(BatchNumber batch) {
        return Optional.ofNullable(batches.get(batch)).map(Assessment::date);
    }

    /** The assessments with their requests, newest first. */
    Map<BatchNumber, AssessmentRequest> requests() {
        return new TreeMap<>(requests).descendingMap();
    }
}
