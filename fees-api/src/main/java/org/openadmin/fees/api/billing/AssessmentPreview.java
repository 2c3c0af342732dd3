package org.openadmin.fees.api.billing;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.openadmin.fees.api.students.Student;

/**
 * The students who would be charged, and the price for each.
 *
 * @param each the price of one charge
 * @param due the due date of the charges, or of the first part
 * @param candidates the students of the audience, by last name, first name and number
 * @param parts the charges of each student, if the predefined fee is charged in parts; empty if it is one charge
 */
public record AssessmentPreview(Price each, LocalDate due, List<Candidate> candidates, List<SplitPart> parts) {

    /**
     * A student of the audience.
     *
     * @param charged the date of the student's charge with the same fee name, ignoring case, that has not been reversed;
     *     of several, the one nearest to the date of the draft, and of two equally near ones the earlier. Empty if there is
     *     none with a date
     * @param alreadyCharged whether that date is so near to the date of the draft, before or after it, that a second
     *     charge is probably a mistake: by default, at most 28 days
     * @param overLimit what the student was charged of the fee in the school year, if this charge would exceed its limit; such a student
     *     is never charged, not even what is left of the limit, because an assessment has one amount. Empty for all others
     */
    public record Candidate(
            Student student, Optional<LocalDate> charged, boolean alreadyCharged, Optional<YearLimit> overLimit) {

        /** A student whose charge would not exceed a limit. */
        public Candidate(Student student, Optional<LocalDate> charged, boolean alreadyCharged) {
            this(student, charged, alreadyCharged, Optional.empty());
        }

        /** Whether the student is charged unless the user decides otherwise. */
        public boolean isCharged() {
            return !alreadyCharged && overLimit.isEmpty();
        }
    }

    public AssessmentPreview {
        candidates = List.copyOf(candidates);
        parts = List.copyOf(parts);
    }

    /** How many students already have the fee. */
    public int alreadyCharged() {
        return (int) candidates.stream().filter(Candidate::alreadyCharged).count();
    }

    /** How many students cannot be charged because of the limit of the fee. */
    public int overLimit() {
        return (int)
                candidates.stream().filter(each -> each.overLimit().isPresent()).count();
    }

    /** How many students would be charged if those who already have the fee are skipped, which is the default. */
    public int toCharge() {
        return (int) candidates.stream().filter(Candidate::isCharged).count();
    }
}
