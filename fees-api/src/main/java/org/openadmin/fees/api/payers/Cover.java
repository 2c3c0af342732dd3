package org.openadmin.fees.api.payers;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;

/**
 * An agreement that a payer pays for a student. It never changes; it can be ended once.
 *
 * @param recordedBy the user who added it
 * @param ended when and why it was ended; empty if it was not
 */
public record Cover(CoverNumber number, CoverTerms terms, String recordedBy, Optional<End> ended) {

    /**
     * The end of a cover.
     *
     * @param lastDay the last date of the charges that the cover reaches; before its first day, it reaches none
     * @param reason may be empty
     */
    public record End(LocalDate lastDay, String reason, String recordedBy) {

        public End {
            Objects.requireNonNull(lastDay, "lastDay");
        }
    }

    public Cover {
        Objects.requireNonNull(number, "number");
        Objects.requireNonNull(terms, "terms");
        Objects.requireNonNull(ended, "ended");
    }

    public BigDecimal percent() {
        return terms.percent();
    }

    /** The last date of the charges that it reaches; empty if there is none. */
    public Optional<LocalDate> lastDay() {
        Optional<LocalDate> end = ended.map(End::lastDay);
        return terms.to().filter(to -> end.filter(to::isAfter).isEmpty()).or(() -> end);
    }

    /** Whether it reaches charges of this date. */
    public boolean isInForce(LocalDate date) {
        return !date.isBefore(terms.from())
                && lastDay().filter(last -> date.isAfter(last)).isEmpty();
    }

    /** Whether it reaches a charge for this fee with this date. */
    public boolean reaches(String fee, LocalDate date) {
        return isInForce(date) && terms.isFor(fee);
    }
}
