package org.openadmin.fees.api.billing;

import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;
import org.openadmin.fees.api.DateNotAllowedException;
import org.openadmin.fees.api.Dates;
import org.openadmin.fees.api.InvalidInputException;
import org.openadmin.fees.api.students.Audience;

/**
 * A fee, a date and an audience, before any student is left out.
 *
 * @param predefined the predefined fee that the fee was taken from, if any
 * @param fee the fee to charge
 * @param date the date of the charges, 1900-01-01 to 2999-12-31
 * @param audience the students
 * @param due when the charges are due; empty for the choice of the predefined fee, or else the school's usual number of days
 * @param follows the assessment that these charges complete, for students who joined its group later; empty for one of its own
 * @param period the days that the charges are for; empty for those of the predefined fee
 */
public record AssessmentDraft(
        Optional<PredefinedFeeId> predefined,
        Fee fee,
        LocalDate date,
        Audience audience,
        Optional<Due> due,
        Optional<BatchNumber> follows,
        Optional<FeePeriod> period) {

    /**
     * @throws InvalidInputException if the date is out of range
     * @throws DateNotAllowedException if a due date is given that is before the date
     */
    public AssessmentDraft {
        Objects.requireNonNull(predefined, "predefined");
        Objects.requireNonNull(fee, "fee");
        Dates.require(date);
        Objects.requireNonNull(audience, "audience");
        Objects.requireNonNull(follows, "follows");
        Objects.requireNonNull(period, "period");
        for (Due given : due.stream().toList()) {
            given.of(date);
        }
    }

    /** A draft of an assessment of its own. */
    public AssessmentDraft(
            Optional<PredefinedFeeId> predefined, Fee fee, LocalDate date, Audience audience, Optional<Due> due) {
        this(predefined, fee, date, audience, due, Optional.empty(), Optional.empty());
    }

    /** A draft whose charges are due as the predefined fee or the school's usual number of days has it. */
    public AssessmentDraft(Optional<PredefinedFeeId> predefined, Fee fee, LocalDate date, Audience audience) {
        this(predefined, fee, date, audience, Optional.empty());
    }

    /** The days that the charges are for, if any in particular. */
    public Optional<FeePeriod> period(Optional<PredefinedFee> stored) {
        return period.or(() -> stored.flatMap(fee -> fee.terms().period()));
    }

    /**
     * The due date of the charges.
     *
     * @param stored the predefined fee that the draft names, if any
     * @param usualDays the school's usual number of days
     * @throws DateNotAllowedException if the predefined fee is due on a day before the date of the charges
     */
    public LocalDate dueDate(Optional<PredefinedFee> stored, int usualDays) {
        return due.or(() -> stored.flatMap(PredefinedFee::due))
                .orElseGet(() -> new Due.After(usualDays))
                .of(date);
    }

    /** Whether the date is more than a year before or after this one, so that it is probably a typing mistake. */
    public boolean isFarFrom(LocalDate today) {
        return isFar(date, today);
    }

    /** Whether the dates are more than a year apart. */
    public static boolean isFar(LocalDate date, LocalDate today) {
        return date.isBefore(today.minusYears(1)) || date.isAfter(today.plusYears(1));
    }
}
