package org.openadmin.fees.api.billing;

import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;
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
 */
public record AssessmentDraft(Optional<PredefinedFeeId> predefined, Fee fee, LocalDate date, Audience audience) {

    /** @throws InvalidInputException if the date is out of range */
    public AssessmentDraft {
        Objects.requireNonNull(predefined, "predefined");
        Objects.requireNonNull(fee, "fee");
        Dates.require(date);
        Objects.requireNonNull(audience, "audience");
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
