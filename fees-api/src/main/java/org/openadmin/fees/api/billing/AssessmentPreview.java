package org.openadmin.fees.api.billing;

import java.util.List;
import org.openadmin.fees.api.students.Student;

/**
 * The students who would be charged, and the price for each.
 *
 * @param each the price of one charge
 * @param candidates the students of the audience, by last name, first name and number
 */
public record AssessmentPreview(Price each, List<Candidate> candidates) {

    /**
     * A student of the audience.
     *
     * @param alreadyCharged whether the student has a charge with the same fee name, ignoring case, and the same date that
     *     has not been reversed
     */
    public record Candidate(Student student, boolean alreadyCharged) {}

    public AssessmentPreview {
        candidates = List.copyOf(candidates);
    }

    /** How many students already have the fee. */
    public int alreadyCharged() {
        return (int) candidates.stream().filter(Candidate::alreadyCharged).count();
    }

    /** How many students would be charged if those who already have the fee are skipped, which is the default. */
    public int toCharge() {
        return candidates.size() - alreadyCharged();
    }
}
