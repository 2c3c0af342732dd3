package org.openadmin.fees.api.catchup;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.openadmin.fees.api.Actor;
import org.openadmin.fees.api.Confirmation;
import org.openadmin.fees.api.Money;
import org.openadmin.fees.api.RequestKey;
import org.openadmin.fees.api.StudentNumber;
import org.openadmin.fees.api.StudentSnapshot;
import org.openadmin.fees.api.billing.Assessment;
import org.openadmin.fees.api.billing.AssessmentDraft;
import org.openadmin.fees.api.billing.AssessmentRequest;
import org.openadmin.fees.api.billing.BatchNumber;
import org.openadmin.fees.api.billing.DayShare;
import org.openadmin.fees.api.billing.Due;
import org.openadmin.fees.api.billing.Fee;
import org.openadmin.fees.api.billing.FeePeriod;
import org.openadmin.fees.api.billing.PredefinedFeeId;
import org.openadmin.fees.api.billing.Price;
import org.openadmin.fees.api.corrections.CorrectionRequest;
import org.openadmin.fees.api.students.Audience;
import org.openadmin.fees.api.students.GroupKind;
import org.openadmin.fees.api.students.Student;

/**
 * Who has joined and who has left the group of an assessment since, and what can be done about it.
 *
 * @param assessment the assessment
 * @param audience the group that it charged
 * @param date the date of the charges and corrections
 * @param predefined the predefined fee that was charged, if any
 * @param period the days that the fee is for, as they were when the assessment was made; empty if it is for none in particular
 * @param charged those of them that a student who has joined is charged for
 * @param whole the price of all of them
 * @param fee what a student who has joined is charged
 * @param each the price of one such charge
 * @param due its due date: that of the assessment if it has not passed, or else after the school's usual number of days
 * @param joined the students who have joined, by last name, first name and number
 * @param left the students who have left, by name and number
 */
public record CatchUpPreview(
        Assessment assessment,
        Audience audience,
        LocalDate date,
        Optional<PredefinedFeeId> predefined,
        Optional<FeePeriod> period,
        Optional<FeePeriod> charged,
        Price whole,
        Fee fee,
        Price each,
        LocalDate due,
        List<Joined> joined,
        List<Left> left) {

    /**
     * A student who is in the group and has not been charged the fee in the school year of the assessment.
     *
     * @param leftOut whether the student was left out on purpose, when the fee was assessed or later, or had a charge that was reversed
     * @param chargedBefore the date of the student's charge of the fee in another school year, if it is so near that an assessment would
     *     leave the student out: by default, at most 28 days
     */
    public record Joined(Student student, boolean leftOut, Optional<LocalDate> chargedBefore) {}

    /**
     * A student who was charged and is no longer in the group.
     *
     * @param student as recorded with the charge
     * @param now the host's record of the student today; empty if there is none
     * @param batch the assessment that charged the student: the one that the preview is about, or one that follows it
     * @param outstanding what of it is outstanding, zero or more
     * @param settled what of it is paid, zero or more; it becomes credit if the charge is reversed
     */
    public record Left(
            StudentSnapshot student, Optional<Student> now, BatchNumber batch, Money outstanding, Money settled) {}

    public CatchUpPreview {
        joined = List.copyOf(joined);
        left = List.copyOf(left);
    }

    /** How much of the period is charged; empty if all of it is, or if there is none. */
    public Optional<DayShare> share() {
        return period.flatMap(all -> charged.map(all::share)).filter(days -> !days.isWhole());
    }

    /** How many have joined and how many have left; those who were left out do not count. */
    public GroupChange change() {
        return new GroupChange(
                assessment,
                audience,
                (int) joined.stream().filter(each -> !each.leftOut()).count(),
                (int) left.stream()
                        .map(each -> each.student().number())
                        .distinct()
                        .count());
    }

    /** The request that charges these students, who have joined. There must be at least one. */
    public AssessmentRequest charge(RequestKey key, Actor actor, Set<StudentNumber> students) {
        Audience named = new Audience.Group(
                GroupKind.STUDENT,
                students.stream().sorted().map(StudentNumber::toString).toList());
        AssessmentDraft draft = new AssessmentDraft(
                predefined, fee, date, named, Optional.of(new Due.On(due)), Optional.of(assessment.batch()), charged);
        Set<StudentNumber> again = joined.stream()
                .filter(each -> each.chargedBefore().isPresent())
                .map(each -> each.student().number())
                .filter(students::contains)
                .collect(Collectors.toSet());
        return new AssessmentRequest(key, actor, draft, Set.of(), again, OptionalInt.of(students.size()));
    }

    /**
     * The requests that reverse the charges of these students, who have left: one for the assessment, and one for each that follows it
     * and charged any of them. Their keys are {@linkplain RequestKey#derived derived} from this one.
     */
    public List<CorrectionRequest.Undo> cancel(
            RequestKey key, Actor actor, Set<StudentNumber> students, String reason, Set<Confirmation> confirmed) {
        Map<BatchNumber, Set<StudentNumber>> batches = left.stream()
                .filter(each -> each.student().number() instanceof StudentNumber number && students.contains(number))
                .collect(Collectors.groupingBy(
                        Left::batch,
                        TreeMap::new,
                        Collectors.mapping(
                                each -> (StudentNumber) each.student().number(), Collectors.toSet())));
        return batches.entrySet().stream()
                .map(batch -> new CorrectionRequest.Undo(
                        key.derived("batch " + batch.getKey()),
                        actor,
                        batch.getKey(),
                        batch.getValue(),
                        date,
                        reason,
                        confirmed))
                .toList();
    }
}
